import type { StreamClass } from './stream.ts';

/** Whose mail it is, however it stands with DMARC: `ours` is what is aligned, and what could be. */
export type Whose = 'ours' | 'forwarded' | 'suspicious';
export const WHOSE: readonly Whose[] = ['ours', 'forwarded', 'suspicious'];
export const whoseIs = (streamClass: StreamClass): Whose =>
  streamClass === 'forwarded' || streamClass === 'suspicious' ? streamClass : 'ours';
