/** Why mail did not go through, as far as a reply tells. */
export const REPLY_CLASSES = [
  'user-unknown',
  'mailbox-full',
  'mailbox-disabled',
  'domain-unknown',
  'null-mx',
  'dns',
  'routing',
  'connection',
  'tls',
  'greylisted',
  'rate-limited',
  'ip-blocked',
  'domain-blocked',
  'ip-reputation',
  'domain-reputation',
  'spam-content',
  'malware',
  'link-blocked',
  'auth-failed',
  'dmarc-policy',
  'ptr',
  'relaying-denied',
  'policy',
  'sender-rejected',
  'message-too-large',
  'too-many-recipients',
  'malformed',
  'protocol',
  'system-error',
  'expired',
  'loop',
  'suppressed',
  'challenge',
  'auto-reply',
  'unclassified',
] as const;
export type ReplyClass = (typeof REPLY_CLASSES)[number];

/** hard: the address is no good; soft: later may be better; block: the address is fine, the sender is not welcome. */
export type Severity = 'hard' | 'soft' | 'block';

/** What is known of a refusal. Whatever the source did not say is absent. */
export interface Refusal {
  readonly code?: number;
  readonly enhancedCode?: string;
  /** The reply's text, as it came. */
  readonly diagnostic?: string;
  /** Id of the mailbox provider, where it is known: some say things nobody else says. */
  readonly mailboxProvider?: string;
  /** The sending service's own word. */
  readonly espClass?: string;
  /** The sending service's own verdict; codes and texts outrank it. */
  readonly permanent?: boolean;
}

export interface Judgement {
  readonly class: ReplyClass;
  readonly severity: Severity;
  /** What it rests on, strongest first; `words`: what replies with such words mean mostly. */
  readonly by: 'provider' | 'phrase' | 'code' | 'service' | 'words' | 'nothing';
}
