const MILLISECONDS = 1000;

/** Seconds to the millisecond: what is left of a difference of two times, which are fractions, is no more exact. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * MILLISECONDS) / MILLISECONDS;
