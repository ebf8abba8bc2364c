import { pairNumbers } from './pair-numbers.ts';

/** Messages of one key on one day. */
export interface DayCount {
  readonly key: number;
  readonly day: number;
  readonly messages: number;
}

/**
 * Messages per key and day. Most keys have one day, which stands in a column; what they have on others hangs on it as a
 * chain; which link it is says the number of key and day, since a chain may have a year's worth of them.
 */
export interface DayCounts {
  add(key: number, day: number, messages: number): void;
  /** Every key's days, in no order; `messagesOf` gives a key's messages of all days. */
  all(messagesOf: (key: number) => number): Iterable<DayCount>;
}

const FIRST_ROOM = 1024;

/** Keys have to come as 0, 1, 2 …, each for the first time right behind the one before. */
export function newDayCounts(): DayCounts {
  let keys = 0;
  let firstDay = new Int32Array(FIRST_ROOM);
  // Numbers of links are counted from 1. Next to nothing is allocated for them while every key has one day.
  let head = new Int32Array(0);
  const numbers = pairNumbers();
  let day = new Int32Array(0);
  let messages = new Float64Array(0);
  let next = new Int32Array(0);

  function link(key: number, on: number, count: number): void {
    const known = numbers.size;
    const at = numbers.of(key, on) + 1;
    if (at <= known) {
      messages[at] = (messages[at] ?? 0) + count;
      return;
    }
    if (key >= head.length) head = wider(head, Int32Array, firstDay.length);
    if (at >= day.length) {
      const room = Math.max(FIRST_ROOM, at * 2);
      [day, messages, next] = [
        wider(day, Int32Array, room),
        wider(messages, Float64Array, room),
        wider(next, Int32Array, room),
      ];
    }
    day[at] = on;
    messages[at] = count;
    next[at] = head[key] ?? 0;
    head[key] = at;
  }

  return {
    add(key, on, count) {
      if (key < keys) {
        if (firstDay[key] !== on) link(key, on, count);
        return;
      }
      if (key >= firstDay.length) firstDay = wider(firstDay, Int32Array, key * 2);
      keys = key + 1;
      firstDay[key] = on;
    },
    *all(messagesOf) {
      for (let key = 0; key < keys; key += 1) {
        let first = messagesOf(key);
        for (let at = head[key] ?? 0; at !== 0; at = next[at] ?? 0) {
          const count = messages[at] ?? 0;
          first -= count;
          yield { key, day: day[at] ?? 0, messages: count };
        }
        yield { key, day: firstDay[key] ?? 0, messages: first };
      }
    },
  };
}

type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function wider<Column extends Numbers>(column: Column, kind: new (room: number) => Column, room: number): Column {
  const wide = new kind(room);
  wide.set(column);
  return wide;
}
