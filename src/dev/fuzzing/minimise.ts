import { type Fault, examine } from './examine.ts';
import type { FuzzTarget } from './target.ts';

/** Tries to make it smaller for so long. */
const PATIENCE_MS = 10_000;

/** A shorter input with the same fault: stretches are taken out as long as it stays. */
export async function minimised(target: FuzzTarget, failing: Buffer, fault: Fault, pieces?: number): Promise<Buffer> {
  const until = performance.now() + PATIENCE_MS;
  const where = placeOf(fault);
  let least = failing;
  for (let length = least.length >> 1; length > 0;) {
    let shortened = false;
    for (let at = 0; at < least.length && performance.now() < until;) {
      const shorter = Buffer.concat([least.subarray(0, at), least.subarray(at + length)]);
      const found = await examine(target, shorter, pieces);
      if (found !== undefined && placeOf(found) === where) {
        least = shorter;
        shortened = true;
      } else at += length;
    }
    if (performance.now() >= until) break;
    if (!shortened || length > least.length) length >>= 1;
  }
  return least;
}

/** What must stay the same: words may hold pieces of the input. */
const placeOf = ({ kind, what }: Fault): string =>
  kind === 'throws' ? `${kind} ${/\(([^()]*)\)$/.exec(what)?.[1]}` : kind;
