import { base64Decoder } from '../mail/base64.ts';
import type { Condition } from './document.ts';
import type { Budget } from './limits.ts';
import { isBase64 } from './part-encoding.ts';

/** Whether a text is nothing but base64 of what reports come as: saved from an interface, or cut out of a mail. */
export function beginsBase64(head: Uint8Array): boolean {
  const [first = 0] = head;
  // Of `H4sI`, `UEsD`, `KLUv`, `PD94`, `PGZl` and `ey…`, and what a line end may stand in front of.
  if (first !== 0x48 && first !== 0x55 && first !== 0x4b && first !== 0x50 && first !== 0x65) return false;
  return isBase64(Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString('latin1'));
}

/** Decodes it. That is no packing: three bytes come of four. */
export async function* unbase64ed(
  chunks: AsyncIterable<Uint8Array>,
  _: Budget,
  { repairs }: Condition,
): AsyncGenerator<Uint8Array> {
  repairs.push({ what: 'base64, without a mail around it' });
  const decode = base64Decoder();
  for await (const bytes of chunks) yield decode(bytes, false);
  yield decode(new Uint8Array(0), true);
}
