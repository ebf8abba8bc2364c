import { ownCopy } from '../../core/own-copy.ts';
import type { Assumptions, EventSink, LineReader } from '../format.ts';
import { tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import { addRecipient } from '../mta/said.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import { stampIn } from '../syslog/stamp-forms.ts';
import { type Told, toldBy } from './lines.ts';
import { addSaid, isTooLong } from './said.ts';
import { toMilliseconds } from '../milliseconds.ts';

/** Deliveries under way: hundreds at the most. Stops a log in which none ends. */
const MOST_UNDER_WAY = 10_000;
/** Bounces whose own lines are still to come. */
const MOST_BOUNCES = 10_000;
const PROGRAM = /^(?:qmail|qmail-send|send|indimail|slowq-send|notqmail)(?:\.[\w-]+)?$/i;

const KINDS = { success: 'delivered', failure: 'bounced', deferral: 'deferred' } as const;

interface UnderWay {
  readonly mail: OpenMail;
  readonly recipient: string;
  readonly isLocal: boolean;
}

export function qmailReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('qmail', PROGRAM, sink);
  const underWay = new Map<string, UnderWay>();
  const bounces = new Set<string>();
  let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };

  return reader(
    () => {
      const { told, queue } = toldBy(withoutStamp(line.text));
      return told === undefined ? 'known' : tells(told, queue);
    },
    (next) => {
      assumptions = next;
    },
  );

  /** splogger puts a stamp of its own before the message, which has its year and its zone. */
  function withoutStamp(text: string): string {
    const stamp = stampIn(text.slice(0, LONGEST_STAMP), 0, assumptions);
    if (stamp === undefined) return text;
    line.time = stamp.minute + stamp.seconds;
    line.assumed = stamp.assumed;
    return text.slice(stamp.end).trimStart();
  }

  function tells(told: Told, queue: string): 'event' | 'known' {
    const keyOf = (number: string): string => (queue === '' ? number : `${queue}/${number}`);
    switch (told.kind) {
      case 'new': {
        const mail = mails.open(keyOf(told.message), line.host, line.time);
        mail.arrivedAt = line.time;
        return 'event';
      }
      case 'info':
        return announced(keyOf(told.message), told);
      case 'starting': {
        const id = keyOf(told.message);
        const mail = mails.ensure(id, line.host, line.time);
        mails.seen(mail, line.time);
        if (underWay.size >= MOST_UNDER_WAY) underWay.clear();
        underWay.set(`${line.host} ${keyOf(told.delivery)}`, {
          mail,
          recipient: ownCopy(told.recipient),
          isLocal: told.isLocal,
        });
        return 'event';
      }
      case 'outcome':
        return ended(`${line.host} ${keyOf(told.delivery)}`, told);
      case 'bounce':
        if (bounces.size >= MOST_BOUNCES) bounces.clear();
        bounces.add(`${line.host} ${told.queued}`);
        return 'event';
      default:
        return mails.find(keyOf(told.message), line.host) === undefined ? 'known' : 'event';
    }
  }

  function announced(id: string, told: Extract<Told, { kind: 'info' }>): 'event' {
    const known = mails.find(id, line.host);
    const isNew = known === undefined || known.envelopeFrom !== undefined;
    const mail = isNew ? mails.open(id, line.host, line.time) : known;
    mail.arrivedAt ??= line.time;
    // `#@[]` is the sender of a bounce that could not be delivered itself.
    mail.envelopeFrom = told.sender === '#@[]' ? '' : ownCopy(told.sender);
    mail.size = told.size;
    const isBounce = bounces.delete(`${line.host} ${told.queued}`) || told.sender === '#@[]';
    mail.tags = {
      ...(told.uid === '' ? {} : { uid: ownCopy(told.uid) }),
      ...(isBounce ? { notification: 'bounce' } : {}),
    };
    mails.seen(mail, line.time);
    hand(mail, newEvent('accepted'));
    return 'event';
  }

  /** An outcome of a delivery that began before the log does names nobody. */
  function ended(key: string, { result, said }: Extract<Told, { kind: 'outcome' }>): 'event' | 'known' {
    const delivery = underWay.get(key);
    if (delivery === undefined) return 'known';
    underWay.delete(key);
    const { mail, recipient, isLocal } = delivery;
    const event = newEvent(result === 'failure' && isTooLong(said) ? 'expired' : KINDS[result]);
    addRecipient(event, recipient);
    if (mail.arrivedAt !== undefined) event.delay = { total: toMilliseconds(Math.max(0, line.time - mail.arrivedAt)) };
    addSaid(event, said, isLocal);
    tried(mail, event);
    mails.seen(mail, line.time);
    hand(mail, event);
    return 'event';
  }
}

/** Characters of a stamp and what may stand behind it. */
const LONGEST_STAMP = 64;
