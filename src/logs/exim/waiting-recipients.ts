import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';
import { lastWordOf, tellLastWord } from './last-word.ts';
import type { OpenMessage } from './open-messages.ts';

/** Recipients of one message whose attempts are counted. Stops a message to the whole world from filling memory. */
const MOST_RECIPIENTS = 50_000;
/** How often a recipient who waits was tried. */
export const attemptsAt = ({ deferred }: OpenMessage, { recipient = '' }: MailEvent): number =>
  deferred?.get(recipient)?.attempts ?? 0;

/** Keeps, for as long as a recipient waits, what the last attempt said; a give-up without words has it from there. */
export function remember(message: OpenMessage, event: Draft): void {
  const recipient = event.recipient ?? '';
  const before = message.deferred?.get(recipient);
  if (event.kind === 'deferred') {
    const attempts = event.attempt ?? 0;
    const last = lastWordOf(event, before?.last);
    message.deferred ??= new Map();
    if (before !== undefined) [before.attempts, before.last] = [attempts, last];
    else if (message.deferred.size < MOST_RECIPIENTS) message.deferred.set(ownCopy(recipient), { attempts, last });
    return;
  }
  message.hasFailed = true;
  const last = before?.last;
  if (before !== undefined) message.deferred?.delete(recipient);
  if (event.kind !== 'expired' || event.code !== undefined || last === undefined) return;
  if (event.diagnostic !== undefined && !GIVEN_UP_ONLY.test(event.diagnostic)) return;
  tellLastWord(event, last);
}

/** Says that it is over, and nothing of why. */
const GIVEN_UP_ONLY = /^(?:retry timeout exceeded|all hosts\b.*|retry time not reached\b.*)$/;
