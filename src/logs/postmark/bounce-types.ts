import type { EventKind } from '../event.ts';

/** What a bounce type means for the message; `permanent` where the type says so of the address. */
export interface BounceType {
  readonly kind: EventKind | 'known';
  readonly permanent?: boolean;
}

/** What is not here is a bounce, and says nothing about the address. https://postmarkapp.com/developer/api/bounce-api#bounce-types */
const TYPES: ReadonlyMap<string, BounceType> = new Map<string, BounceType>([
  ['HardBounce', { kind: 'bounced', permanent: true }],
  ['BadEmailAddress', { kind: 'bounced', permanent: true }],
  ['SoftBounce', { kind: 'bounced', permanent: false }],
  ['DnsError', { kind: 'bounced', permanent: false }],
  // «Could not temporarily deliver»: it is tried again.
  ['Transient', { kind: 'deferred', permanent: false }],
  ['AutoResponder', { kind: 'auto-reply' }],
  ['ChallengeVerification', { kind: 'auto-reply' }],
  ['AddressChange', { kind: 'auto-reply' }],
  ['Unsubscribe', { kind: 'unsubscribed' }],
  ['Subscribe', { kind: 'subscribed' }],
  ['SpamComplaint', { kind: 'complained' }],
  // Not sent by Postmark itself.
  ['ManuallyDeactivated', { kind: 'dropped' }],
  ['Unconfirmed', { kind: 'dropped' }],
  ['SMTPApiError', { kind: 'dropped' }],
  ['TemplateRenderingFailed', { kind: 'dropped' }],
  // About mail that came in, and a test for open relays.
  ['InboundError', { kind: 'known' }],
  ['OpenRelayTest', { kind: 'known' }],
]);

export const bounceType = (type: string): BounceType => TYPES.get(type) ?? { kind: 'bounced' };
