import { addressDomain } from '../../protocols/address-parts.ts';
import { textOf } from '../block.ts';
import { newDraft } from '../draft.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { addressAt } from './address.ts';
import { type Arrival, arrivalAt, signatureIn } from './arrival.ts';
import { addAttempt } from './attempt.ts';
import { durationOf } from './duration.ts';
import { fieldsAt } from './fields.ts';
import { flush, handOn } from './handing-on.ts';
import { type EximLine, headReader } from './head.ts';
import { isKnownLine } from './known-lines.ts';
import { tellLastWord } from './last-word.ts';
import { messageIdEnd } from './message-id.ts';
import { type OpenMessage, HOLD, openMessages } from './open-messages.ts';
import { hopOf, peerOf, tlsOf } from './peer.ts';
import { recipientOf } from './recipient.ts';
import { confirmationOf, failureOf } from './reply.ts';
import { isOfRejected, tellsRejection } from './reject-log.ts';
import { attemptsAt, remember } from './waiting-recipients.ts';

/**
 * Not tried: the time for it had not come, or it was not to be tried yet. By its words, since the numbers in `defer (-53)`
 * are others from version to version.
 */
const NOT_TRIED =
  /^(?:retry time not (?:yet )?reached|domain is in queue_|first-pass only routing|remote deliver\w+ suppressed)/i;

/** queue.c, `exim -Mmd`: the operator takes one recipient out, whom nothing is sent to. */
const MARKED = /^address <([^>]{1,320})> marked delivered by /;
const FLAG = /^(?:[<(]=|[=>-]>|==|\*[*>])/;

/** Taken, and thrown away by an ACL or local_scan() (receive.c): `=> blackhole (DATA ACL discarded recipients)`. Nobody is named. */
const DISCARDED = /^blackhole \(.{0,40}(?:discarded|local_scan)/;
const LOOKED_AT = 80;

export function eximReader(sink: EventSink): LineReader {
  const head = headReader();
  const line: EximLine = { time: 0, assumed: undefined, host: undefined, text: '', at: 0 };
  const messages = openMessages((message) => flush(sink, message));
  /** TLS is logged here (log_selector tls_cipher, on by default): a delivery of which nothing is said had none. */
  let logsTls = false;
  /** Whether the last line with a stamp is still in `line`: below it may stand more of it. */
  let isBehindLine = false;

  return {
    begin: (assumptions) => head.begin(assumptions),
    line(block, start, end) {
      const kind = head.read(block, start, end, line);
      if (kind === undefined) return isBehindLine && goesOn(textOf(block, start, end)) ? 'known' : 'unknown';
      isBehindLine = kind === 'exim';
      if (kind !== 'exim') return 'known';
      const idEnd = messageIdEnd(line.text, line.at);
      if (idEnd < 0) return isKnownLine(line.text, line.at) ? 'known' : 'unknown';
      messages.sweep(line.time);
      return ofMessage(line.text.slice(line.at, idEnd), idEnd + 1);
    },
    end: () => messages.end(),
    open: () => messages.size(),
  };

  // Asked only where a line has no stamp: nearly all have one. A remark about no message may have several lines
  // (`Warning: purging the environment.`), each but the first behind a blank.
  function goesOn(text: string): boolean {
    if (isOfRejected(text) && tellsRejection(line.text, line.at)) return true;
    return /^[ \t]+\S/.test(text) && messageIdEnd(line.text, line.at) < 0;
  }

  function ofMessage(id: string, at: number): 'event' | 'known' | 'unknown' {
    const { text } = line;
    if (text.charCodeAt(at + 2) === 0x20) {
      switch (text.slice(at, at + 2)) {
        case '<=':
        case '(=':
          return arrived(id, at + 3);
        case '=>':
        case '->':
        case '>>':
          return delivered(id, at + 3);
        case '==':
        case '**':
          return failed(id, at + 3, text.charCodeAt(at) === 0x2a);
        case '*>':
          return notDelivered(id, at + 3);
        default:
      }
    }
    // A flag that nothing stands behind, or something that is no address.
    if (FLAG.test(text.slice(at, at + 3))) return 'unknown';
    if (text.startsWith('Completed', at)) {
      const message = messages.find(id, line.host);
      if (message === undefined) return 'known';
      message.lastSeen = line.time;
      messages.complete(message, line.time);
      return 'event';
    }
    if (text.startsWith('cancelled by ', at)) messageOf(id).hasFailed = true;
    if (text.startsWith('removed by ', at) || text.startsWith('all addresses marked delivered by ', at))
      return removed(messageOf(id));
    const marked = text.startsWith('address <', at) ? MARKED.exec(text.slice(at))?.[1] : undefined;
    if (marked !== undefined) return removed(messageOf(id), marked);
    const signature = text.startsWith('DKIM: ', at) ? signatureIn(text, at) : undefined;
    if (signature !== undefined) (messageOf(id).dkim ??= []).push(signature);
    // Flags are the only way in which a line tells of a recipient; all others are asides.
    return 'known';
  }

  function messageOf(id: string): OpenMessage {
    const message = messages.find(id, line.host) ?? messages.open(id, line.host, line.time);
    message.lastSeen = line.time;
    return message;
  }

  function arrived(id: string, at: number): 'event' | 'unknown' {
    const arrival = arrivalAt(line.text, at);
    if (arrival === undefined) return 'unknown';
    const message = messageOf(id);
    if (message.arrivedAt !== undefined) return 'event';
    message.arrivedAt = line.time;
    message.envelopeFrom = arrival.envelopeFrom;
    message.size = arrival.size;
    message.messageId = arrival.messageId;
    if (arrival.signedBy !== undefined && message.dkim === undefined) message.dkim = [{ domain: arrival.signedBy }];
    message.tags = tagsOf(arrival);
    message.ids = undefined;
    handOn(sink, message, newEvent('accepted'));
    flush(sink, message);
    return 'event';
  }

  /** A message in answer to another: what that one has come to says which kind it is. */
  function tagsOf({ tags, envelopeFrom, answers }: Arrival): Readonly<Record<string, string>> {
    if (answers === undefined || envelopeFrom !== '') return tags;
    const parent = messages.find(answers, line.host);
    if (parent === undefined) return { ...tags, notification: 'bounce' };
    const isWaiting = parent.deferred !== undefined && parent.deferred.size > 0;
    const notification = parent.hasFailed ? 'bounce' : isWaiting ? 'delay' : 'auto-reply';
    // One bounce tells of all that have failed until then.
    parent.hasFailed = false;
    return { ...tags, notification };
  }

  function delivered(id: string, at: number): 'event' | 'unknown' {
    const address = addressAt(line.text, at);
    if (address.target === '') return 'unknown';
    const message = messageOf(id);
    if (DISCARDED.test(line.text.slice(at, at + LOOKED_AT))) {
      emit(message, newEvent('dropped'));
      return 'event';
    }
    const fields = fieldsAt(line.text, address.end);
    const isDiscarded = address.target === ':blackhole:' || address.target === '/dev/null';
    const event = newEvent(isDiscarded ? 'dropped' : 'delivered');
    const { confirmation, router, transport, cipher, verified } = fields;
    addAttempt(event, message, address, fields);
    event.attempt = attemptsAt(message, event) + 1;
    if (confirmation !== undefined) {
      const { code, enhancedCode, text } = confirmationOf(confirmation);
      if (code !== undefined) event.code = code;
      if (enhancedCode !== undefined) event.enhancedCode = enhancedCode;
      event.diagnostic = text;
    }
    event.hop = hopOf(fields.host, router, transport, confirmation);
    logsTls ||= cipher !== undefined;
    const tls = tlsOf(cipher, verified) ?? (logsTls && event.hop !== 'local' ? false : undefined);
    if (tls !== undefined) event.tls = tls;
    message.deferred?.delete(event.recipient ?? '');
    emit(message, event);
    return 'event';
  }

  function failed(id: string, at: number, isFinal: boolean): 'event' | 'known' | 'unknown' {
    const address = addressAt(line.text, at);
    if (address.target === '') return 'unknown';
    const message = messageOf(id);
    const fields = fieldsAt(line.text, address.end);
    const said = fields.messageAt < 0 ? '' : line.text.slice(fields.messageAt);
    const isTooEarly = !isFinal && NOT_TRIED.test(said);
    // Every queue run says so again of everybody who waits, and nothing has happened.
    if (isTooEarly && message.deferred?.has(recipientOf(address)) === true) return 'known';
    const failure = failureOf(isFinal ? withoutTime(said) : said);
    const event = newEvent(!isFinal ? 'deferred' : failure.isExpired ? 'expired' : 'bounced');
    const { router, transport, cipher, verified } = fields;
    addAttempt(event, message, address, fields);
    const host = fields.host ?? (failure.host === undefined ? undefined : { ...failure.host, port: undefined });
    if (host !== undefined) {
      event.relay = peerOf(host);
      event.hop = hopOf(host, router, transport);
    }
    const attempts = attemptsAt(message, event);
    const isTried = !isTooEarly && (transport !== undefined || !failure.isExpired);
    if (attempts > 0 || isTried) event.attempt = isTried ? attempts + 1 : attempts;
    if (failure.code !== undefined) event.code = failure.code;
    if (failure.enhancedCode !== undefined) event.enhancedCode = failure.enhancedCode;
    if (failure.command !== undefined) event.command = failure.command;
    if (failure.text !== '') event.diagnostic = failure.text;
    logsTls ||= cipher !== undefined;
    const tls = tlsOf(cipher, verified);
    if (tls !== undefined) event.tls = tls;
    remember(message, event);
    emit(message, event);
    return 'event';
  }

  /** `exim -Mrm`, `-Mmad`: nobody who waits is told of one by one; `-Mmd`: one of them. */
  function removed(message: OpenMessage, only?: string): 'event' | 'known' {
    const waiting = [...(message.deferred ?? [])].filter(([recipient]) => only === undefined || recipient === only);
    for (const [recipient, { attempts, last }] of waiting) {
      const event = newEvent('dropped');
      event.recipient = recipient;
      tellLastWord(event, last);
      event.recipientDomain = addressDomain(recipient);
      if (attempts > 0) event.attempt = attempts;
      message.deferred?.delete(recipient);
      emit(message, event);
    }
    return waiting.length === 0 ? 'known' : 'event';
  }

  /** `-N`: everything is done but the delivery. */
  function notDelivered(id: string, at: number): 'event' | 'unknown' {
    const address = addressAt(line.text, at);
    if (address.target === '') return 'unknown';
    const message = messageOf(id);
    const event = newEvent('dropped');
    addAttempt(event, message, address, fieldsAt(line.text, address.end));
    emit(message, event);
    return 'event';
  }

  function newEvent(kind: MailEvent['kind']): Draft {
    return newDraft('exim', kind, line.time, line.assumed);
  }

  /** A delivery may come before the line that names its sender: cut-through does, and so do lines of a network's syslog. */
  function emit(message: OpenMessage, event: Draft): void {
    if (message.arrivedAt !== undefined || line.time - message.openedAt > HOLD) {
      handOn(sink, message, event);
      return;
    }
    if (message.waiting === undefined) {
      message.waiting = [];
      messages.hold(message);
    }
    message.waiting.push(event);
  }
}

/** ` DT=3s` behind the message, log_selector deliver_time. */
function withoutTime(said: string): string {
  const at = said.lastIndexOf(' DT=');
  return at >= 0 && durationOf(said.slice(at + 4)) !== undefined ? said.slice(0, at) : said;
}
