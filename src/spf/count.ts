/** How many of something: exactly `min` where both are equal; `max` undefined: nobody can say how many more. */
export interface Count {
  readonly min: number;
  readonly max: number | undefined;
}

export const NONE: Count = { min: 0, max: 0 };

export const exactly = (number: number): Count => ({ min: number, max: number });

/** So many at least, and nobody knows how many more. */
export const atLeast = (number: number): Count => ({ min: number, max: undefined });

export const total = (counts: readonly Count[]): Count =>
  counts.reduce(
    (before, { min, max }) => ({
      min: before.min + min,
      max: before.max === undefined || max === undefined ? undefined : before.max + max,
    }),
    NONE,
  );

export const sum = (one: Count, other: Count): Count => total([one, other]);
