import { expect } from 'vitest';

/** Every range lies inside the text, and none ends before it starts. */
export function expectInside(text: string, ranges: Iterable<{ readonly start: number; readonly end: number }>): void {
  for (const { start, end } of ranges)
    expect(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`).toBe(true);
}
