/** Things in the order in which their time comes, as good as: clocks of log lines step back a little. */
export interface WaitingLine<T> {
  /** One too many lets the first go at once. */
  add(item: T, until: number): void;
  /** Lets go of what is due. */
  sweep(time: number): void;
}

/** Kept at a time. Stops a log whose clock stands still. */
const MOST = 20_000;
/** Slots in front that are empty already, before the rest moves up. */
const MOST_EMPTY = 4096;

export function newWaitingLine<T>(due: (item: T) => void): WaitingLine<T> {
  let items: T[] = [];
  let times: number[] = [];
  let first = 0;

  const letGo = (): void => {
    const item = items[first];
    first += 1;
    if (item !== undefined) due(item);
    if (first < MOST_EMPTY) return;
    items = items.slice(first);
    times = times.slice(first);
    first = 0;
  };
  return {
    add(item, until) {
      items.push(item);
      times.push(until);
      if (items.length - first > MOST) letGo();
    },
    sweep(time) {
      while (first < items.length && (times[first] ?? 0) <= time) letGo();
    },
  };
}
