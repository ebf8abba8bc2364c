import { textOf, type Random } from '../world/random.ts';

const HEX = '0123456789ABCDEF';
const BASE52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';
/** Ids in use at a time on one machine, with short ids: they come again and again. */
const SHORT_IDS = 400;
/** Seconds an id rests before it is used again: inodes and microseconds must both meet. */
const REST = 30;

/** Queue ids of one machine. */
export interface QueueIds {
  next(time: number): string;
  /** Its message is gone. */
  release(id: string, time: number): void;
}

export function queueIds(kind: 'short' | 'long', random: Random): QueueIds {
  const resting: { readonly id: string; readonly until: number }[] = [];
  let made = 0;
  return {
    next(time) {
      const [first] = resting;
      if (first !== undefined && first.until <= time && made >= SHORT_IDS) {
        resting.shift();
        return first.id;
      }
      made += 1;
      return kind === 'short'
        ? `${textOf(random, HEX, 5)}${made.toString(16).toUpperCase()}`
        : `4${textOf(random, BASE52, 9)}z${textOf(random, BASE52, 4)}`;
    },
    release(id, time) {
      if (kind === 'short') resting.push({ id, until: time + REST });
    },
  };
}
