import type { Assumptions, EventSink } from '../format.ts';
import { addressIn } from './address.ts';
import { headerOf, type MailContents } from './contents.ts';
import { mailEvent, timeOf } from './mail-event.ts';
import { says } from './said.ts';
import { bounceSigns } from './signals.ts';
import { toldText } from './told-text.ts';

const TITLES = says('autoReplyTitles', { behind: String.raw`^(?:re: ?)?\W{0,3}` });
/** What mail programs call their note, each in its language. */
const NAMES = says('autoReplies');

/** What programs without a field or a subject of their own begin with. */
const OPENING =
  /(?:^|[.!]\s)\s{0,8}(?:auto-?reply message from|this is an auto(?:matic|mated|matically generated)?[- ]?(?:e-?mail )?(?:reply|response|answer)\b|(?:dies|dies?e e-?mail) ist eine automatische antwort|ceci est une réponse automatique|questa è una risposta automatica)/iu;

/** 0 to 1: how much a mail looks like a note that answers by itself: vacation, out of office, «we have got your mail». */
export function replySigns(mail: MailContents): number {
  const has = (name: string, what: RegExp): boolean => what.test(headerOf(mail, name) ?? '');
  const subject = (headerOf(mail, 'subject') ?? '').slice(0, SUBJECT_LENGTH);
  let signs = 0;
  if (has('auto-submitted', /^auto-(?:replied|responded)/i)) signs += 0.6;
  if (has('x-autoreply', /./) || has('x-autorespond', /./) || has('x-autoresponder', /./)) signs += 0.5;
  if (has('precedence', /auto.?reply/i)) signs += 0.5;
  else if (has('x-auto-response-suppress', /./) || has('precedence', /bulk/i)) signs += 0.2;
  if (has('x-mailer', /vacation|autorespond/i) || has('delivered-to', /^autoresponder$/i)) signs += 0.4;
  if (TITLES.test(subject)) signs += 0.6;
  else if (NAMES.test(subject)) signs += 0.4;
  else if (
    /^(?:\[[^\]]{1,40}\]\s{0,3})?(?:thank you for (?:your|contacting|writing)|we (?:have )?received your)/i.test(
      subject,
    )
  )
    signs += 0.3;
  if (OPENING.test(toldText(mail).slice(0, SUBJECT_LENGTH))) signs += 0.5;
  // Bounces say auto-replied, too.
  return Math.max(0, Math.min(signs, 1) - (bounceSigns(mail) >= 0.6 ? 0.6 : bounceSigns(mail) >= 0.4 ? 0.2 : 0));
}

/** The note as an event: who it is from is who was written to. */
export function readAutoReply(mail: MailContents, sink: EventSink, assumptions: Assumptions): 'event' | 'unknown' {
  if (replySigns(mail) < LIKELY) return 'unknown';
  const event = mailEvent(
    'auto-reply',
    'auto-reply',
    addressIn(headerOf(mail, 'from') ?? ''),
    timeOf(mail, assumptions),
  );
  const answered = headerOf(mail, 'in-reply-to') ?? headerOf(mail, 'references')?.split(/\s+/).at(-1);
  const id = /<([^<>\s]{1,900})>/.exec(answered ?? '')?.[1];
  if (id !== undefined) event.ids = { message: id };
  const subject = headerOf(mail, 'subject');
  if (subject !== undefined) event.diagnostic = subject.slice(0, SUBJECT_LENGTH);
  // The word classifies it, whatever the subject says.
  event.espClass = 'auto-replied';
  sink.event(event);
  return 'event';
}

const SUBJECT_LENGTH = 300;
/** Signs are sums of tenths: 0.6 - 0.2 is a little less than 0.4. */
const LIKELY = 0.39;
