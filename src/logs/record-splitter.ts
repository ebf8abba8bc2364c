import type { JsonObject } from './format.ts';
import { lineSplitter } from './lines.ts';

/** Takes bytes, gives the JSON objects in them. */
export interface RecordSplitter {
  push(bytes: Uint8Array): void;
  end(): void;
}
export interface RecordEvents {
  record(value: JsonObject): void;
  unread(why: string, text: string): void;
}

/** One object to a line. */
export function recordSplitter({ record, unread }: RecordEvents): RecordSplitter {
  return lineSplitter({
    line(text) {
      if (text.trim() === '') return;
      try {
        const value: unknown = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) record(value as JsonObject);
        else unread('no JSON object', text);
      } catch {
        unread('not JSON', text);
      }
    },
    tooLong: (start) => unread('a line that is too long', start),
  });
}
