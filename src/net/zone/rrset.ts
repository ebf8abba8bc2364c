import type { RecordType, Rr } from '../net.ts';
import { printRdata } from './rdata-print.ts';
import type { Rdata } from './rdata-text.ts';

export const rrsetKey = (name: string, type: RecordType): string => `${type} ${name}`;

/** The same for two records with the same data, wherever they come from. Where a text is cut into strings means nothing. */
export const identityOf = (data: Rdata): string =>
  'strings' in data ? `${data.type} ${data.strings.join('')}` : `${data.type} ${printRdata(data)}`;

/** The records of two RRsets as one, those of the first where both have one; they share the smallest TTL (RFC 2181 §5.2). */
export function unionOf(first: readonly Rr[], second: readonly Rr[]): readonly Rr[] {
  const ttl = [...first, ...second].reduce((least, rr) => Math.min(least, rr.ttl), Infinity);
  const records = new Map<string, Rr>();
  for (const rr of [...first, ...second]) {
    const identity = identityOf(rr);
    if (!records.has(identity)) records.set(identity, rr.ttl === ttl ? rr : { ...rr, ttl });
  }
  return [...records.values()];
}

export function sameRecords(one: readonly Rr[], other: readonly Rr[]): boolean {
  const all = (records: readonly Rr[]): string => JSON.stringify(records.map(identityOf).toSorted());
  return all(one) === all(other);
}
