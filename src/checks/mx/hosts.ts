import type { Span } from '../../core/facts.ts';
import type { RecordChange } from '../../core/outcome.ts';
import { parseIp } from '../../protocols/ip.ts';
import type { Existence } from '../../sources/existence.ts';
import type { Mx, MxHost } from '../../sources/mx.ts';

/** The host in its MX record, as something to point at. */
export function spanOf({ preference, name, place }: MxHost, domain: string): Span {
  const text = `${preference} ${name}`;
  const start = text.length - name.length;
  return { source: `${domain} MX`, text, start, end: text.length, ...(place === undefined ? {} : { place }) };
}

/** Says which hosts could not be looked up, so that nobody takes their addresses for known. */
export function admitUnread({ hosts }: Mx, findings: { inconclusive(reason: string): void }): void {
  for (const { state, name, reason = `the addresses of ${name}` } of hosts)
    if (state === 'unknown') findings.inconclusive(reason);
}

/** The address somebody wrote where a host name belongs; in a zone file the domain then hangs behind it. */
export function literalAddress(name: string, domain: string): string | undefined {
  const written = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : name;
  const bare = written.replace(/^\[(?:ipv6:)?/i, '').replace(/\]$/, '');
  return parseIp(bare) === undefined ? undefined : bare;
}

/** A host that Microsoft once asked for to prove that a domain is yours; it exists nowhere (RFC 6761 §6.4). */
export const isMicrosoftProof = (name: string): boolean => name.endsWith('.msv1.invalid');

export const removalOf = ({ preference, name }: MxHost, domain: string): RecordChange => ({
  kind: 'remove',
  name: domain,
  type: 'MX',
  old: `${preference} ${name}.`,
});

/** The MX record with another host in it. */
export const replacementOf = (host: MxHost, domain: string, name: string): RecordChange => ({
  ...removalOf(host, domain),
  kind: 'replace',
  value: `${host.preference} ${name}.`,
});

/** Behind a CNAME the records are somebody else's, and there is nothing to change at the domain itself. */
export const ownChanges = ({ alias }: Existence, changes: readonly RecordChange[]): readonly RecordChange[] =>
  alias.length > 0 ? [] : changes;
