import type { DkimResult, DmarcRecord, SpfResult } from '../reports/aggregate/row.ts';

/**
 * How a row authenticated: everything in it but address, count and time.
 * A period has few of these however many rows there are, so all judging is done per signature.
 */
export interface Signature {
  readonly headerFrom: string;
  readonly envelopeFrom?: string;
  readonly dkimAligned?: boolean;
  readonly spfAligned?: boolean;
  readonly disposition?: string;
  readonly dkim: readonly DkimResult[];
  readonly spf: readonly SpfResult[];
  /** Override types, lower case; `arc=pass` and `arc=fail` are told from other reasons. */
  readonly overrides: readonly string[];
}

export function signatureOf(record: DmarcRecord): Signature {
  return {
    headerFrom: record.headerFrom,
    ...(record.envelopeFrom === undefined || record.envelopeFrom === '' ? {} : { envelopeFrom: record.envelopeFrom }),
    ...(record.dkimAligned === undefined ? {} : { dkimAligned: record.dkimAligned }),
    ...(record.spfAligned === undefined ? {} : { spfAligned: record.spfAligned }),
    ...(record.disposition === undefined ? {} : { disposition: record.disposition }),
    dkim: record.dkim,
    spf: record.spf,
    overrides: overrideWords(record),
  };
}

/** Google, Microsoft and others write the ARC verdict (RFC 8617) into the comment of a reason that says nothing by itself. */
const ARC = /\barc=(pass|fail)\b/i;

/** The types of a row's overrides, each once. */
export function overrideWords(record: DmarcRecord): string[] {
  const words = record.overrides.map(({ type, comment }) => {
    const verdict = type === 'local_policy' || type === 'other' ? ARC.exec(comment ?? '')?.[1] : undefined;
    return verdict === undefined ? type : `arc=${verdict.toLowerCase()}`;
  });
  return [...new Set(words)].toSorted();
}
