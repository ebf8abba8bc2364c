import { ownCopy } from '../../core/own-copy.ts';
import { textOf } from '../block.ts';
import type { Draft } from '../event.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { openMails } from '../mta/open-mails.ts';
import { addDelay, addRecipient, addReply, hopTo, peerCalled } from '../mta/said.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { addPeer, type Peer } from '../transcript/peer.ts';
import { communigateLine } from './line.ts';
import { type Told, toldBy } from './told.ts';

type ToldOf<Kind extends Told['kind']> = Extract<Told, { kind: Kind }>;

/** Who has taken a message, and what it said. */
interface Taken {
  readonly peer: Peer;
  readonly reply: string;
}

/** Messages that a server has taken, and whose recipients are not told yet: the records are next to each other. */
const MOST_TAKEN = 5000;
/** The queue of a server that sends everything to one host. */
const TO_ONE_HOST = '*';
const VIA = /^relayed via \[?([^\s[\],]+)\]?/;

export function communigateReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const mails = openMails();
  const taken = new Map<string, Taken>();
  const { newEvent, hand } = mailEvents('communigate-pro', line, sink);
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };

  return {
    begin(next) {
      assumptions = next;
    },
    line(block, start, end) {
      const text = textOf(block, start, end);
      const read = communigateLine(text, assumptions, line);
      if (read === undefined) return BETWEEN.test(text.trim()) ? 'known' : 'unknown';
      const told = toldBy(read);
      if (told === undefined) return 'known';
      switch (told.kind) {
        case 'came':
          return came(told);
        case 'sent':
          return sent(told);
        case 'unclear':
          return 'unknown';
        default:
          return outcome(told);
      }
    },
    end: () => undefined,
    open: () => mails.size(),
  };

  function came({ id, from, size, messageId }: ToldOf<'came'>): 'event' {
    const mail = mails.open(id, undefined, line.time);
    mail.arrivedAt = line.time;
    mail.envelopeFrom = ownCopy(from);
    mail.size = size;
    if (messageId !== undefined) mail.ids = { ...mail.ids, message: ownCopy(messageId) };
    hand(mail, newEvent('accepted'));
    return 'event';
  }

  function sent({ id, queue, sourceIp, ip, port, reply }: ToldOf<'sent'>): 'known' {
    makeRoom(taken, MOST_TAKEN, (oldest) => void taken.delete(oldest));
    const peer = { host: undefined, ip: ownCopy(ip), port, sourceIp: ownCopy(sourceIp), tls: undefined };
    taken.set(keyOf(id, queue), { peer, reply: ownCopy(reply) });
    return 'known';
  }

  function outcome(told: ToldOf<'outcome'>): 'event' {
    const mail = mails.ensure(told.id, undefined, line.time);
    const event = newEvent(told.outcome);
    addRecipient(event, told.recipient);
    addDelay(event, mail);
    if (told.outcome === 'delivered') handedOver(event, told);
    else {
      if (told.host !== undefined) event.relay = peerCalled(told.host);
      addReply(event, told.said);
    }
    if (told.outcome === 'dropped') mail.waiting.delete(told.recipient);
    else tried(mail, event);
    hand(mail, event);
    mails.seen(mail, line.time);
    return 'event';
  }

  function handedOver(event: Draft, { id, module, queue, said }: ToldOf<'outcome'>): void {
    const server = module === 'SMTP' ? taken.get(keyOf(id, queue)) : undefined;
    addReply(event, server?.reply ?? said);
    if (module !== 'SMTP') {
      event.hop = 'local';
      return;
    }
    const via = VIA.exec(said)?.[1];
    const called = via === undefined ? undefined : peerCalled(via);
    if (server !== undefined) addPeer(event, { ...server.peer, host: called?.host }, queue === TO_ONE_HOST);
    else {
      if (called !== undefined) event.relay = called;
      event.hop = queue === TO_ONE_HOST ? 'relay' : hopTo(called?.ip);
    }
  }
}

const keyOf = (id: string, queue: string): string => ownCopy(`${id} ${queue}`);
