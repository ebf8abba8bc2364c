/** What has been told already: logs are given twice, and syslog writes one line into several files. */
export interface Told {
  /** Whether just this was told before: the same machine, queue id, recipient, kind, second. */
  again(machine: number, queue: number, who: number, kind: number, time: number): boolean;
}

/** Slots, a power of two, and how many of a generation's may be in use. 16 MB; it grows up to there. */
const FIRST_SLOTS = 1 << 14;
const MOST_SLOTS = 1 << 21;

/**
 * Remembers events by 64 bits of a hash each: the last million at least, the last two at most. That one in all of them is
 * taken for another is less likely than one in a million.
 */
export function newTold(): Told {
  let now = new Uint32Array(2 * FIRST_SLOTS);
  let before = new Uint32Array(0);
  let used = 0;

  const grow = (): void => {
    if (now.length >= 2 * MOST_SLOTS) {
      before = now;
      now = new Uint32Array(2 * MOST_SLOTS);
      used = 0;
      return;
    }
    const old = now;
    now = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 2) {
      const [left = 0, right = 0] = [old[at], old[at + 1]];
      if (left === 0) continue;
      const slot = slotOf(now, left, right);
      now[slot] = left;
      now[slot + 1] = right;
    }
  };

  return {
    again(machine, queue, who, kind, time) {
      const second = Math.floor(time) | 0;
      // Never 0, which is an empty slot.
      const left = mixed(mixed(queue ^ machine) + Math.imul(second, 0x9e3779b1) + kind) | 1;
      const right = mixed(who + Math.imul(queue, 0x85ebca77) + Math.imul(second ^ kind, 0xc2b2ae3d));
      const slot = slotOf(now, left >>> 0, right >>> 0);
      if (now[slot] !== 0) return true;
      if (before.length > 0 && before[slotOf(before, left >>> 0, right >>> 0)] !== 0) return true;
      now[slot] = left;
      now[slot + 1] = right;
      used += 1;
      if (used * 4 > now.length) grow();
      return false;
    },
  };
}

/** Where it stands, or would: two words each, one after the other until a free one. */
function slotOf(table: Uint32Array, left: number, right: number): number {
  const mask = table.length - 1;
  let slot = (((left >>> 1) ^ right) << 1) & mask;
  while (table[slot] !== 0 && (table[slot] !== left || table[slot + 1] !== right)) slot = (slot + 2) & mask;
  return slot;
}

/** The end of MurmurHash3: each bit moves all others. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
