import type { ByteSource } from '../../intake/byte-source.ts';
import type { Condition } from '../../intake/document.ts';
import { HEAD_BYTES } from '../../intake/limits.ts';
import { lineSplitter } from '../../logs/lines.ts';

/** The first bytes of an input: what it is, they tell. */
export async function beginningOfSource(source: ByteSource, condition: Condition): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open(condition)) {
    parts.push(new Uint8Array(chunk));
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts);
}

/** Characters of lines that are looked at where the beginning tells nothing. Stops reading all of a folder twice. */
const LOOKED_ON = 16 * HEAD_BYTES;

/**
 * Lines, as many at a time as a beginning has, from the first one on: the log of a whole machine begins with its kernel, and
 * one that was torn with a line of many megabytes, of which nothing is kept. None where it could not be read again afterwards.
 */
export async function* linesBehind(source: ByteSource): AsyncGenerator<readonly string[]> {
  if (source.onlyOnce === true) return;
  let lines: string[] = [];
  let length = 0;
  let looked = 0;
  const splitter = lineSplitter({
    line(text) {
      lines.push(text);
      length += text.length + 1;
    },
    tooLong: () => undefined,
  });
  for await (const chunk of source.open({ repairs: [] })) {
    splitter.push(chunk);
    if (length < HEAD_BYTES) continue;
    yield lines;
    looked += length;
    if (looked >= LOOKED_ON) return;
    lines = [];
    length = 0;
  }
  splitter.end();
  yield lines;
}
