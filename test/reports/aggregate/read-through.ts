import { documents, type IntakeOptions } from '../../../src/intake/documents.ts';
import { documentFromText } from '../../../src/intake/document.ts';
import { readAggregate } from '../../../src/reports/aggregate/read.ts';
import type { AggregateReading } from '../../../src/reports/aggregate/reading.ts';
import type { DmarcRecord, ReportHead } from '../../../src/reports/aggregate/row.ts';

export interface ReadThrough {
  readonly failed: readonly string[];
  readonly heads: readonly ReportHead[];
  readonly records: readonly DmarcRecord[];
  readonly ends: readonly { readonly records: number; readonly complete: boolean }[];
  readonly readings: readonly AggregateReading[];
}

/** All that comes of bytes on standard input, unpacked and read. */
export async function readThrough(bytes: Uint8Array | string, options: IntakeOptions = {}): Promise<ReadThrough> {
  const failed: string[] = [];
  const gathered = gathering();
  const readings: AggregateReading[] = [];
  for await (const item of documents(['-'], { ...options, stdin: inChunks(bytes) })) {
    if (item.kind === 'failed') failed.push(item.error);
    else if (item.kind === 'document' && item.form === 'xml') readings.push(await readAggregate(item, gathered.sink));
  }
  return { failed, readings, ...gathered.found };
}

/** What the reader alone makes of a text, optionally in pieces of a given length. */
export async function readText(
  text: string,
  pieceLength?: number,
): Promise<ReadThrough & { readonly reading: AggregateReading }> {
  const gathered = gathering();
  const whole = documentFromText('report.xml', text);
  const document = pieceLength === undefined ? whole : { ...whole, text: pieces(text, pieceLength) };
  const reading = await readAggregate(document, gathered.sink);
  return { failed: [], readings: [reading], reading, ...gathered.found };
}

function gathering() {
  const heads: ReportHead[] = [];
  const records: DmarcRecord[] = [];
  const ends: { records: number; complete: boolean }[] = [];
  const sink = {
    head(head: ReportHead) {
      heads.push(head);
      return 'read' as const;
    },
    record: (record: DmarcRecord) => void records.push(record),
    end: (end: { records: number; complete: boolean }) => void ends.push(end),
  };
  return { sink, found: { heads, records, ends } };
}

async function* inChunks(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  for (let at = 0; at < all.length; at += 50_000) yield all.subarray(at, at + 50_000);
}

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  await Promise.resolve();
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
