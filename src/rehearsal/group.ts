import type { StreamClass } from '../streams/stream.ts';

/** Whose mail it is: `ours` is what is aligned, and what could be. */
export type Group = 'ours' | 'forwarded' | 'suspicious';
export const GROUPS: readonly Group[] = ['ours', 'forwarded', 'suspicious'];
export const groupOf = (streamClass: StreamClass): Group =>
  streamClass === 'forwarded' || streamClass === 'suspicious' ? streamClass : 'ours';
