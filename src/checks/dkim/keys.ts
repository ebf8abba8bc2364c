import type { Span } from '../../core/facts.ts';
import {
  parseDkimKey,
  resemblesDkimKey,
  type DkimKey,
  type DkimKeyCode,
  type ParsedDkimKey,
} from '../../protocols/dkim-key.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import type { TextRange } from '../../protocols/tag-list.ts';
import type { TextRecord } from '../../sources/answers.ts';
import type { Dkim, DkimSelector } from '../../sources/dkim.ts';
import type { Wildcards } from '../../sources/wildcards.ts';

export type KeyProblem = ParsedDkimKey['problems'][number];

/** A selector with one record, and that is meant to be a key. Several are the affair of dkim/single-record. */
export interface PublishedKey {
  readonly selector: DkimSelector;
  readonly record: TextRecord;
  readonly key: DkimKey;
  readonly problems: readonly KeyProblem[];
}

export function publishedKeys(dkim: Dkim, wildcards: Wildcards): PublishedKey[] {
  return publishedSelectors(dkim, wildcards).flatMap((selector) => {
    const [record, ...others] = selector.records;
    if (record === undefined || others.length > 0 || selector.key === undefined) return [];
    if (!resemblesDkimKey(record.text) || !namesDkim(selector.key)) return [];
    const { value: key, problems } = selector.key;
    return [{ selector, record, key, problems }];
  });
}

/**
 * Selectors with a record. Where a wildcard answers, every selector one tries seems to have one: only those that
 * somebody uses count then, and their record stands at the wildcard.
 */
export function publishedSelectors({ selectors }: Dkim, { domainkey, subdomain }: Wildcards): DkimSelector[] {
  const texts = (records: readonly TextRecord[]): ReadonlySet<string> => new Set(records.map(({ text }) => text));
  const [anySelector, anyName] = [texts(domainkey.records), texts(subdomain.records)];
  return selectors.flatMap((one) => {
    const { state, expected, records, name, selector } = one;
    if (state !== 'published') return [];
    if (!records.every(({ text }) => anySelector.has(text))) return [one];
    if (!expected) return [];
    const below = records.every(({ text }) => anyName.has(text)) ? `${selector}._domainkey` : selector;
    return [{ ...one, name: `*${name.slice(below.length)}` }];
  });
}

/** SPF, DMARC and site verification are found at selectors as well. */
export function isMeantAsKey(text: string): boolean {
  return resemblesDkimKey(text) && namesDkim(parseDkimKey(text));
}

function namesDkim({ value: { tags } }: ParsedDkimKey): boolean {
  const version = tags.find(({ name }) => name === 'v');
  return version === undefined || /dkim/i.test(version.value);
}

/** What makes the tag list itself hard to read; dkim/syntax says so. */
export const STRUCTURE = [
  'bad-character',
  'bad-name',
  'duplicate',
  'empty-tag',
  'escaped-separator',
  'missing-separator',
  'no-equals',
  'trailing-text',
] as const satisfies readonly DkimKeyCode[];

/** These leave the tag readable. */
const HARMLESS: ReadonlySet<DkimKeyCode> = new Set<DkimKeyCode>(['bad-character', 'empty-tag']);

/** A record's problems of these kinds, but for those that only follow from a broken tag list. */
export function problemsOf(
  { key, problems }: Pick<PublishedKey, 'key' | 'problems'>,
  codes: readonly DkimKeyCode[],
): KeyProblem[] {
  const broken = problems.filter(({ code }) => STRUCTURE.some((one) => one === code) && !HARMLESS.has(code));
  return problems.filter((problem) => {
    if (!codes.includes(problem.code)) return false;
    if (problem.code === 'missing-key') return broken.length === 0;
    const tag = key.tags.find(({ start, end }) => start <= problem.start && problem.end <= end);
    return tag === undefined || !broken.some(({ start, end }) => start < tag.end && tag.start < end);
  });
}

/** Says which selectors in use could not be read, so that nobody takes their keys for known. */
export function admitUnread({ selectors }: Dkim, findings: { inconclusive(reason: string): void }): void {
  for (const { state, name, reason = `the key at ${name}` } of selectors)
    if (state === 'unknown') findings.inconclusive(reason);
}

/** A wildcard CNAME answers for every selector one tries; what was set up for DKIM shows it in its name. */
export const leadsToKeys = ({ via, host }: DkimSelector): boolean =>
  host !== undefined || via.some((target) => /dkim|domainkey/.test(target));

/** Where the record stands in truth: at the end of the CNAME chain. */
export const ownerOf = ({ name, via }: DkimSelector): string => via.at(-1) ?? name;

/** Whether the owner of the domain can change the record. */
export function isOwn(selector: DkimSelector, domain: string): boolean {
  const owner = ownerOf(selector);
  const base = owner.split('._domainkey.').at(-1) ?? owner;
  return isSubdomainOf(owner, domain) || (base.includes('.') && isSubdomainOf(domain, base));
}

/** A stretch of the record, or all of it, as something to point at. */
export function spanIn(record: TextRecord, part?: TextRange): Span {
  const { start, end } = part ?? { start: 0, end: record.text.length };
  const place = record.place === undefined ? {} : { place: record.place };
  return { source: `${record.name} TXT`, text: record.text, start, end, ...place };
}

/** The tag as something to point at; the whole record where it is not there. */
export const tagSpan = ({ key, record }: PublishedKey, name: string): Span =>
  spanIn(
    record,
    key.tags.find((tag) => tag.name === name),
  );
