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

/** Selectors of a domain among these names. */
export function recordedSelectors(domain: string, names: ReadonlySet<string>): SelectorHint[] {
  const suffix = `.${KEYS}${domain}`;
  return [...names]
    .filter((name) => name.endsWith(suffix) && !name.startsWith(PROBE_LABEL))
    .map((name) => ({ selector: name.slice(0, -suffix.length), origin: 'the recording', claim: 'listed' }));
}
