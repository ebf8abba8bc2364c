/** A part of what is known: to look for the oldest each time would cost more with every one that went before. */
const PART = 8;

/** Lets the oldest go where there are as many as there may be, several at once. */
export function makeRoom<T>(
  known: { size: number; keys(): Iterable<T> },
  most: number,
  forget: (key: T) => void,
): void {
  if (known.size < most) return;
  let left = Math.ceil(most / PART);
  for (const key of known.keys()) {
    if (left === 0) return;
    left -= 1;
    forget(key);
  }
}
