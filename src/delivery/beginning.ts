import type { ByteSource } from '../intake/byte-sources.ts';
import type { Condition } from '../intake/document.ts';
import { HEAD_BYTES } from '../intake/limits.ts';

const LINE_FEED = 0x0a;

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

/**
 * What follows the line that fills the beginning: a core dump in a log, a disk's lost blocks. Undefined where no line does,
 * and where it could not be read again afterwards. However long that line is, nothing of it is kept.
 */
export async function behindLongLine(source: ByteSource, beginning: Uint8Array): Promise<Uint8Array | undefined> {
  const lastEnd = beginning.lastIndexOf(LINE_FEED);
  if (source.onlyOnce === true || beginning.length < HEAD_BYTES || lastEnd > HEAD_BYTES / 2) return undefined;
  const parts: Uint8Array[] = [];
  let passed = 0;
  let length = 0;
  let isBehind = false;
  for await (const chunk of source.open({ repairs: [] })) {
    // What is known already, up to the line that is passed over.
    const known = Math.min(chunk.length, Math.max(0, lastEnd + 1 - passed));
    passed += chunk.length;
    const end = isBehind ? -1 : chunk.indexOf(LINE_FEED, known);
    if (!isBehind && end < 0) continue;
    isBehind = true;
    parts.push(new Uint8Array(chunk.subarray(end + 1)));
    length += chunk.length - end - 1;
    if (length >= HEAD_BYTES) break;
  }
  return length === 0 ? undefined : Buffer.concat(parts);
}
