import { ownCopy } from '../../core/own-copy.ts';
import type { EventSink, LineReader } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { whomItIsAbout } from '../mta/refused-one.ts';
import { addDelay, addRecipient, addReply, peerCalled } from '../mta/said.ts';
import { type Told, toldBy } from './line.ts';

const PROGRAM = /^nullmailer(?:-send)?$/;
const PERMANENT = /^(?:Permanent|Unspecified permanent|Fatal) /;
/** Lines of one reply. Stops a server that does not come to an end. */
const MOST_SAID = 50;
/** Machines whose lines are in one log. Stops a log of invented ones. */
const MOST_MACHINES = 10_000;

/** The delivery that a machine is at: it does one after the other. */
interface Delivery {
  readonly mail: OpenMail;
  readonly smarthost: string;
  recipients: readonly string[];
  said: string[];
  /** Undefined until it has failed: whether it is for ever, the next line tells. */
  failed: { readonly time: number; readonly why: string } | undefined;
}

export function nullmailerReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, handTakenIn, reader } = mailLog('nullmailer', PROGRAM, sink);
  const deliveries = new Map<string | undefined, Delivery>();

  const lines = reader(() => {
    const told = toldBy(line.text);
    if (told === undefined) return line.program === '' ? 'unknown' : 'known';
    const delivery = deliveries.get(line.host);
    if (told.kind === 'starting') began(told);
    else if (delivery === undefined) return 'known';
    else tells(delivery, told);
    return 'event';
  });
  return {
    ...lines,
    end() {
      for (const delivery of deliveries.values())
        ended(delivery, PERMANENT.test(delivery.failed?.why ?? '') ? 'bounced' : 'deferred');
    },
  };

  /** The queue's files are called by the second in which they came, and the process that wrote them. */
  function began({ host, file }: Extract<Told, { kind: 'starting' }>): void {
    const before = deliveries.get(line.host);
    if (before !== undefined) ended(before, 'deferred');
    const mail = mails.ensure(file, line.host, line.time);
    const queued = Number(/^(\d{9,10})\.\d+$/.exec(file)?.[1]);
    if (queued <= line.time) mail.arrivedAt = queued;
    mails.seen(mail, line.time);
    makeRoom(deliveries, MOST_MACHINES, (oldest) => void deliveries.delete(oldest));
    const nothing = { recipients: [], said: [], failed: undefined };
    deliveries.set(line.host, { mail, smarthost: ownCopy(host), ...nothing });
  }

  function tells(delivery: Delivery, told: Exclude<Told, { kind: 'starting' }>): void {
    const { mail } = delivery;
    if (told.kind === 'gaveUp') ended(delivery, 'bounced');
    else if (delivery.failed !== undefined) ended(delivery, 'deferred');
    else if (told.kind === 'sent') ended(delivery, 'delivered');
    else if (told.kind === 'failed') delivery.failed = { time: line.time, why: ownCopy(told.why) };
    else if (told.kind === 'said' && delivery.said.length < MOST_SAID) delivery.said.push(ownCopy(told.text));
    else if (told.kind === 'message') {
      mail.ids = { ...mail.ids, message: ownCopy(told.id) };
      if (mail.envelopeFrom === '' && told.id.includes('.nullmailer@')) mail.tags = { notification: 'bounce' };
    } else if (told.kind === 'envelope') {
      mail.envelopeFrom = ownCopy(told.from);
      delivery.recipients = told.recipients.map((recipient) => ownCopy(recipient));
    }
  }

  function ended(delivery: Delivery, kind: 'delivered' | 'deferred' | 'bounced'): void {
    const { mail, recipients, failed } = delivery;
    deliveries.delete(mail.host);
    if (kind !== 'delivered' && failed === undefined) return;
    const reply = replyOf(delivery);
    const concerned = whomItIsAbout(reply, recipients);
    for (const recipient of recipients) {
      if (!mail.waiting.has(recipient)) handTakenIn(mail, recipient);
      const event = newEvent(kind);
      if (failed !== undefined) event.time = failed.time;
      addRecipient(event, recipient);
      addDelay(event, mail);
      if (concerned.has(recipient)) addReply(event, reply);
      event.relay = peerCalled(delivery.smarthost);
      event.hop = 'relay';
      tried(mail, event);
      hand(mail, event);
    }
    mails.seen(mail, line.time);
  }
}

/** Where no server said anything, what nullmailer itself says: `Connect failed`, `Protocol error`. */
function replyOf({ said, failed }: Delivery): string {
  const text = said.join(' ').trim();
  return text === '' ? (failed?.why ?? '') : text;
}
