import { documents } from '../../intake/documents.ts';
import { lineOf } from '../../../test/intake/told.ts';

/** What intake makes of bytes that come in pieces of this length: a line for each item, its text read to the end. */
export async function taken(bytes: Buffer, length = 50_000): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of documents(['-'], { stdin: chunks(bytes, length) })) lines.push(await lineOf(item));
  return lines;
}

async function* chunks(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
