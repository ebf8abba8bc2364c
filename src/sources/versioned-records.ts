import { absent, found, unknown, type Fact } from '../core/facts.ts';
import type { Dns } from '../net/net.ts';
import { beginsWithVersion, isMeantAs } from '../protocols/versioned-fields.ts';
import { textRecords, type TextRecord } from './answers.ts';

/** What stands at a name where one TXT record of a certain version is looked for (RFC 8461 §3.1, RFC 8460 §3). */
export interface VersionedRecords {
  /** The name asked: `_mta-sts.example.com`. */
  readonly name: string;
  /** CNAMEs followed to get there. */
  readonly via: readonly string[];
  /** Those that begin with the version; senders go by them only where there is exactly one. */
  readonly records: readonly TextRecord[];
  /** Those that were meant to, and that senders pass over. */
  readonly attempts: readonly TextRecord[];
}

/** Absent where nothing at the name was meant as such a record: a wildcard may answer with any text. */
export async function versionedRecords(name: string, version: string, net: Dns): Promise<Fact<VersionedRecords>> {
  const answer = await net.resolve(name, 'TXT');
  if (answer.status === 'failed') return unknown(answer.reason);
  if (answer.status !== 'ok') return absent;
  const texts = textRecords(name, answer.records);
  const records = texts.filter(({ text }) => beginsWithVersion(text, version));
  const attempts = texts.filter(({ text }) => !beginsWithVersion(text, version) && isMeantAs(text, version));
  if (records.length + attempts.length === 0) return absent;
  return found({ name, via: answer.via, records, attempts });
}
