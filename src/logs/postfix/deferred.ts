import type { MailEvent } from '../event.ts';
import type { QueuedMessage } from './message.ts';

/** Recipients of one message. Stops a log in which each line names another; lists are expanded before the queue. */
const MOST_WAITING = 100_000;

/** Hosts say the same to many, and again at every attempt: those who wait share the text. */
const texts = new Map<string, string>();
/** Stops a log in which each host says something else. */
const MOST_TEXTS = 2048;

function shared(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(text, text);
  return text;
}

/** Keeps, for as long as a recipient waits, what the last attempt said. */
export function rememberDelivery(message: QueuedMessage, event: MailEvent): void {
  if (event.kind !== 'deferred') {
    if (message.deferred !== undefined) message.deferred.delete(event.recipient ?? '');
    return;
  }
  const { recipient = '', recipientDomain, attempt = 1, code, enhancedCode, diagnostic, command } = event;
  message.deferred ??= new Map();
  let said = message.deferred.get(recipient);
  if (said === undefined) {
    if (message.deferred.size >= MOST_WAITING) return;
    said = { attempts: 0, recipientDomain, code, enhancedCode, diagnostic: undefined, command: undefined };
    message.deferred.set(recipient, said);
  }
  said.attempts = attempt;
  said.code = code;
  said.enhancedCode = enhancedCode;
  // Mostly it says the same again: those who wait share the text.
  if (said.diagnostic !== diagnostic) said.diagnostic = shared(diagnostic);
  if (said.command !== command) said.command = shared(command);
}
