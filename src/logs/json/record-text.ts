import type { JsonObject } from '../format.ts';

/** Of an object that nobody knows; it may be megabytes. */
const SAMPLE_LENGTH = 200;

/** An object as people see it among what was not read: its beginning. */
export function recordText(record: JsonObject): string {
  try {
    return JSON.stringify(record).slice(0, SAMPLE_LENGTH);
  } catch {
    // Nested a hundred thousand deep: what can be parsed cannot always be written.
    return `an object with ${Object.keys(record).slice(0, 10).join(', ')}`.slice(0, SAMPLE_LENGTH);
  }
}
