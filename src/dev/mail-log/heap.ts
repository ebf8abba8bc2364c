/** Things in the order of their times. */
export interface Heap<T> {
  push(time: number, item: T): void;
  /** The earliest, where it is not later than `time`. */
  pop(time: number): { readonly time: number; readonly item: T } | undefined;
}

export function newHeap<T>(): Heap<T> {
  const items: { readonly time: number; readonly order: number; readonly item: T }[] = [];
  let order = 0;
  const isBefore = (a: number, b: number): boolean => {
    const [left, right] = [items[a], items[b]];
    if (left === undefined || right === undefined) return left !== undefined;
    return left.time < right.time || (left.time === right.time && left.order < right.order);
  };
  const swap = (a: number, b: number): void => {
    const [left, right] = [items[a], items[b]];
    if (left === undefined || right === undefined) return;
    items[a] = right;
    items[b] = left;
  };
  return {
    push(time, item) {
      items.push({ time, order: order++, item });
      for (let at = items.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop(time) {
      const [first] = items;
      if (first === undefined || first.time > time) return undefined;
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        for (let at = 0; ;) {
          let least = at;
          if (2 * at + 1 < items.length && isBefore(2 * at + 1, least)) least = 2 * at + 1;
          if (2 * at + 2 < items.length && isBefore(2 * at + 2, least)) least = 2 * at + 2;
          if (least === at) break;
          swap(at, least);
          at = least;
        }
      }
      return first;
    },
  };
}
