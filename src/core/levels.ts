/**
 * Levels are defined by consequence:
 * - `error`: legitimate mail is, or will be, refused or filed as spam, or anyone can send as you
 * - `warning`: at risk under ordinary conditions, or a protection is not in force
 * - `note`: worth knowing, nothing breaks
 *
 * What fits none of them is not reported.
 */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether `level` is at least as grave as `threshold`. */
export const atLeast = (level: Level, threshold: Level): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(threshold);
