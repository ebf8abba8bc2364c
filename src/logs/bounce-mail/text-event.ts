import { tellsArrival } from './arrival.ts';
import type { Assumptions, EventSink } from '../format.ts';
import { headerOf, type MailContents } from './contents.ts';
import { mailEvent, timeOf } from './mail-event.ts';
import { codesIn, refusedBy, saysUndelivered, telling, withoutFrame } from './reply.ts';
import { gaveUp, onlyWarns } from './warnings.ts';
import { tellReturned } from './returned.ts';
import type { TextBounce } from './text-bounce.ts';

/** The events of a bounce in words. A text that names no recipient and no reason tells nothing. */
export function tellTextBounce(
  { failures, told, returned, means }: TextBounce,
  mail: MailContents,
  { sink, assumptions }: { readonly sink: EventSink; readonly assumptions: Assumptions },
): 'event' | 'unknown' {
  const subject = headerOf(mail, 'subject') ?? '';
  const warns = onlyWarns(subject, told);
  const time = timeOf(mail, assumptions);
  const arrived = tellsArrival(subject, told);
  let found = false;
  for (const { address, reason } of failures) {
    const diagnostic = reason === '' ? fallbackReason(subject, told) : reason;
    if (address === undefined && telling(diagnostic) === 0) continue;
    // A server that took it in says so with 250.
    if (arrived || /\b2[05]0[ -]2\.\d\.\d\b/.test(diagnostic)) {
      sink.event(mailEvent('delivered', 'bounce-text', address, time));
      found = true;
      continue;
    }
    const kind = warns
      ? 'deferred'
      : gaveUp(`${diagnostic} ${failures.length === 1 ? told : ''}`)
        ? 'expired'
        : 'bounced';
    const event = mailEvent(kind, 'bounce-text', address, time);
    const { code, enhancedCode } = codesIn(diagnostic);
    if (code !== undefined) event.code = code;
    // `wxPython 2.3.0`: no code of success is the reason of a failure.
    if (enhancedCode?.startsWith('2') === false) event.enhancedCode = enhancedCode;
    if (diagnostic !== '') event.diagnostic = withoutFrame(diagnostic);
    if (means !== undefined) event.espClass = means;
    else if (kind === 'expired' && code === undefined) event.espClass = 'expired';
    event.permanent = !warns;
    Object.assign(event, refusedBy(diagnostic));
    tellReturned(event, returned);
    sink.event(event);
    found = true;
  }
  return found ? 'event' : 'unknown';
}

/** Where no line says why: what the mail is called, and how it begins. */
function fallbackReason(subject: string, told: string): string {
  // «Undeliverable: Your order» has words of the message's own.
  if (telling(subject) > 0 && !saysUndelivered(subject)) return subject;
  return (
    told
      .trim()
      .split(/\n[ \t]*\n/)
      .find((text) => telling(text) > 0)
      ?.replaceAll(/\s+/g, ' ')
      .slice(0, 600) ?? ''
  );
}
