import { ownCopy } from '../../core/own-copy.ts';
import type { MailEvent } from '../event.ts';
import type { QueuedMessage } from './message.ts';

/** What was said last to a recipient who still waits. Its strings are copies: it is kept for days. */
export interface Said {
  readonly attempts: number;
  readonly recipientDomain: string;
  readonly code: number | undefined;
  readonly enhancedCode: string | undefined;
  readonly diagnostic: string | undefined;
  readonly command: string | undefined;
}

/** Recipients of one message. Stops a log in which each line names another; lists are expanded before the queue. */
const MOST_WAITING = 100_000;

/** Keeps, for as long as a recipient waits, what the last attempt said. */
export function rememberDelivery(message: QueuedMessage, event: MailEvent): void {
  const { recipient = '', recipientDomain, attempt = 1, code, enhancedCode, diagnostic, command } = event;
  if (event.kind !== 'deferred') {
    message.deferred?.delete(recipient);
    return;
  }
  message.deferred ??= new Map();
  if (message.deferred.size >= MOST_WAITING) return;
  message.deferred.set(ownCopy(recipient), {
    attempts: attempt,
    recipientDomain,
    code,
    enhancedCode,
    diagnostic: diagnostic === undefined ? undefined : ownCopy(diagnostic),
    command: command === undefined ? undefined : ownCopy(command),
  });
}
