import { pairNumbers } from './pair-numbers.ts';

/** Takes messages of one key on one day, or a part of them. */
export type TakeDay = (key: number, day: number, messages: number) => void;

/**
 * Messages per key and day. Most keys have one day, which stands in a column; what they have on others is written down as it
 * comes, and what is of one key and day is added up now and then: to look for it each time takes ten times as long.
 */
export interface DayCounts {
  add(key: number, day: number, messages: number): void;
  /** Every key's days, in no order, a day perhaps in several parts; `messagesOf` gives a key's messages of all days. */
  each(messagesOf: (key: number) => number, take: TakeDay): void;
}

const FIRST_ROOM = 1024;
/** Entries, 16 bytes each, from which on they are added up before there is room made for more. */
const ADDED_UP_FROM = 65_536;

/** Keys have to come as 0, 1, 2 …, each for the first time right behind the one before. */
export function newDayCounts(): DayCounts {
  let keys = 0;
  let firstDay = new Int32Array(FIRST_ROOM);
  // What is not of a key's first day.
  let size = 0;
  let keyAt = new Int32Array(0);
  let dayAt = new Int32Array(0);
  let messagesAt = new Float64Array(0);

  function write(key: number, day: number, messages: number): void {
    if (size === keyAt.length) makeRoom();
    keyAt[size] = key;
    dayAt[size] = day;
    messagesAt[size] = messages;
    size += 1;
  }

  function makeRoom(): void {
    if (size >= ADDED_UP_FROM) addUp();
    if (size <= keyAt.length / 2 && size > 0) return;
    const room = Math.max(FIRST_ROOM, size * 2);
    keyAt = wider(keyAt, Int32Array, room);
    dayAt = wider(dayAt, Int32Array, room);
    messagesAt = wider(messagesAt, Float64Array, room);
  }

  function addUp(): void {
    const numbers = pairNumbers();
    for (let at = 0; at < size; at += 1) {
      const [key, day, messages] = [keyAt[at] ?? 0, dayAt[at] ?? 0, messagesAt[at] ?? 0];
      const known = numbers.size();
      const place = numbers.of(key, day);
      if (place < known) messagesAt[place] = (messagesAt[place] ?? 0) + messages;
      else [keyAt[place], dayAt[place], messagesAt[place]] = [key, day, messages];
    }
    size = numbers.size();
  }

  return {
    add(key, day, messages) {
      if (key < keys) {
        if (firstDay[key] !== day) write(key, day, messages);
        return;
      }
      if (key >= firstDay.length) firstDay = wider(firstDay, Int32Array, key * 2);
      keys = key + 1;
      firstDay[key] = day;
    },
    each(messagesOf, take) {
      const first = new Float64Array(keys).map((_, key) => messagesOf(key));
      for (let at = 0; at < size; at += 1) {
        const [key, messages] = [keyAt[at] ?? 0, messagesAt[at] ?? 0];
        first[key] = (first[key] ?? 0) - messages;
        take(key, dayAt[at] ?? 0, messages);
      }
      for (let key = 0; key < keys; key += 1) take(key, firstDay[key] ?? 0, first[key] ?? 0);
    },
  };
}

type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function wider<Column extends Numbers>(column: Column, kind: new (room: number) => Column, room: number): Column {
  const wide = new kind(room);
  wide.set(column);
  return wide;
}
