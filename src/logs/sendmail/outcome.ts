import type { Draft, MailEvent } from '../event.ts';
import { addReply, hopTo } from '../mta/said.ts';
import type { Attempt } from './lines.ts';

/** Mailers whose mail stays on the machine. */
const LOCAL = /^(?:local|prog|\*file\*|\*include\*|procmail|cyrus\w*|cyrusv2d?|lmtp|dovecot|maildrop)$/i;
/** Mailers of a smart host, and of the client that hands in to the daemon on the same machine. */
const RELAYS = /^(?:relay|smart|smarthost|msp)$/i;
const TEMPORARY = /^(?:Deferred|Operating system error|Internal error|I\/O error|Remote protocol error|queued)/i;

/** What an attempt has come to; `waits`: it was put into the queue without being tried. */
export function kindOf({ stat, enhancedCode, mailer, recipients }: Attempt): MailEvent['kind'] | 'waits' {
  if (/^queued\b/i.test(stat)) return 'waits';
  const isDiscarded = mailer === 'discard' || (recipients.length > 0 && recipients.every((one) => one === '/dev/null'));
  if (/^Sent\b/i.test(stat)) return isDiscarded ? 'dropped' : 'delivered';
  if (/^Deferred\b/i.test(stat)) return 'deferred';
  switch (enhancedCode?.charAt(0)) {
    case '2':
      return isDiscarded ? 'dropped' : 'delivered';
    case '4':
      return 'deferred';
    case '5':
      return 'bounced';
    default:
      return TEMPORARY.test(stat) ? 'deferred' : 'bounced';
  }
}

/** Behind its first word, where that only says how it ended: `Sent (ok 123)`, `Deferred: 450 4.2.0 …`. */
const SAID = /^(?:Sent(?: \((.*)\)?)?|Deferred(?:: (.*))?)$/s;
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}$/;

/** Fills in what was said, and by whom. */
export function addOutcome(event: Draft, attempt: Attempt): void {
  const { mailer = '', relay, enhancedCode, stat, reply, delay } = attempt;
  if (enhancedCode !== undefined && ENHANCED.test(enhancedCode)) event.enhancedCode = enhancedCode;
  const match = SAID.exec(stat);
  const said = match === null ? stat : (match[1] ?? match[2] ?? '');
  addReply(event, reply ?? (match?.[1] === undefined ? said : withoutEnd(said)));
  const total = secondsOf(delay);
  if (total !== undefined) event.delay = { total };
  if (LOCAL.test(mailer)) {
    event.hop = 'local';
    // `relay=local`, of Solaris.
    if (relay === undefined || !relay.includes('[')) return;
  }
  const peer = relay === undefined ? undefined : peerOf(relay);
  if (peer === undefined) return;
  event.relay = peer;
  event.hop ??= RELAYS.test(mailer) ? 'relay' : hopTo(peer.ip);
}

/** The parenthesis is cut off where the line was. */
const withoutEnd = (said: string): string => (said.endsWith(')') ? said.slice(0, -1) : said);

/** `mx.example. [192.0.2.1]`, `mx.example.`, `[IPv6:2001:db8::1] [IPv6:2001:db8::1]`, `[192.0.2.1]`. */
const PEER = /^(\S*?)\.?(?: ?\[(?:IPv6:)?([\da-fA-F.:]+)\])?(?:$| )/;

export function peerOf(relay: string): MailEvent['relay'] {
  const match = PEER.exec(relay.trim());
  if (match === null) return undefined;
  const [, name = '', ip] = match;
  const literal = /^\[(?:IPv6:)?(.*)\]$/.exec(name)?.[1];
  const address = ip ?? literal;
  const isNamed = name !== '' && literal === undefined && !name.includes('@');
  if (!isNamed && address === undefined) return undefined;
  return { ...(isNamed ? { host: name } : {}), ...(address === undefined ? {} : { ip: address }) };
}

const DELAY = /^(?:(\d{1,6})\+)?(\d{1,6}):(\d\d):(\d\d)$/;

/** Seconds of `1+02:03:04`: days, hours, minutes, seconds. */
function secondsOf(delay: string | undefined): number | undefined {
  const match = delay === undefined ? null : DELAY.exec(delay);
  if (match === null) return undefined;
  const [, days = 0, hours, minutes, seconds] = match;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
