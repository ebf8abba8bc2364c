import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addDelay, addRecipient, addReply, hopTo } from '../mta/said.ts';
import { ID, type Told, toldBy } from './line.ts';

const PROGRAM = /^dma$/;
/** Messages and deliveries under way. Stops a log in which none ends; the oldest are let go. */
const MOST = 20_000;

/** Who handed a message in; what is told of it once holds for each recipient. */
interface Message {
  readonly from: string | undefined;
  readonly uid: string;
  /** It tells a sender that his mail did not arrive. */
  readonly isBounce: boolean;
}

/** Whether it was said that a bounce would come under this id; who used it before is another message. */
const isAnnounced = (before: Message | undefined): boolean => before?.isBounce === true && before.from === undefined;

/** An attempt, as far as its lines have told. */
interface Delivery {
  readonly recipient: string;
  peer: { readonly host: string; readonly ip: string } | undefined;
  /** Of the smart host; undefined where there is none. */
  port: number | undefined;
  tls: Draft['tls'];
  /** The last failure: a host less wanted may be tried yet. */
  failure: { readonly event: Draft; readonly isPermanent: boolean } | undefined;
}

export function dmaReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('dma', PROGRAM, sink);
  const messages = new Map<string, Message>();
  const deliveries = new Map<OpenMail, Delivery>();

  const lines = reader(() => (ID.test(line.process) ? tells(line.process, toldBy(line.text)) : 'known'));
  return {
    ...lines,
    end() {
      for (const [mail, delivery] of deliveries) goesOn(mail, delivery);
    },
  };

  function tells(id: string, told: Told): 'event' | 'known' {
    const key = `${line.host} ${id}`;
    if (told.kind === 'other') return 'known';
    if (told.kind === 'new') remember(key, { ...told, isBounce: isAnnounced(messages.get(key)) });
    else if (told.kind === 'queued') accepted(messages.get(key), told.id, told.recipient);
    else if (told.kind === 'trying') began(mails.ensure(id, line.host, line.time), told.recipient);
    else attempted(mails.ensure(id, line.host, line.time), told);
    return 'event';
  }

  function remember(key: string, { from, uid, isBounce }: Message): void {
    messages.delete(key);
    makeRoom(messages, MOST, (oldest) => void messages.delete(oldest));
    messages.set(key, { from: from === undefined ? undefined : ownCopy(from), uid: ownCopy(uid), isBounce });
  }

  function accepted(message: Message | undefined, id: string, recipient: string): void {
    const mail = mails.open(id, line.host, line.time);
    mail.arrivedAt = line.time;
    mail.envelopeFrom = message?.from;
    if (message !== undefined)
      mail.tags = {
        ...(message.uid === '' ? {} : { uid: message.uid }),
        ...(message.isBounce ? { notification: 'bounce' } : {}),
      };
    const event = newEvent('accepted');
    addRecipient(event, recipient);
    hand(mail, event);
  }

  function began(mail: OpenMail, recipient: string): void {
    goesOn(mail, deliveries.get(mail));
    deliveries.delete(mail);
    makeRoom(deliveries, MOST, (oldest) => {
      goesOn(oldest, deliveries.get(oldest));
      deliveries.delete(oldest);
    });
    const nothing = { peer: undefined, port: undefined, tls: undefined, failure: undefined };
    deliveries.set(mail, { recipient: ownCopy(recipient), ...nothing });
    mails.seen(mail, line.time);
  }

  /** A delivery that began before the log does names nobody. */
  function attempted(mail: OpenMail, told: Told): void {
    const delivery = deliveries.get(mail);
    if (delivery === undefined) return;
    if (told.kind === 'smarthost') delivery.port = told.port;
    else if (told.kind === 'peer') {
      delivery.peer = { host: ownCopy(told.host), ip: ownCopy(told.ip) };
      delivery.tls = undefined;
    } else if (told.kind === 'tls') delivery.tls = told.isOn ? {} : false;
    else if (told.kind === 'failed') failed(mail, delivery, told);
    else if (told.kind === 'delivered') {
      const event = eventOf(mail, delivery, 'delivered');
      tried(mail, event);
      ends(mail, event);
    } else if (told.kind === 'over') over(mail, delivery, told.bounce);
  }

  function failed(mail: OpenMail, delivery: Delivery, told: Extract<Told, { kind: 'failed' }>): void {
    const event = eventOf(mail, delivery, 'deferred');
    if (told.command !== undefined) event.command = ownCopy(told.command);
    addReply(event, ownCopy(told.said));
    delivery.failure = { event, isPermanent: told.isPermanent };
  }

  /** It is tried again, and what failed was for the time being. */
  function goesOn(mail: OpenMail, delivery: Delivery | undefined): void {
    const failure = delivery?.failure;
    if (failure === undefined) return;
    if (failure.isPermanent) failure.event.kind = 'bounced';
    tried(mail, failure.event);
    mails.seen(mail, failure.event.time);
    hand(mail, failure.event);
  }

  function over(mail: OpenMail, delivery: Delivery, bounce: string | undefined): void {
    if (bounce !== undefined) remember(`${line.host} ${bounce}`, { from: undefined, uid: '', isBounce: true });
    const { failure } = delivery;
    const event = failure?.event ?? eventOf(mail, delivery, 'bounced');
    event.kind = failure?.isPermanent === false ? 'expired' : 'bounced';
    tried(mail, event);
    ends(mail, event);
  }

  function ends(mail: OpenMail, event: Draft): void {
    deliveries.delete(mail);
    mails.seen(mail, line.time);
    hand(mail, event);
  }

  function eventOf(mail: OpenMail, { recipient, peer, port, tls }: Delivery, kind: Draft['kind']): Draft {
    const event = newEvent(kind);
    addRecipient(event, recipient);
    addDelay(event, mail);
    if (peer === undefined) {
      if (kind === 'delivered') event.hop = 'local';
      return event;
    }
    event.relay = { ...(peer.host === peer.ip ? { ip: peer.ip } : peer), ...(port === undefined ? {} : { port }) };
    event.hop = port === undefined ? hopTo(peer.ip) : 'relay';
    if (tls !== undefined) event.tls = tls;
    return event;
  }
}
