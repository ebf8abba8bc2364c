import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { makeRoom } from '../make-room.ts';
import { tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addDelay, addRecipient, addReply, hopTo } from '../mta/said.ts';
import { type Told, toldBy } from './line.ts';

const PROGRAM = /^courier(?:d|esmtp|esmtpd|local|uucp|fax|dsn)$/;

const KINDS = { success: 'delivered', deferred: 'deferred', failure: 'bounced' } as const;

/** Deliveries under way: dozens, as a rule. Stops a log in which none ends; the oldest are let go. */
const MOST_UNDER_WAY = 10_000;
/** Lines of one reply. Stops a server that does not come to an end. */
const MOST_SAID = 50;

export function courierReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, handTakenIn, reader } = mailLog('courier', PROGRAM, sink);
  /** What was said to each, line by line. */
  const underWay = new Map<string, string[]>();
  /** Mails of which a notice is being made for their sender. */
  let notices = 0;

  return reader(() => {
    const told = toldBy(line.text);
    if (told === undefined) return 'known';
    tells(told);
    return 'event';
  });

  function tells(told: Told): void {
    if (told.kind === 'new') {
      mails.open(told.id, line.host, line.time).arrivedAt = line.time;
      return;
    }
    const mail = mails.ensure(told.id, line.host, line.time);
    mails.seen(mail, line.time);
    if (told.kind === 'completed') return;
    if (told.kind === 'started' && told.module === 'dsn') notices += 1;
    else {
      addSender(mail, told.recipient.from);
      if (told.kind !== 'started') attempted(mail, told);
    }
  }

  /** `#@[]` is the sender of a notice that could not be delivered itself. */
  function addSender(mail: OpenMail, from: string): void {
    if (mail.envelopeFrom !== undefined) return;
    mail.envelopeFrom = from === '#@[]' ? '' : ownCopy(from);
    if (mail.envelopeFrom !== '' || notices === 0) return;
    notices -= 1;
    mail.tags = { notification: 'bounce' };
  }

  function attempted(mail: OpenMail, told: Extract<Told, { kind: 'said' | 'took' | 'status' }>): void {
    const { address, size } = told.recipient;
    if (size !== undefined) mail.size = size;
    const key = `${line.host} ${mail.id} ${address}`;
    const said = underWay.get(key);
    // What has been taken is over; that it was a success, another line tells.
    if (told.kind === 'status' && told.status === 'success' && said === undefined) return;
    // With the first word about a recipient it is known that he was taken in.
    if (said === undefined && !mail.waiting.has(address)) handTakenIn(mail, address);
    if (told.kind === 'said') {
      const lines = said ?? begun(key);
      if (lines.length < MOST_SAID) lines.push(ownCopy(told.text));
      return;
    }
    underWay.delete(key);
    const event = newEvent(told.kind === 'took' ? 'delivered' : KINDS[told.status]);
    addRecipient(event, address);
    addDelay(event, mail);
    addReply(event, said?.join(' ') ?? '');
    if (line.program === 'courierlocal') event.hop = 'local';
    else if (told.kind === 'took') addPeer(event, told.by);
    tried(mail, event);
    hand(mail, event);
  }

  function begun(key: string): string[] {
    const said: string[] = [];
    makeRoom(underWay, MOST_UNDER_WAY, (oldest) => void underWay.delete(oldest));
    underWay.set(key, said);
    return said;
  }
}

/** `delivered: mx.b.example [::ffff:192.0.2.7]` */
const PEER = /^(?:delivered|relayed): (\S+) \[(?:::ffff:)?([\d.]+|[\da-fA-F:.]+)\]/;

function addPeer(event: Draft, by: string): void {
  const [, host, ip] = PEER.exec(by) ?? [];
  if (host === undefined || ip === undefined) return;
  event.relay = host === `[${ip}]` ? { ip } : { host, ip };
  event.hop = hopTo(ip);
}
