import type { ReplyClass, Severity } from './class.ts';

/**
 * The usual severity of a class. Policy, filters and reputation are about the sender whatever digit stands before the
 * reply: 421 for a bad reputation does not go away by trying again.
 */
const USUAL: Readonly<Record<ReplyClass, Severity>> = {
  'user-unknown': 'hard',
  'mailbox-full': 'soft',
  'mailbox-disabled': 'hard',
  'domain-unknown': 'hard',
  'null-mx': 'hard',
  dns: 'soft',
  routing: 'soft',
  connection: 'soft',
  tls: 'soft',
  greylisted: 'soft',
  'rate-limited': 'soft',
  'ip-blocked': 'block',
  'domain-blocked': 'block',
  'ip-reputation': 'block',
  'domain-reputation': 'block',
  'spam-content': 'block',
  malware: 'block',
  'link-blocked': 'block',
  'auth-failed': 'block',
  'dmarc-policy': 'block',
  ptr: 'block',
  'relaying-denied': 'block',
  policy: 'block',
  'sender-rejected': 'block',
  'message-too-large': 'soft',
  'too-many-recipients': 'soft',
  malformed: 'block',
  protocol: 'soft',
  'system-error': 'soft',
  expired: 'soft',
  loop: 'soft',
  suppressed: 'hard',
  challenge: 'soft',
  'auto-reply': 'soft',
  // What nobody could read is no proof against an address.
  unclassified: 'soft',
};

export const usualSeverity = (name: ReplyClass): Severity => USUAL[name];

/** A temporary refusal says nothing final about the address: «user unknown» with 4xx is a directory out of order. */
export function severityOf(name: ReplyClass, temporary: boolean): Severity {
  const usual = USUAL[name];
  return usual === 'hard' && temporary && name !== 'suppressed' ? 'soft' : usual;
}
