import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { givenUp, tried } from '../mta/attempts.ts';
import { mailLog } from '../mta/mail-log.ts';
import { addRecipient } from '../mta/said.ts';
import { type Arrival, arrivalIn, type Attempt, attemptIn, QUEUE_ID } from './lines.ts';
import { addOutcome, kindOf } from './outcome.ts';
import { isVerified, sessions } from './sessions.ts';

/** `sendmail`, and Debian's `sm-mta`, `sm-msp-queue`; whoever starts it with -L calls it otherwise. */
export const PROGRAM = /^(?:sendmail|sm-|smtp-in$|smtp-out$|mta$)[\w.-]*$/i;
/** `DSN: User unknown`, `sender notify: Warning: could not send message for past 4 hours`, behind the new message's id. */
const NOTIFICATION = /^([A-Za-z0-9]{7,24}): (DSN|return to sender|sender notify|postmaster notify): (.*)$/;
const GIVEN_UP = /^(?:Cannot|Could not|Unable to) send message for/i;

export function sendmailReader(sink: EventSink): LineReader {
  const { line, mails, newEvent, hand, reader } = mailLog('sendmail', PROGRAM, sink);
  const known = sessions();

  return reader(() => {
    if (line.program === '') return 'known';
    const id = QUEUE_ID.exec(line.text);
    const said = id === null ? line.text : line.text.slice(id[0].length);
    if (known.learn(processOf(), said) || id === null) return 'known';
    return ofMessage(id[1] ?? '', said);
  });

  function processOf(): string {
    return `${line.host} ${line.process}`;
  }

  function ofMessage(id: string, said: string): 'event' | 'known' | 'unknown' {
    if (said.startsWith('from=')) {
      const arrival = arrivalIn(said);
      return arrival === undefined ? 'unknown' : arrived(id, arrival);
    }
    if (said.startsWith('to=')) {
      const attempt = attemptIn(said);
      return attempt === undefined ? 'unknown' : attempted(id, attempt);
    }
    const notice = NOTIFICATION.exec(said);
    return notice === null ? 'known' : notified(id, notice[1] ?? '', notice[3] ?? '');
  }

  function arrived(id: string, { envelopeFrom, size, recipients, messageId }: Arrival): 'event' | 'known' {
    // Refused before anybody was named.
    if (recipients === 0) return 'known';
    const mail = mails.open(id, line.host, line.time);
    mail.arrivedAt = line.time;
    mail.envelopeFrom = ownCopy(envelopeFrom);
    mail.size = size;
    if (messageId !== undefined) mail.ids = { ...mail.ids, message: ownCopy(messageId) };
    const login = known.login(processOf());
    if (login !== undefined) mail.tags = { sasl: login };
    hand(mail, newEvent('accepted'));
    return 'event';
  }

  function attempted(id: string, attempt: Attempt): 'event' | 'known' {
    const kind = kindOf(attempt);
    if (kind === 'waits') return 'known';
    const mail = mails.ensure(id, line.host, line.time);
    for (const recipient of attempt.recipients) {
      const event = newEvent(kind);
      // What went to a program or into a file was somebody's.
      addRecipient(event, /^["|/:]/.test(recipient) ? (attempt.controlling ?? recipient) : recipient);
      addOutcome(event, attempt);
      const tls = event.hop === 'local' ? undefined : tlsOf(event, attempt);
      if (tls !== undefined) event.tls = tls;
      tried(mail, event);
      hand(mail, event);
    }
    mails.seen(mail, line.time);
    return 'event';
  }

  /** A connection that was never made had no TLS to speak of. */
  function tlsOf(event: Draft, attempt: Attempt): Draft['tls'] {
    const tls = attempt.tls === undefined ? known.tlsTo(processOf(), event.relay) : saidIn(attempt.tls);
    return tls === false && event.kind === 'deferred' && event.code === undefined ? undefined : tls;
  }

  /** A notification is made under an id of its own, and has no line of an arrival. */
  function notified(id: string, newId: string, why: string): 'event' {
    const about = mails.find(id, line.host);
    const isGivenUp = GIVEN_UP.test(why);
    if (about !== undefined && isGivenUp) {
      for (const recipient of about.waiting.keys()) {
        const event = newEvent('expired');
        addRecipient(event, recipient);
        givenUp(about, event);
        hand(about, event);
      }
      mails.seen(about, line.time);
    }
    if (mails.find(newId, line.host)?.arrivedAt === line.time) return 'event';
    const mail = mails.open(newId, line.host, line.time);
    mail.arrivedAt = line.time;
    mail.envelopeFrom = '';
    const isWarning = /^Warning\b/i.test(why);
    const notification = isWarning ? 'delay' : /^Return receipt/i.test(why) ? 'delivery status' : 'bounce';
    mail.tags = { notification };
    hand(mail, newEvent('accepted'));
    return 'event';
  }
}

const saidIn = ({ version, cipher, verify }: NonNullable<Attempt['tls']>): Draft['tls'] =>
  version === 'NONE' ? false : { version: ownCopy(version), cipher: ownCopy(cipher), verified: isVerified(verify) };
