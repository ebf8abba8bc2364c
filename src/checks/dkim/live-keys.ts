import type { Settled } from '../../core/facts.ts';
import { parseDkimKey } from '../../protocols/dkim-key.ts';
import type { Dkim, DkimSelector } from '../../sources/dkim.ts';
import type { Wildcards } from '../../sources/wildcards.ts';
import { isMeantAsKey, publishedSelectors } from './keys.ts';

/** Whether receivers can find a key of the domain, as far as anybody can tell who cannot list its selectors. */
export type KeyStanding =
  /** `present`: there is one, or one may stand at a selector that nobody named. */
  | { readonly state: 'present' | 'none' }
  /** `everywhere`: a wildcard withdraws the keys of all selectors; `known`: those are withdrawn that somebody named. */
  | {
      readonly state: 'withdrawn';
      readonly extent: 'everywhere' | 'known';
      readonly selectors: readonly DkimSelector[];
    }
  | { readonly state: 'unknown'; readonly reason: string };

/** What becomes of the domain's signatures: an empty `p=` withdraws a key (RFC 6376 §3.6.1), and is none. */
export function standingOfKeys(dkim: Settled<Dkim>, wildcards: Settled<Wildcards>): KeyStanding {
  if (dkim.state === 'absent' || dkim.value.tree === 'none') return { state: 'none' };
  const { tree, reason = 'the keys of the domain' } = dkim.value;
  const probe = wildcards.state === 'found' ? wildcards.value.domainkey : undefined;
  const published =
    wildcards.state === 'found'
      ? publishedSelectors(dkim.value, wildcards.value)
      : dkim.value.selectors.filter(({ state }) => state === 'published');
  const texts = [...published.flatMap(({ records }) => records), ...(probe?.records ?? [])].map(({ text }) => text);
  if (texts.some((text) => isMeantAsKey(text) && !isWithdrawn(text))) return { state: 'present' };
  if (tree === 'unknown') return { state: 'unknown', reason };

  const selectors = published.filter(({ records }) => records.some(({ text }) => isWithdrawn(text)));
  const everywhere = probe?.records.some(({ text }) => isWithdrawn(text)) === true;
  if (!everywhere && selectors.length === 0) return { state: 'present' };
  const unread = dkim.value.selectors.find(({ state }) => state === 'unknown');
  if (unread !== undefined) return { state: 'unknown', reason: unread.reason ?? `the key at ${unread.name}` };
  return { state: 'withdrawn', extent: everywhere ? 'everywhere' : 'known', selectors };
}

const isWithdrawn = (text: string): boolean => isMeantAsKey(text) && parseDkimKey(text).value.revoked;
