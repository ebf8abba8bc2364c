import type { Judgement, ReplyClass } from './class.ts';
import { OF_ADDRESS } from './of-address.ts';

/** Where in the session a refusal came says of whom it can speak. */
export function inSession(cluster: string, judgement: Judgement): Judgement {
  const { class: name } = judgement;
  if (OF_ADDRESS.has(name) && TO_MAIL_FROM.test(cluster)) return unwelcome(judgement, 'sender-rejected');
  if (name === 'unclassified') {
    if (REFUSED_MAIL_FROM.test(cluster)) return unwelcome(judgement, 'policy');
    if (REFUSED_ADDRESS.test(cluster)) return { ...judgement, class: 'user-unknown', severity: 'hard' };
    if (REFUSED_DATA.test(cluster)) return unwelcome(judgement, 'policy');
    if (REFUSED_GREETING.test(cluster)) return unwelcome(judgement, 'ip-blocked');
  }
  if (OF_THE_HOUSE.has(name) && REFUSED_GREETING.test(cluster)) return unwelcome(judgement, 'ip-blocked');
  if (OF_NOTHING.has(name) && QMAIL_SENDER.test(cluster)) return unwelcome(judgement, 'sender-rejected');
  if (PASSING.has(name) && GIVEN_UP.test(cluster)) return { ...judgement, class: 'expired', severity: 'soft' };
  return judgement;
}

/** It is about the sender, whoever was written to. */
const unwelcome = (judgement: Judgement, name: ReplyClass): Judgement => ({
  ...judgement,
  class: name,
  severity: 'block',
});

/** Refused at MAIL FROM, the address that does not exist is the sender's: the recipient must not pay for it. */
const TO_MAIL_FROM = /in reply to MAIL FROM|after MAIL FROM/i;
/** A refusal for good without a reason: at MAIL FROM only the sender is known, in the greeting only the address. */
const REFUSED_MAIL_FROM = /\b5\d\d\b.*(?:in reply to MAIL FROM)|after (?:pipelined )?MAIL FROM.*\b5\d\d\b/i;
/** At RCPT TO, a server that repeats the address in a refusal for good speaks of it; after the data, of what it was sent. */
const REFUSED_ADDRESS = /\b5\d\d\b.{0,20}<address>.*in reply to RCPT TO/i;
const REFUSED_DATA = /\b5\d\d\b.*in reply to end of DATA|after end of data.*\b5\d\d\b/i;
const REFUSED_GREETING = /refused to talk to me: 5\d\d\b|after initial connection.*\b5\d\d\b/i;
/** «Access denied», «service unavailable»: said to whoever connects, before anything was said, it is about the address. */
const OF_THE_HOUSE: ReadonlySet<ReplyClass> = new Set(['policy', 'system-error']);
/** qmail's words for it. */
const QMAIL_SENDER = /^Connected to \S+ but sender was rejected/i;
/**
 * Exim, qmail and Haraka give up with the last answer in front, others name it behind: where it tells no lasting reason,
 * time was the reason.
 */
const GIVEN_UP =
  /\b(?:queue|queuing|delivery|message) (?:time-?out|expired|lifetime exceeded)\b.{0,40}\blast (?:error|response|reply|answer)\b|: retry timeout exceeded|this message has been in the queue too long|^too many failures\b/i;
const PASSING: ReadonlySet<ReplyClass> = new Set([
  'connection',
  'routing',
  'dns',
  'greylisted',
  'system-error',
  'unclassified',
]);
const OF_NOTHING: ReadonlySet<ReplyClass> = new Set(['policy', 'user-unknown', 'domain-unknown', 'unclassified']);
