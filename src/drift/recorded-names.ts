import type { Recorded } from '../net/recording-text.ts';
import type { SelectorHint } from '../sources/source.ts';
import { PROBE_LABEL } from '../sources/wildcards.ts';

const KEYS = '_domainkey.';

/** Only an audit asks whether anything stands below a domain's `_domainkey`. */
export const auditedDomains = (recorded: readonly Recorded[]): string[] => [
  ...new Set(
    recorded
      .filter(({ name, type }) => type === 'TXT' && name.startsWith(KEYS) && !name.includes(PROBE_LABEL))
      .map(({ name }) => name.slice(KEYS.length)),
  ),
];

/** Names that had data, or led elsewhere: a recording holds every name that was tried. */
export const presentNames = (recorded: readonly Recorded[]): ReadonlySet<string> =>
  new Set(
    recorded
      .filter(({ answer }) => answer.status === 'ok' || (answer.status !== 'failed' && answer.via.length > 0))
      .map(({ name }) => name),
  );

/** DKIM selectors among these names, by their domain. */
export function selectorsAmong(names: Iterable<string>): ReadonlyMap<string, readonly SelectorHint[]> {
  const selectors = new Map<string, SelectorHint[]>();
  for (const name of names) {
    const at = name.indexOf(`.${KEYS}`);
    if (at < 0 || name.startsWith(PROBE_LABEL)) continue;
    const domain = name.slice(at + 1 + KEYS.length);
    const found = selectors.get(domain) ?? [];
    found.push({ selector: name.slice(0, at), origin: 'the recording', claim: 'listed' });
    selectors.set(domain, found);
  }
  return selectors;
}
