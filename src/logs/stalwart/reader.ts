import { ownCopy } from '../../core/own-copy.ts';
import { addressDomain } from '../../protocols/address-parts.ts';
import type { MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { type MailLog, mailLog } from '../mta/mail-log.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { addRecipient, addReply, hopTo } from '../mta/said.ts';
import { type Deliveries, followedDeliveries } from './deliveries.ts';
import { type StalwartLine, stalwartLine, whom } from './line.ts';
import { failureIn, portIn, type Refusal, refusalIn, tlsOf } from './refusal.ts';
import { toMilliseconds } from '../milliseconds.ts';

const PROGRAM = /^stalwart/i;
/** `queue.authenticated-message-queued`, `queue.dsn-queued`; `queue.queue-message` of older versions. */
const QUEUED = /^queue\.(?:queue-|.*-queued$)/;
/** What ends an attempt for a whole domain. */
const DOMAIN_FAILED =
  /^(?:delivery\.(?:[a-z-]+-(?:error|failed|rejected)|null-mx|concurrency-limit-exceeded|rate-limit-exceeded)|dane\.authentication-failure|mta-sts\.not-authorized)$/;
/** `Unexpected response for RCPT TO:<…>: Code: 550, Enhanced code: 5.1.1, Message: …`. */
const ANSWER = /\bCode: (\d{3})(?:, Enhanced code: (\d\.\d{1,3}\.\d{1,3}))?(?:, Message: (.*))?$/;
const TEMPORARY_FROM = 400;
const PERMANENT_FROM = 500;

export function stalwartReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('stalwart', PROGRAM, sink);
  const tells = stalwartTelling({ line, mails, newEvent, hand });
  return reader(() => {
    const told = stalwartLine(line.text);
    return told === undefined ? 'unknown' : tells(told);
  });
}

/** Follows messages from event to event, whether these come as lines or as objects. */
export function stalwartTelling({
  line,
  mails,
  newEvent,
  hand,
}: Pick<MailLog, 'line' | 'mails' | 'newEvent' | 'hand'>): (told: StalwartLine) => 'event' | 'known' {
  const followed = followedDeliveries();

  return (told) => {
    const queueId = told.fields.get('queueId');
    // Its own web server and mailboxes, and mail that is on its way in.
    if (queueId === undefined || !/^(?:delivery|queue|dane|mta-sts)\./.test(told.id)) return 'known';
    const mail = mails.ensure(queueId, line.host, line.time);
    const of = followed.of(queueId);
    const understood = tells(told, mail, of);
    mails.seen(mail, line.time);
    if (told.id === 'delivery.completed') followed.forget(queueId);
    return understood;
  };

  function tells({ id, words, fields }: StalwartLine, mail: OpenMail, of: Deliveries): 'event' | 'known' {
    const { recipient, recipients } = whom(fields);
    for (const one of recipients) of.recipients.add(ownCopy(one));
    learn(mail, fields);
    const domain = fields.get('domain');
    if (domain !== undefined) of.domain = domain;
    if (QUEUED.test(id)) return accepted(mail, id);
    switch (id) {
      case 'delivery.attempt-start':
        of.told.clear();
        of.failed.clear();
        return 'known';
      case 'delivery.connect':
        of.ip = fields.get('remoteIp');
        of.port = portIn(fields.get('remotePort'));
        of.tls = undefined;
        return 'known';
      case 'delivery.start-tls':
        of.tls = tlsOf(fields);
        return 'known';
      case 'delivery.start-tls-unavailable':
      case 'delivery.start-tls-disabled':
        of.tls = false;
        return 'known';
      case 'delivery.delivered':
      case 'delivery.dsn-success':
        return recipient === undefined ? 'known' : delivered(mail, of, recipient, fields);
      case 'delivery.rcpt-to-rejected':
        return recipient === undefined ? 'known' : refused(mail, of, recipient, fields);
      case 'delivery.dsn-perm-fail':
        return recipient === undefined ? 'known' : failed(mail, of, recipient, fields);
      case 'delivery.dsn-temp-fail':
        return recipient === undefined || of.told.has(recipient) ? 'known' : waits(mail, of, recipient, fields);
      case 'queue.rescheduled':
        return rescheduled(mail, of);
      default:
        if (DOMAIN_FAILED.test(id)) of.failed.set(of.domain, failureIn(words, refusalIn(fields, of)));
        return 'known';
    }
  }

  function learn(mail: OpenMail, fields: StalwartLine['fields']): void {
    const from = fields.get('from');
    if (from !== undefined) mail.envelopeFrom ??= ownCopy(from);
    const size = Number(fields.get('size') ?? Number.NaN);
    if (size > 1) mail.size ??= size;
  }

  function accepted(mail: OpenMail, id: string): 'event' | 'known' {
    if (mail.arrivedAt !== undefined) return 'known';
    mail.arrivedAt = line.time;
    if (id.includes('dsn')) mail.tags = { notification: 'bounce' };
    hand(mail, newEvent('accepted'));
    return 'event';
  }

  /** By the transaction, and by the notice of it, which local deliveries alone have. */
  function delivered(mail: OpenMail, of: Deliveries, recipient: string, fields: StalwartLine['fields']) {
    if (of.ended.has(recipient)) return 'known';
    end(of, recipient);
    return attempted(mail, { kind: 'delivered', recipient, refusal: refusalIn(fields, of) });
  }

  function refused(mail: OpenMail, of: Deliveries, recipient: string, fields: StalwartLine['fields']) {
    const refusal = refusalIn(fields, of);
    of.refused.set(ownCopy(recipient), refusal);
    const { code = 0 } = refusal;
    // That it was for ever is said once more, when all are through.
    if (code < TEMPORARY_FROM || code >= PERMANENT_FROM) return 'known';
    of.told.add(ownCopy(recipient));
    return attempted(mail, { kind: 'deferred', recipient, refusal });
  }

  /** It is told so once a notice of the delay is due; whoever is told of nothing else (a webhook) learns it from this. */
  function waits(mail: OpenMail, of: Deliveries, recipient: string, fields: StalwartLine['fields']) {
    of.told.add(ownCopy(recipient));
    const own = refusalIn(fields, of);
    const before = of.failed.get(addressDomain(recipient));
    if (before !== undefined) return attempted(mail, { kind: 'deferred', recipient, refusal: before });
    return attempted(mail, { kind: 'deferred', recipient, ...answerIn(own) });
  }

  function failed(mail: OpenMail, of: Deliveries, recipient: string, fields: StalwartLine['fields']) {
    if (of.ended.has(recipient)) return 'known';
    const { refusal: own, enhancedCode } = answerIn(refusalIn(fields, of));
    const before = of.refused.get(recipient) ?? of.failed.get(addressDomain(recipient)) ?? own;
    const code = before.code ?? own.code;
    const hasWaited = mail.waiting.has(recipient);
    end(of, recipient);
    const refusal = { ...before, code };
    const isOver = hasWaited && (code === undefined || code < PERMANENT_FROM);
    return attempted(mail, { kind: isOver ? 'expired' : 'bounced', recipient, refusal, enhancedCode });
  }

  /** Whoever is still waiting, and has not been refused one by one, waits for what went wrong with the domain. */
  function rescheduled(mail: OpenMail, of: Deliveries): 'event' | 'known' {
    let understood: 'event' | 'known' = 'known';
    for (const recipient of of.recipients) {
      if (of.told.has(recipient) || of.ended.has(recipient)) continue;
      const refusal = of.failed.get(addressDomain(recipient)) ?? of.failed.get('');
      if (refusal === undefined) continue;
      of.told.add(recipient);
      understood = attempted(mail, { kind: 'deferred', recipient, refusal });
    }
    return understood;
  }

  function attempted(mail: OpenMail, { kind, recipient, refusal, enhancedCode }: Attempt): 'event' {
    const event = newEvent(kind);
    addRecipient(event, recipient);
    const { code, said, host, ip, port, tls } = refusal;
    if (host === 'localhost') event.hop = 'local';
    else if (host !== undefined && host !== '') {
      event.relay = { host, ip, port };
      event.hop = hopTo(ip, port);
    }
    if (tls !== undefined && code !== undefined) event.tls = tls;
    addReply(event, code === undefined ? said : `${code} ${said}`);
    if (enhancedCode !== undefined) event.enhancedCode ??= enhancedCode;
    if (mail.arrivedAt !== undefined && kind !== 'expired')
      event.delay = { total: toMilliseconds(line.time - mail.arrivedAt) };
    if (kind === 'expired') givenUp(mail, event);
    else tried(mail, event);
    hand(mail, event);
    return 'event';
  }
}

/** The reply within what is said of it. */
function answerIn(refusal: Refusal): { readonly refusal: Refusal; readonly enhancedCode: string | undefined } {
  const [, answered, enhancedCode, text] = ANSWER.exec(refusal.said) ?? [];
  if (answered === undefined) return { refusal, enhancedCode };
  return { refusal: { ...refusal, code: refusal.code ?? Number(answered), said: text ?? refusal.said }, enhancedCode };
}

interface Attempt {
  readonly kind: MailEvent['kind'];
  readonly recipient: string;
  readonly refusal: Refusal;
  readonly enhancedCode?: string | undefined;
}

function end(of: Deliveries, recipient: string): void {
  of.ended.add(ownCopy(recipient));
  of.refused.delete(recipient);
}
