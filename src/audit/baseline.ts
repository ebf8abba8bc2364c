import { byName } from '../core/order.ts';
import type { Finding } from '../core/outcome.ts';
import type { Subject } from './audit.ts';

/** The findings of an earlier run: only what is new beside them fails. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** The findings known for one domain; each is taken once. */
  of(domain: string): { takes(finding: Finding): boolean };
}

/** A finding as it is known again: numbers in it may change, names may not. */
export interface BaselineEntry {
  readonly domain: string;
  readonly code: string;
  readonly subject: string;
  /** Its parameters that are texts. */
  readonly params: Readonly<Record<string, string>>;
}

const VERSION = 1;

export function baselineOf(entries: readonly BaselineEntry[]): Baseline {
  const byDomain = new Map<string, Map<string, number>>();
  for (const entry of entries) {
    const counts = byDomain.get(entry.domain) ?? new Map<string, number>();
    counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
    byDomain.set(entry.domain, counts);
  }
  return {
    entries,
    of(domain) {
      const left = new Map(byDomain.get(domain));
      return {
        takes(finding) {
          const key = keyOf(entryOf(domain, finding));
          const count = left.get(key) ?? 0;
          left.set(key, count - 1);
          return count > 0;
        },
      };
    },
  };
}

/** What is found now. Where a check could not be decided, what was known of it stays known. */
export function baselineFrom(subjects: readonly Subject[], before?: Baseline): Baseline {
  const entries = subjects.flatMap(({ domain, results }) =>
    results.flatMap(({ findings }) =>
      findings.filter(({ waived }) => waived?.by !== 'ignore').map((finding) => entryOf(domain, finding)),
    ),
  );
  const found = new Set(entries.map((entry) => keyOf(entry)));
  const audited = new Map(subjects.map((subject) => [subject.domain, subject]));
  const kept = (before?.entries ?? []).filter((entry) => {
    const subject = audited.get(entry.domain);
    if (subject === undefined) return true;
    const result = subject.results.find(({ check }) => check === entry.code.split(':')[0]);
    // A check that was left out, or could not be decided, has not shown that its finding is gone.
    if (result === undefined) return true;
    return result.reason !== undefined && result.outcome !== 'not-applicable' && !found.has(keyOf(entry));
  });
  return baselineOf([...entries, ...kept]);
}

const entryOf = (domain: string, { code, subject, params }: Finding): BaselineEntry => ({
  domain,
  code,
  subject,
  params: Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ),
});

const keyOf = ({ domain, code, subject, params }: BaselineEntry): string =>
  JSON.stringify([domain, code, subject, Object.entries(params).toSorted(([a], [b]) => byName(a, b))]);

/** The file: sorted, one finding a line, so that it diffs well. */
export function printBaseline({ entries }: Baseline): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).toSorted();
  return `{ "sendauditBaseline": ${VERSION}, "findings": [\n${lines.join(',\n')}\n] }\n`;
}

/** Undefined where the text is no baseline of ours. */
export function parseBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value['sendauditBaseline'] !== VERSION || !Array.isArray(value['findings'])) return undefined;
  const entries = value['findings'].filter((one: unknown): one is BaselineEntry => isEntry(one));
  return entries.length === value['findings'].length ? baselineOf(entries) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const isEntry = (value: unknown): boolean =>
  isRecord(value) &&
  ['domain', 'code', 'subject'].every((key) => typeof value[key] === 'string') &&
  isRecord(value['params']) &&
  Object.values(value['params']).every((one) => typeof one === 'string');
