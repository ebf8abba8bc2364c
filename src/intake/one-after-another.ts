import { type ByteReader, byteReader, lengthOfRest } from './byte-reader.ts';
import type { Condition } from './document.ts';
import { type Budget, size } from './limits.ts';

/** Packed data that may follow upon each other in one file. */
interface Packing {
  /** `Zstandard`, `frames`: as errors say it. */
  readonly name: string;
  readonly units: string;
  /** Bytes that tell whether one begins. */
  readonly headBytes: number;
  readonly begins: (head: Uint8Array) => boolean;
  /** Unpacks one, and leaves what follows it in `input`; what is wrong with it, if anything is. */
  readonly unpackOne: (input: ByteReader) => AsyncGenerator<Uint8Array, string | undefined>;
}

/** What all of them hold, up to a fault, which is left in the condition; what is behind them is told and ignored. */
export async function* oneAfterAnother(
  chunks: AsyncIterable<Uint8Array>,
  { limits }: Budget,
  condition: Condition,
  { name, units, headBytes, begins, unpackOne }: Packing,
): AsyncGenerator<Uint8Array> {
  const input = byteReader(chunks);
  try {
    for (let number = 1; condition.broken === undefined; number += 1) {
      const head = await input.take(headBytes);
      if (head.length === 0) return;
      input.unread(head);
      if (number > limits.members) {
        condition.broken ??= `more than ${limits.members} ${name} ${units}, the limit`;
        return;
      }
      if (!begins(head)) {
        condition.repairs.push({ what: `${size(await lengthOfRest(input))} after the ${name} data are ignored` });
        return;
      }
      const fault = yield* unpackOne(input);
      condition.broken ??= fault;
    }
  } finally {
    await input.close();
  }
}
