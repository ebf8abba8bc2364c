import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { EventSink, JsonObject, LineReader } from '../format.ts';
import { textAt } from '../json/at.ts';
import { countOf } from '../json/fields.ts';
import { tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addDelay, addRecipient, hopTo } from '../mta/said.ts';
import { addFailure } from './failure.ts';
import { maddyLine, messageIn } from './line.ts';
import { knownPeers } from './peers.ts';
import { heldFailures } from './held.ts';

const PROGRAM = /^maddy$/;
const PERMANENT_FROM = 500;

export function maddyReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, handTakenIn, reader } = mailLog('maddy', PROGRAM, sink);
  const peers = knownPeers();
  const held = heldFailures((mail, event) => decided(mail, event, 'deferred'));

  const lines = reader(() => {
    const told = maddyLine(line.text);
    if (told === undefined) return 'known';
    const id = messageIn(told.fields);
    if (peers.learn(id, told.said, told.fields)) return 'event';
    return id === '' ? 'known' : tells(id, told.said, told.fields);
  });
  return {
    ...lines,
    end() {
      for (const { mail, event } of held.all())
        decided(mail, event, isPermanent(event) === true ? 'bounced' : 'deferred');
    },
  };

  function tells(id: string, said: string, fields: JsonObject): 'event' | 'known' {
    switch (said) {
      case 'incoming message':
        return incoming(id, fields);
      case 'accepted':
        return accepted(id);
      case 'generated failed DSN':
        return notified(fields);
      case 'delivered':
      case 'delivery attempt failed':
      case 'not delivered, permanent error':
      case 'will retry':
        break;
      default:
        return 'known';
    }
    const mail = mails.ensure(id, line.host, line.time);
    const recipient = textAt(fields, 'rcpt') ?? '';
    if (said === 'delivered') delivered(mail, recipient, countOf(fields['attempt']));
    else if (said === 'delivery attempt failed') failed(mail, recipient, fields);
    else if (said === 'will retry') retried(mail);
    else lost(mail, recipient);
    mails.seen(mail, line.time);
    return 'event';
  }

  function incoming(id: string, fields: JsonObject): 'event' {
    const mail = mails.open(id, line.host, line.time);
    mail.envelopeFrom = ownCopy(textAt(fields, 'sender') ?? '');
    const user = textAt(fields, 'username');
    if (user !== undefined) mail.tags = { sasl: ownCopy(user) };
    return 'event';
  }

  function accepted(id: string): 'event' {
    const mail = mails.ensure(id, line.host, line.time);
    mail.arrivedAt = line.time;
    mails.seen(mail, line.time);
    return 'event';
  }

  function notified(fields: JsonObject): 'event' | 'known' {
    const id = textAt(fields, 'dsn_id');
    if (id === undefined) return 'known';
    const mail = mails.open(id, line.host, line.time);
    mail.arrivedAt = line.time;
    mail.envelopeFrom = '';
    mail.tags = { notification: 'bounce' };
    return 'event';
  }

  function delivered(mail: OpenMail, recipient: string, attempt: number | undefined): void {
    const event = attempted(mail, 'delivered', recipient, attempt);
    tried(mail, event);
    if (attempt !== undefined && attempt > 0) event.attempt = attempt;
    hand(mail, event);
  }

  /** Whether it is for ever, the next line about this recipient tells. */
  function failed(mail: OpenMail, recipient: string, fields: JsonObject): void {
    const event = attempted(mail, 'deferred', recipient, undefined);
    addFailure(event, fields);
    held.add(mail, event);
  }

  /** What was only for the time being was tried as often as it may be. */
  function lost(mail: OpenMail, recipient: string): void {
    const event = held.take(mail, recipient);
    // Without a verdict a failure is tried again.
    const isFinal = event !== undefined && (isPermanent(event) ?? !mail.waiting.has(recipient));
    if (event !== undefined) decided(mail, event, isFinal ? 'bounced' : 'expired');
  }

  function retried(mail: OpenMail): void {
    for (const event of held.takeAll(mail)) decided(mail, event, 'deferred');
    peers.forget(mail.id);
  }

  function decided(mail: OpenMail, event: Draft, kind: 'deferred' | 'bounced' | 'expired'): void {
    event.kind = kind;
    tried(mail, event);
    hand(mail, event);
  }

  /** With the first word about a recipient it is known that he was taken in for somewhere else. */
  function attempted(mail: OpenMail, kind: Draft['kind'], recipient: string, attempt: number | undefined): Draft {
    const isFirst = attempt === undefined ? !mail.waiting.has(recipient) : attempt <= 1;
    if (isFirst) handTakenIn(mail, recipient);
    const event = newEvent(kind);
    addRecipient(event, recipient);
    addDelay(event, mail);
    const peer = peers.of(mail.id, event.recipientDomain);
    if (peer === undefined) return event;
    const { host, ip, port, sourceIp, tls } = peer;
    if (host === undefined && ip === undefined) return event;
    event.relay = {
      ...(host === undefined ? {} : { host }),
      ...(ip === undefined ? {} : { ip }),
      ...(port === undefined ? {} : { port }),
    };
    event.hop = hopTo(ip, port);
    if (sourceIp !== undefined) event.sourceIp = sourceIp;
    if (tls !== undefined) event.tls = tls;
    return event;
  }
}

/** By the reply, or maddy's own status; undefined where a failure has neither. */
function isPermanent({ code, enhancedCode }: Draft): boolean | undefined {
  return code === undefined ? enhancedCode?.startsWith('5') : code >= PERMANENT_FROM;
}
