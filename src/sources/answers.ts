import { absent, found, unknown, type Fact, type Place } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import type { Answer, RecordType, RrOf } from '../net/net.ts';

/** An answer as a fact about its records: NXDOMAIN and NODATA are absent, a failure is unknown. */
export function recordsFact<T extends RecordType>(answer: Answer<T>): Fact<readonly RrOf<T>[]> {
  if (answer.status === 'failed') return unknown(answer.reason);
  return answer.status === 'ok' ? found(answer.records) : absent;
}

/** One TXT record as it was published. */
export interface TextRecord {
  /** The name asked. */
  readonly name: string;
  /** The strings joined without a blank (RFC 7208 §3.3): an octet string. */
  readonly text: string;
  readonly strings: readonly string[];
  readonly ttl: number;
  readonly place?: Place;
}

export function textRecords(name: string, records: readonly RrOf<'TXT' | 'SPF'>[]): TextRecord[] {
  return records.map((record) => ({
    name,
    text: recordText(record),
    strings: record.strings,
    ttl: record.ttl,
    ...(record.place === undefined ? {} : { place: record.place }),
  }));
}
