import { plural } from '../core/format.ts';
import type { Line } from '../core/page.ts';
import { parseDkimKey, type DkimKey } from '../protocols/dkim-key.ts';
import type { TextRecord } from '../sources/answers.ts';
import type { Dkim, DkimSelector } from '../sources/dkim.ts';

/** A service with more keys than that is named once, and its keys counted: its selectors are tokens nobody reads. */
const SELECTORS_NAMED = 2;

/** The keys that were found, by service and strength; `wildcard` is what answers at any selector. */
export function keyLines(dkim: Dkim, wildcard: readonly TextRecord[]): Line[] {
  const published = dkim.selectors.filter((one) => one.state === 'published' && !isWildcardText(one, wildcard));
  const gone = dkim.selectors.filter(({ state }) => state === 'absent' || state === 'dangling').length;
  const open = dkim.selectors.filter(({ state }) => state === 'unknown').length;
  if (published.length === 0) return [noSelector(dkim, wildcard)];
  return [
    `${plural(published.length, 'selector')} found: ${groups(published).join(', ')}`,
    ...(gone > 0 ? [[{ text: `${plural(gone, 'selector')} named, but without a key`, tone: 'warn' as const }]] : []),
    ...(open > 0 ? [[{ text: `${plural(open, 'selector')} could not be found out`, tone: 'warn' as const }]] : []),
  ];
}

/** What a wildcard answers at a name that was merely tried is no selector of anybody's. */
const isWildcardText = ({ expected, records }: DkimSelector, wildcard: readonly TextRecord[]): boolean =>
  !expected && wildcard.length > 0 && records.every(({ text }) => wildcard.some((wild) => wild.text === text));

function noSelector({ selectors, tree }: Dkim, wildcard: readonly TextRecord[]): Line {
  // A wildcard with an empty key is how a domain says that it signs nothing (RFC 6376 §3.6.1).
  if (wildcard.some(({ text }) => parseDkimKey(text).value.revoked))
    return 'a wildcard revokes every selector: the domain signs nothing';
  const named = plural(selectors.length, 'selector');
  if (selectors.some(({ state }) => state === 'unknown'))
    return [{ text: `${named} named, none of them could be found out`, tone: 'muted' }];
  if (selectors.some(({ state }) => state !== 'published'))
    return [{ text: `${named} named, none has a key`, tone: 'warn' }];
  if (wildcard.length > 0)
    return 'a wildcard answers everywhere, and no selector is known: --selector or --reports names them';
  return tree === 'present'
    ? 'some keys exist, but no selector is known: --selector or --reports names them'
    : 'no selector is known: --selector or --reports names them';
}

/** `Amazon SES ×3 (RSA 2048)`, `k2 k3 (RSA 2048, Mailchimp)`, `inv2026 (RSA 2048)`. */
function groups(published: readonly DkimSelector[]): string[] {
  const alike = new Map<string, DkimSelector[]>();
  for (const one of published) {
    const like = `${one.host?.id ?? one.selector} ${strength(one.key?.value)}`;
    alike.set(like, [...(alike.get(like) ?? []), one]);
  }
  return [...alike.values()].map((members) => {
    const [{ host, key } = members[0]!] = members;
    const what = strength(key?.value);
    if (host !== undefined && members.length > SELECTORS_NAMED) return `${host.name} ×${members.length} (${what})`;
    const selectors = members.map(({ selector }) => selector).join(' ');
    return `${selectors} (${what}${host === undefined ? '' : `, ${host.name}`})`;
  });
}

function strength(key: DkimKey | undefined): string {
  if (key === undefined) return 'unread';
  if (key.revoked) return 'revoked';
  if (key.material === undefined) return 'unreadable';
  return key.material.type === 'rsa' ? `RSA ${key.material.bits}` : 'Ed25519';
}
