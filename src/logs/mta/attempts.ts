import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';
import type { LastWord, OpenMail } from './open-mails.ts';

/** Recipients of one message whose attempts are counted. Stops a message to the whole world from filling memory. */
const MOST_RECIPIENTS = 50_000;

/** Counts an attempt, and keeps what was said for as long as the recipient waits. */
export function tried(mail: OpenMail, event: Draft): void {
  const recipient = event.recipient ?? '';
  const before = mail.waiting.get(recipient);
  const attempts = (before?.attempts ?? 0) + 1;
  event.attempt = attempts;
  if (event.kind !== 'deferred') mail.waiting.delete(recipient);
  else if (before !== undefined || mail.waiting.size < MOST_RECIPIENTS)
    mail.waiting.set(ownCopy(recipient), { attempts, last: lastWordOf(event, before?.last) });
}

/** Fills in, where somebody was given up, how often he was tried and what was said last. */
export function givenUp(mail: OpenMail, event: Draft): void {
  const before = mail.waiting.get(event.recipient ?? '');
  if (before === undefined) return;
  mail.waiting.delete(event.recipient ?? '');
  event.attempt = before.attempts;
  Object.assign(event, before.last);
}

/** Its strings are its own. Who defers a message says the same again and again, and that is kept once. */
function lastWordOf(event: MailEvent, before: LastWord | undefined): LastWord {
  const { code, enhancedCode, command, diagnostic, relay, hop } = event;
  const word: { -readonly [Key in keyof LastWord]: LastWord[Key] } = {};
  if (code !== undefined) word.code = code;
  if (enhancedCode !== undefined) word.enhancedCode = kept(enhancedCode, before?.enhancedCode);
  if (command !== undefined) word.command = kept(command, before?.command);
  if (diagnostic !== undefined) word.diagnostic = kept(diagnostic, before?.diagnostic);
  if (relay !== undefined) word.relay = keptPeer(relay);
  if (hop !== undefined) word.hop = hop;
  return word;
}

const kept = (text: string, before: string | undefined): string => (text === before ? before : ownCopy(text));

const keptPeer = ({ host, ip, port }: NonNullable<MailEvent['relay']>): NonNullable<MailEvent['relay']> => ({
  ...(host === undefined ? {} : { host: ownCopy(host) }),
  ...(ip === undefined ? {} : { ip: ownCopy(ip) }),
  ...(port === undefined ? {} : { port }),
});
