import type { Assumptions } from './format.ts';

/** Where it only matters whether a line is a log's own: no year and no zone is too late for it, and any order of figures will do. */
export const ANY_TIME: Assumptions = { latest: Number.MAX_SAFE_INTEGER / 1e6, figures: 'day' };
