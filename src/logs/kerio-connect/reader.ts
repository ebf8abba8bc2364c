import { textOf } from '../block.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailEvents } from '../mta/mail-events.ts';
import { openMails } from '../mta/open-mails.ts';
import { addDelay, addRecipient } from '../mta/said.ts';
import { BETWEEN } from '../syslog/between.ts';
import { newTextLine } from '../syslog/text-line.ts';
import { isInside } from '../relay-place.ts';
import { kerioLineReader } from './head.ts';
import { bare, recipientsIn, type Told, toldBy } from './lines.ts';

/** The actions of RFC 3464 §2.3.3, and what else they have been called. */
const RESULTS: Readonly<Record<string, MailEvent['kind']>> = {
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
  delayed: 'deferred',
  deferred: 'deferred',
  failed: 'bounced',
};
/** `5.1.1 <bert@one.example>: no such user`, `550 5.1.1 …`. */
const STATUS = /^(?:([245]\d\d)[ -])?(?:([245]\.\d{1,3}\.\d{1,3})(?= |$))? ?(.*)$/;
/** RFC 3463 §3.5: the time it had is over. */
const TOO_LONG = /^[45]\.4\.7$/;
/** What a mailbox on the machine is delivered to by. */
const LOOPBACK = /^(?:127\.|::1$)/;

export function kerioReader(sink: EventSink): LineReader {
  const line = newTextLine();
  const lines = kerioLineReader();
  const mails = openMails();
  const { newEvent, hand } = mailEvents('kerio-connect', line, sink);

  return {
    begin: (assumptions) => lines.begin(assumptions),
    line(block, start, end) {
      if (!lines.read(block, start, end, line))
        return BETWEEN.test(textOf(block, start, end).trim()) ? 'known' : 'unknown';
      const told = toldBy(line.text);
      if (told === undefined) return 'known';
      return told.isSent ? sent(told) : received(told);
    },
    end: () => undefined,
    open: () => mails.size(),
  };

  function received({ queue, fields }: Told): 'event' {
    const mail = mails.open(queue, line.host, line.time);
    mail.arrivedAt = line.time;
    mail.envelopeFrom = ownCopy(bare(fields.get('From') ?? ''));
    const size = Number(fields.get('Size') ?? Number.NaN);
    if (size >= 0) mail.size = size;
    learnMessageId(mail, fields);
    const user = fields.get('User');
    const isNotice = fields.get('Service') === 'DSN';
    mail.tags = {
      ...(user === undefined || user === '' ? {} : { sasl: ownCopy(user) }),
      ...(isNotice ? { notification: fields.get('Report') === 'delayed' ? 'delay' : 'bounce' } : {}),
    };
    for (const recipient of recipientsIn(fields.get('To') ?? '')) {
      const event = newEvent('accepted');
      addRecipient(event, recipient);
      hand(mail, event);
    }
    mails.seen(mail, line.time);
    return 'event';
  }

  function sent({ queue, fields }: Told): 'event' | 'unknown' {
    const [, code, status, text = ''] = STATUS.exec(fields.get('Status') ?? '') ?? [];
    const result = RESULTS[(fields.get('Result') ?? '').toLowerCase()];
    if (result === undefined) return 'unknown';
    const mail = mails.ensure(queue, line.host, line.time);
    learnMessageId(mail, fields);
    const recipient = bare(fields.get('Recipient') ?? '');
    const isOver = result === 'bounced' && (TOO_LONG.test(status ?? '') || (status?.startsWith('4') ?? false));
    const event = newEvent(isOver ? 'expired' : result);
    if (recipient !== '') addRecipient(event, recipient);
    addDelay(event, mail);
    if (isOver) givenUp(mail, event);
    else tried(mail, event);
    if (code !== undefined) event.code = Number(code);
    if (status !== undefined) event.enhancedCode = status;
    if (text !== '') event.diagnostic = [code, status, text].filter((part) => part !== undefined).join(' ');
    addPeer(event, fields.get('Remote-Host') ?? '');
    mails.seen(mail, line.time);
    hand(mail, event);
    return 'event';
  }
}

function learnMessageId(mail: { ids: MailEvent['ids'] }, fields: Told['fields']): void {
  const messageId = bare(fields.get('Msg-Id') ?? '');
  if (messageId !== '' && mail.ids.message === undefined) mail.ids = { ...mail.ids, message: ownCopy(messageId) };
}

function addPeer(event: Draft, remote: string): void {
  if (remote === '') return;
  if (LOOPBACK.test(remote)) {
    event.hop = 'local';
    return;
  }
  const isAddress = /^[\d.]+$|:/.test(remote);
  event.relay = isAddress ? { ip: remote } : { host: remote };
  event.hop = isAddress && isInside(remote) ? 'relay' : 'mx';
}
