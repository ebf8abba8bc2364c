import { ReportFault } from './fault.ts';
import { LIST_LIMIT } from './limits.ts';
import type { DkimResult, PolicyOverride, PublishedPolicy, SpfResult } from './row.ts';

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What stands in the elements of a report, as far as they have been read. */
export interface MetadataDraft {
  orgName?: string;
  email?: string;
  reportId?: string;
  begin?: string;
  end?: string;
  generator?: string;
  errors: readonly string[];
}
export type PolicyDraft = Mutable<PublishedPolicy> & { domain?: string };
/** One for all records of a report: there may be 200,000. */
export interface RecordDraft {
  /** `row` elements in the record: more than one means that another record's tags are missing. */
  rows: number;
  sourceIp: string | undefined;
  count: string | undefined;
  disposition: string | undefined;
  dkimAligned: boolean | undefined;
  spfAligned: boolean | undefined;
  headerFrom: string | undefined;
  envelopeFrom: string | undefined;
  envelopeTo: string | undefined;
  /** These are new lists for each record. */
  overrides: readonly PolicyOverride[];
  dkim: readonly DkimResult[];
  spf: readonly SpfResult[];
}
/** What a record says but for its address and count. */
export type Said = Readonly<Omit<RecordDraft, 'sourceIp' | 'count'>>;
/** A `dkim` or `spf` of `auth_results`; one for all. */
export interface ResultDraft {
  domain: string | undefined;
  selector: string | undefined;
  scope: string | undefined;
  result: string | undefined;
  humanResult: string | undefined;
}
export interface ReasonDraft {
  type: string | undefined;
  comment: string | undefined;
}
export interface Drafts {
  metadata: MetadataDraft;
  policy: PolicyDraft;
  readonly record: RecordDraft;
  readonly result: ResultDraft;
  readonly reason: ReasonDraft;
}

export const newMetadata = (): MetadataDraft => ({ errors: [] });
export const newDrafts = (): Drafts => ({
  metadata: newMetadata(),
  policy: {},
  record: {
    rows: 0,
    sourceIp: undefined,
    count: undefined,
    disposition: undefined,
    dkimAligned: undefined,
    spfAligned: undefined,
    headerFrom: undefined,
    envelopeFrom: undefined,
    envelopeTo: undefined,
    overrides: NONE,
    dkim: NONE,
    spf: NONE,
  },
  result: { domain: undefined, selector: undefined, scope: undefined, result: undefined, humanResult: undefined },
  reason: { type: undefined, comment: undefined },
});
const NONE: readonly never[] = [];

export function clearRecord({ record }: Drafts): void {
  record.rows = 0;
  record.sourceIp = record.count = record.disposition = undefined;
  record.dkimAligned = record.spfAligned = undefined;
  record.headerFrom = record.envelopeFrom = record.envelopeTo = undefined;
  record.overrides = record.dkim = record.spf = NONE;
}

export function clearResult({ result }: Drafts): void {
  result.domain = result.selector = result.scope = result.result = result.humanResult = undefined;
}

export function clearReason({ reason }: Drafts): void {
  reason.type = reason.comment = undefined;
}

/** A list with one more; lists of the report have their limit. */
export function listed<T>(list: readonly T[], value: T, what: string): readonly T[] {
  if (list.length === 0) return [value];
  if (list.length >= LIST_LIMIT) throw new ReportFault(`more than ${LIST_LIMIT} ${what}, the limit`);
  (list as T[]).push(value);
  return list;
}

/** Empty `dkim` elements say that there was no signature; they are no result. */
export function addDkim({ record, result: { domain = '', selector, result = '', humanResult } }: Drafts): void {
  if (domain === '' && result === '' && selector === undefined) return;
  const dkim: Mutable<DkimResult> = selector === undefined ? { domain, result } : { domain, result, selector };
  if (humanResult !== undefined) dkim.humanResult = humanResult;
  record.dkim = listed(record.dkim, dkim, 'DKIM results in a record');
}

export function addSpf({ record, result: { domain = '', scope, result = '', humanResult } }: Drafts): void {
  if (domain === '' && result === '') return;
  const spf: Mutable<SpfResult> = scope === undefined ? { domain, result } : { domain, result, scope };
  if (humanResult !== undefined) spf.humanResult = humanResult;
  record.spf = listed(record.spf, spf, 'SPF results in a record');
}

/** A reason that says nothing is none; one that has only a comment is of type `other`. */
export function addReason({ record, reason }: Drafts): void {
  const { type, comment } = reason;
  if (type === undefined && comment === undefined) return;
  const override = comment === undefined ? { type: type ?? 'other' } : { type: type ?? 'other', comment };
  record.overrides = listed(record.overrides, override, 'reasons in a record');
}

/** Whether a record has its address and count, and nothing else so far. */
export function hasOnlySource({ record }: Drafts): boolean {
  return (
    record.sourceIp !== undefined &&
    record.count !== undefined &&
    record.rows === 1 &&
    record.disposition === undefined &&
    record.dkimAligned === undefined &&
    record.spfAligned === undefined &&
    record.headerFrom === undefined &&
    record.envelopeFrom === undefined &&
    record.envelopeTo === undefined &&
    record.overrides === NONE &&
    record.dkim === NONE &&
    record.spf === NONE
  );
}

export function saidOf({ record: { sourceIp: _ip, count: _count, ...said } }: Drafts): Said {
  return said;
}

export function say({ record }: Drafts, said: Said): void {
  record.rows = said.rows;
  record.disposition = said.disposition;
  record.dkimAligned = said.dkimAligned;
  record.spfAligned = said.spfAligned;
  record.headerFrom = said.headerFrom;
  record.envelopeFrom = said.envelopeFrom;
  record.envelopeTo = said.envelopeTo;
  record.overrides = said.overrides;
  record.dkim = said.dkim;
  record.spf = said.spf;
}
