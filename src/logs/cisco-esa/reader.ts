import { textOf } from '../block.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { addReply } from '../json/reply.ts';
import { makeRoom } from '../make-room.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { type OpenMail, openMails } from '../mta/open-mails.ts';
import { addDelay, addRecipient } from '../mta/said.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { esaConnections } from './connections.ts';
import { openEnvelopes } from './envelopes.ts';
import { addHeaders } from './headers.ts';
import { esaLineReader } from './head.ts';
import { type Told, toldBy } from './lines.ts';
import { addRefusal, isGivenUp, refusalIn } from './refusal.ts';

/** Deliveries whose reply is still to come: it is the next line about the message. Stops a log in which none comes. */
const MOST_UNANSWERED = 10_000;

type OfMessage = Extract<Told, { mid: string }> & { readonly kind: Exclude<Told['kind'], 'finished'> };

interface Unanswered {
  readonly mail: OpenMail;
  readonly events: Map<number, Draft>;
}

export function esaReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const lines = esaLineReader();
  const mails = openMails();
  const envelopes = openEnvelopes();
  const connections = esaConnections();
  const { newEvent, hand } = mailEvents('cisco-esa', line, sink);
  const unanswered = new Map<string, Unanswered>();

  /** Numbers are unique on one appliance. */
  const keyOf = (number: string): string => (line.host === undefined ? number : `${number} ${line.host}`);
  const mailOf = (mid: string): OpenMail => mails.ensure(mid, line.host, line.time);

  const release = (key: string): void => {
    const waiting = unanswered.get(key);
    if (waiting === undefined) return;
    unanswered.delete(key);
    for (const event of waiting.events.values()) told(waiting.mail, event);
  };
  /** Header fields that are logged are the event's own tags. */
  const told = (mail: OpenMail, event: Draft): void => {
    const own = event.tags;
    hand(Object.keys(own).length === 0 ? mail : { ...mail, tags: { ...mail.tags, ...own } }, event);
  };

  return {
    begin: (assumptions) => lines.begin(assumptions),
    line(block, start, end) {
      if (!lines.read(block, start, end, line))
        return BETWEEN.test(textOf(block, start, end).trim()) ? 'known' : 'unknown';
      const said = toldBy(line.text);
      return said === undefined ? 'known' : tells(said);
    },
    end() {
      for (const key of unanswered.keys()) release(key);
    },
    open: () => mails.size(),
  };

  function tells(said: Told): 'event' | 'known' {
    switch (said.kind) {
      case 'login':
        connections.learn(keyOf(`I${said.icid}`), said);
        return 'known';
      case 'connected':
      case 'tls':
      case 'no-tls':
        connections.learn(keyOf(said.dcid), said);
        return 'known';
      case 'closed':
        connections.closed(keyOf(said.dcid));
        return 'known';
      case 'finished':
        release(keyOf(said.mid));
        envelopes.forget(keyOf(said.mid));
        return 'event';
      default: {
        const mail = said.kind === 'start' ? mails.open(said.mid, line.host, line.time) : mailOf(said.mid);
        const understood = ofMessage(mail, said);
        mails.seen(mail, line.time);
        return understood;
      }
    }
  }

  function ofMessage(mail: OpenMail, said: OfMessage): 'event' | 'known' {
    switch (said.kind) {
      case 'start':
        return started(mail, said.value);
      case 'sender':
        mail.envelopeFrom = ownCopy(said.value);
        return 'event';
      case 'recipient':
        envelopes.add(keyOf(said.mid), said.rid, said.address);
        return 'event';
      case 'message-id':
        mail.ids = { ...mail.ids, message: ownCopy(said.value.trim().replace(/^<(.*)>$/, '$1')) };
        return 'event';
      case 'ready':
        mail.size = Number(said.value);
        return accepted(mail);
      case 'queued':
        return accepted(mail);
      case 'rewritten':
      case 'split':
      case 'bounce':
      case 'copy':
        return made(mail, said);
      case 'done':
        return delivered(mail, said);
      case 'response':
        return answered(said);
      case 'refused':
        return refused(mail, said);
      case 'dropped':
        return dropped(mail, said.rids, said);
      default:
        return envelopes.of(keyOf(said.mid)).isAccepted ? dropped(mail, undefined, said) : 'known';
    }
  }

  function started(mail: OpenMail, icid: string): 'event' {
    envelopes.forget(keyOf(mail.id));
    mail.arrivedAt = line.time;
    const login = connections.login(keyOf(`I${icid}`));
    if (login !== undefined) mail.tags = { sasl: login };
    return 'event';
  }

  /** When all of it is there; what the appliance makes itself is never “ready”, and told when it is queued. */
  function accepted(mail: OpenMail): 'event' | 'known' {
    const envelope = envelopes.of(keyOf(mail.id));
    if (envelope.isAccepted || envelope.recipients.size === 0) return 'known';
    envelope.isAccepted = true;
    for (const address of envelope.recipients.values()) {
      const event = newEvent('accepted');
      addRecipient(event, address);
      hand(mail, event);
    }
    return 'event';
  }

  /** A message that filters have changed goes on under another number, and is the same to whoever sent it. */
  function made(mail: OpenMail, { kind, of }: Extract<Told, { of: string }>): 'event' {
    if (kind === 'bounce') mail.tags = { notification: 'bounce' };
    const before = mails.find(of, line.host);
    if (before === undefined || kind === 'bounce' || kind === 'copy') return 'event';
    Object.assign(mail, { ids: before.ids, arrivedAt: before.arrivedAt, tags: before.tags });
    mail.envelopeFrom ??= before.envelopeFrom;
    mail.size ??= before.size;
    const [old, envelope] = [envelopes.of(keyOf(of)), envelopes.of(keyOf(mail.id))];
    envelope.isAccepted = old.isAccepted;
    if (kind === 'rewritten' && envelope.recipients.size === 0)
      for (const [rid, address] of old.recipients) envelopes.add(keyOf(mail.id), rid, address);
    return 'event';
  }

  function delivered(mail: OpenMail, { mid, dcid, rids, headers }: Extract<Told, { kind: 'done' }>): 'event' {
    const key = keyOf(mid);
    makeRoom(unanswered, MOST_UNANSWERED, release);
    const waiting = unanswered.get(key) ?? { mail, events: new Map<number, Draft>() };
    for (const rid of rids) {
      const event = outcome(mail, 'delivered', rid, dcid);
      addHeaders(event, headers);
      tried(mail, event);
      waiting.events.set(rid, event);
    }
    unanswered.set(ownCopy(key), waiting);
    return 'event';
  }

  function answered({ mid, rids, said }: Extract<Told, { kind: 'response' }>): 'event' {
    const waiting = unanswered.get(keyOf(mid));
    for (const rid of rids) {
      const event = waiting?.events.get(rid);
      if (event !== undefined) addReply(event, said);
    }
    release(keyOf(mid));
    return 'event';
  }

  function refused(mail: OpenMail, said: Extract<Told, { kind: 'refused' }>): 'event' | 'known' {
    const envelope = envelopes.of(keyOf(said.mid));
    if (said.from !== undefined) mail.envelopeFrom ??= ownCopy(said.from);
    if (said.to !== undefined && said.to !== '') envelopes.add(keyOf(said.mid), said.rid, said.to);
    // A bounce that bounces is told once more.
    if (envelope.ended.has(said.rid)) return 'known';
    const refusal = refusalIn(said.why);
    const kind = said.isFinal ? (isGivenUp(refusal) ? 'expired' : 'bounced') : 'deferred';
    const event = outcome(mail, kind, said.rid, said.dcid);
    addRefusal(event, refusal);
    if (kind === 'expired') givenUp(mail, event);
    else tried(mail, event);
    hand(mail, event);
    return 'event';
  }

  function dropped(
    mail: OpenMail,
    rids: readonly number[] | undefined,
    { why, word }: { readonly why: string | undefined; readonly word?: string },
  ): 'event' {
    const envelope = envelopes.of(keyOf(mail.id));
    for (const rid of rids ?? [...envelope.recipients.keys()]) {
      if (envelope.ended.has(rid)) continue;
      const event = outcome(mail, 'dropped', rid, '');
      event.diagnostic = why;
      event.espClass = word;
      mail.waiting.delete(event.recipient ?? '');
      hand(mail, event);
    }
    return 'event';
  }

  function outcome(mail: OpenMail, kind: Draft['kind'], rid: number, dcid: string): Draft {
    const event = newEvent(kind);
    const envelope = envelopes.of(keyOf(mail.id));
    const address = envelope.recipients.get(rid);
    if (address !== undefined) addRecipient(event, address);
    if (kind !== 'deferred') envelope.ended.add(rid);
    addDelay(event, mail);
    connections.addPeer(event, keyOf(dcid));
    return event;
  }
}
