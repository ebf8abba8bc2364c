import { absent, found, unknown } from '../core/facts.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { defineSource } from './source.ts';

/** All TXT records of the domain itself: SPF, and everything that shares its answer. */
export interface Text {
  readonly records: readonly TextRecord[];
  /** CNAMEs followed to get there. */
  readonly via: readonly string[];
  readonly ttl: number;
  /** Octets of the whole TXT RRset's data as it stands in an answer, length octets included. */
  readonly octets: number;
}

export type Value = Text;

export default defineSource<Text>({
  absence: 'there is no TXT record',
  async gather({ domain, net }) {
    const answer = await net.resolve(domain, 'TXT');
    if (answer.status === 'failed') return unknown(answer.reason);
    if (answer.status !== 'ok') return absent;
    const octets = answer.records
      .flatMap((record) => record.strings)
      .reduce((sum, string) => sum + string.length + 1, 0);
    return found({ records: textRecords(domain, answer.records), via: answer.via, ttl: answer.ttl, octets });
  },
});
