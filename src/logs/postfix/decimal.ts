import type { Block } from '../block.ts';

const ZERO = 0x30;
const POINT = 0x2e;

/** A number without sign, as Postfix prints it: `63495`, `0.82`; NaN for anything else. By bytes: there are many. */
export function decimalAt({ bytes }: Block, start: number, end: number): number {
  let value = 0;
  let scale = 0;
  for (let at = start; at < end; at += 1) {
    const code = bytes[at] ?? 0;
    if (code === POINT && scale === 0 && at > start) scale = 1;
    else {
      const digit = code - ZERO;
      if (!(digit >= 0 && digit <= 9)) return Number.NaN;
      value = value * 10 + digit;
      scale *= 10;
    }
  }
  if (start >= end) return Number.NaN;
  return scale === 0 ? value : value / scale;
}
