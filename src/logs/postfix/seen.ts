/** Pairs of 32 bits that were seen, as many as fit. */
export interface Seen {
  add(left: number, right: number): void;
  has(left: number, right: number): boolean;
}

/** Pairs in one block, and blocks kept: two million pairs, 16 MB, and 32 MB once they are looked for. */
const BLOCK = 1 << 16;
const MOST_BLOCKS = 32;

/**
 * Written down one after the other, which costs next to nothing, and sorted into a table only when somebody asks: most
 * runs never do. The oldest are forgotten.
 */
export function newSeen(): Seen {
  let blocks: Int32Array[] = [];
  let block = new Int32Array(2 * BLOCK);
  let used = 0;
  let table: Int32Array | undefined;

  const sorted = (): Int32Array => {
    const made = new Int32Array(tableLength(2 * BLOCK * (blocks.length + 1)));
    for (const one of blocks) for (let at = 0; at < one.length; at += 2) put(made, one[at] ?? 0, one[at + 1] ?? 0);
    for (let at = 0; at < used; at += 2) put(made, block[at] ?? 0, block[at + 1] ?? 0);
    return made;
  };

  return {
    add(left, right) {
      if (used === block.length) {
        blocks.push(block);
        if (blocks.length >= MOST_BLOCKS) blocks = blocks.slice(1);
        block = new Int32Array(2 * BLOCK);
        used = 0;
        // With room for the new block.
        if (table !== undefined) table = sorted();
      }
      block[used] = left | 1;
      block[used + 1] = right;
      used += 2;
      if (table !== undefined) put(table, left | 1, right);
    },
    has(left, right) {
      table ??= sorted();
      return table[slotOf(table, left | 1, right)] !== 0;
    },
  };
}

/** Words of a table in which as many words of pairs take half the room at most; a power of two. */
const tableLength = (words: number): number => 2 ** Math.ceil(Math.log2(2 * words));

function put(table: Int32Array, left: number, right: number): void {
  const slot = slotOf(table, left, right);
  table[slot] = left;
  table[slot + 1] = right;
}

/** Where a pair stands, or would: one after the other until a free one. An empty slot begins with 0, a pair never does. */
function slotOf(table: Int32Array, left: number, right: number): number {
  const mask = table.length - 1;
  let slot = (((left >>> 1) ^ right) << 1) & mask;
  while (table[slot] !== 0 && (table[slot] !== left || table[slot + 1] !== right)) slot = (slot + 2) & mask;
  return slot;
}
