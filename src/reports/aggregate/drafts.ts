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
  readonly errors: string[];
}
export type PolicyDraft = Mutable<PublishedPolicy> & { domain?: string };
export interface RecordDraft {
  /** `row` elements in the record: more than one means that another record's tags are missing. */
  rows: number;
  sourceIp?: string;
  count?: string;
  disposition?: string;
  dkimAligned?: boolean;
  spfAligned?: boolean;
  headerFrom?: string;
  envelopeFrom?: string;
  envelopeTo?: string;
  readonly overrides: PolicyOverride[];
  readonly dkim: DkimResult[];
  readonly spf: SpfResult[];
}
/** A `dkim` or `spf` of `auth_results`. */
export interface ResultDraft {
  domain?: string;
  selector?: string;
  scope?: string;
  result?: string;
  humanResult?: string;
}
export interface ReasonDraft {
  type?: string;
  comment?: string;
}
export interface Drafts {
  metadata: MetadataDraft;
  policy: PolicyDraft;
  record: RecordDraft;
  result: ResultDraft;
  reason: ReasonDraft;
}

export const newMetadata = (): MetadataDraft => ({ errors: [] });
export const newRecord = (): RecordDraft => ({ rows: 0, overrides: [], dkim: [], spf: [] });
export const newDrafts = (): Drafts => ({
  metadata: newMetadata(),
  policy: {},
  record: newRecord(),
  result: {},
  reason: {},
});

/** Adds to a list of the report, which has its limit. */
export function listed<T>(list: T[], value: T, what: string): void {
  if (list.length >= LIST_LIMIT) throw new ReportFault(`more than ${LIST_LIMIT} ${what}, the limit`);
  list.push(value);
}

/** Empty `dkim` elements say that there was no signature; they are no result. */
export function addDkim({ record, result }: Drafts): void {
  const { domain = '', selector, result: word = '', humanResult } = result;
  if (domain === '' && word === '' && selector === undefined) return;
  const dkim: Mutable<DkimResult> = { domain, result: word };
  if (selector !== undefined) dkim.selector = selector;
  if (humanResult !== undefined) dkim.humanResult = humanResult;
  listed(record.dkim, dkim, 'DKIM results in a record');
}

export function addSpf({ record, result }: Drafts): void {
  const { domain = '', scope, result: word = '', humanResult } = result;
  if (domain === '' && word === '') return;
  const spf: Mutable<SpfResult> = { domain, result: word };
  if (scope !== undefined) spf.scope = scope;
  if (humanResult !== undefined) spf.humanResult = humanResult;
  listed(record.spf, spf, 'SPF results in a record');
}

/** A reason that says nothing is none; one that has only a comment is of type `other`. */
export function addReason({ record, reason }: Drafts): void {
  const { type, comment } = reason;
  if (type === undefined && comment === undefined) return;
  const override = comment === undefined ? { type: type ?? 'other' } : { type: type ?? 'other', comment };
  listed(record.overrides, override, 'reasons in a record');
}
