import type { Span } from '../core/facts.ts';
import type { RecordChange } from '../core/outcome.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import type { TextRecord } from '../sources/answers.ts';
import type { VersionedRecords } from '../sources/versioned-records.ts';

/** The one record that senders go by; undefined, and said so, where there is none or several. */
export function recordToJudge<Judged>(
  { record, records }: VersionedRecords & { readonly record?: Judged },
  findings: { notApplicable(reason: string): void },
  { kind, family }: VersionedKind,
): Judged | undefined {
  if (record === undefined) {
    findings.notApplicable(
      records.length > 1
        ? `there are several ${kind} records, see ${family}/single-record`
        : `no text is recognised as ${kind} record, see ${family}/version`,
    );
  }
  return record;
}

/** What a record is of, `MTA-STS`, and the checks that judge whether there is one. */
export interface VersionedKind {
  readonly kind: string;
  readonly family: 'mta-sts' | 'tls-rpt';
}

/** A stretch of a record, or all of it, as something to point at. */
export function spanIn(
  { name, text, place }: TextRecord,
  { start, end }: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): Span {
  return { source: `${name} TXT`, text, start, end, ...(place === undefined ? {} : { place }) };
}

/** The record with another text in its place; nothing where that is the same, or where somebody else publishes it. */
export const replacing = (
  there: VersionedRecords,
  domain: string,
  { text: old }: TextRecord,
  value: string | undefined,
): readonly RecordChange[] => {
  const name = ownName(there, domain);
  return name === undefined || value === undefined || value === old
    ? []
    : [{ kind: 'replace', name, type: 'TXT', old, value }];
};

export const removing = (
  there: VersionedRecords,
  domain: string,
  records: readonly TextRecord[],
): readonly RecordChange[] => {
  const name = ownName(there, domain);
  return name === undefined ? [] : records.map(({ text: old }) => ({ kind: 'remove', name, type: 'TXT', old }));
};

/** Where the records stand in truth; behind a CNAME that leads out of the domain there is nothing of ours to change. */
function ownName({ name, via }: VersionedRecords, domain: string): string | undefined {
  const owner = via.at(-1) ?? name;
  return isSubdomainOf(owner, domain) ? owner : undefined;
}
