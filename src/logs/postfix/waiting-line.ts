/** Things in the order in which their time comes, as good as: clocks of log lines step back a little. */
export interface WaitingLine<T> {
  /** One too many lets the first go at once. */
  add(item: T, until: number): void;
  /** Lets go of what is due. */
  sweep(time: number): void;
}

/** Slots, a power of two: it grows up to there. Stops a log whose clock stands still. */
const MOST = 1 << 14;
const FIRST = 256;

/** A ring: what has gone leaves nothing behind that would keep it alive. */
export function newWaitingLine<T>(due: (item: T) => void): WaitingLine<T> {
  let items: (T | undefined)[] = Array.from({ length: FIRST });
  let times = new Float64Array(FIRST);
  let first = 0;
  let count = 0;

  const letGo = (): void => {
    const item = items[first];
    items[first] = undefined;
    first = (first + 1) & (items.length - 1);
    count -= 1;
    if (item !== undefined) due(item);
  };
  const grow = (): void => {
    const length = items.length;
    const at = (n: number): number => (first + n) & (length - 1);
    const moved = Array.from({ length: 2 * length }, (_, n) => (n < count ? items[at(n)] : undefined));
    const movedTimes = new Float64Array(2 * length);
    for (let n = 0; n < count; n += 1) movedTimes[n] = times[at(n)] ?? 0;
    items = moved;
    times = movedTimes;
    first = 0;
  };
  return {
    add(item, until) {
      if (count === items.length) {
        if (items.length < MOST) grow();
        else letGo();
      }
      const slot = (first + count) & (items.length - 1);
      items[slot] = item;
      times[slot] = until;
      count += 1;
    },
    sweep(time) {
      for (let left = count; left > 0 && (times[first] ?? 0) <= time; left -= 1) letGo();
    },
  };
}
