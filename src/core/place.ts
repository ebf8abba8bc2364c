import type { Place } from './facts.ts';

/** `plan.json:12`, with what stands there, where its line alone says little. Not yet safe to print. */
export const placeText = ({ file, line, what }: Place): string =>
  what === undefined ? `${file}:${line}` : `${file}:${line} (${what})`;
