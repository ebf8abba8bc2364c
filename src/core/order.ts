/** Ties go by name everywhere, so that a report is the same in whatever order its inputs are read. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
