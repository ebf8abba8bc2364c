/** Numbers pairs of whole numbers, 32 bits each: 0 for the first pair that comes, then 1 … */
export interface PairNumbers {
  of(first: number, second: number): number;
  size(): number;
}

const FIRST_ROOM = 1024;
/** Odd, and another one in each table: whoever writes reports cannot know which pairs would meet in one slot. */
const multiplier = (): number => (Math.random() * 2 ** 32) | 1;

/** A hash table of columns: a Map with a number made of both as its key takes twice the time and memory. */
export function pairNumbers(): PairNumbers {
  let firsts = new Int32Array(FIRST_ROOM);
  let seconds = new Int32Array(FIRST_ROOM);
  /** A pair's number plus one, twice as many slots as there is room for pairs. */
  let slots = new Int32Array(FIRST_ROOM * 2);
  let shift = Math.clz32(FIRST_ROOM * 2) + 1;
  let size = 0;
  const [a, b] = [multiplier(), multiplier()];

  /** The slot the pair is in, or belongs in. */
  const slotOf = (first: number, second: number): number => {
    let slot = (Math.imul(first, a) + Math.imul(second, b)) >>> shift;
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      if (firsts[held - 1] === first && seconds[held - 1] === second) break;
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    return slot;
  };

  const grow = (): void => {
    firsts = wider(firsts);
    seconds = wider(seconds);
    slots = new Int32Array(slots.length * 2);
    shift -= 1;
    for (let at = 0; at < size; at += 1) slots[slotOf(firsts[at] ?? 0, seconds[at] ?? 0)] = at + 1;
  };

  return {
    of(first, second) {
      const held = slots[slotOf(first, second)] ?? 0;
      if (held !== 0) return held - 1;
      if (size === firsts.length) grow();
      firsts[size] = first;
      seconds[size] = second;
      slots[slotOf(first, second)] = size + 1;
      size += 1;
      return size - 1;
    },
    size: () => size,
  };
}

function wider(column: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(column.length * 2);
  twice.set(column);
  return twice;
}
