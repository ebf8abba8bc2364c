import type { JsonObject } from '../format.ts';
import { jsonIn } from './parsed.ts';

/** Where an object, or a list of them, may begin: not within a word. */
const BEGINNING = /(?<![\w\\}\]"])\[?\s*\{\s*(?=["}])/g;
/** Places tried in one line. Stops a line of braces from being parsed as often as it is long. */
const MOST_TRIED = 4;

/** Whether something in this text looks like an object of JSON. */
export function mayHoldJson(text: string): boolean {
  BEGINNING.lastIndex = 0;
  return BEGINNING.test(text);
}

/**
 * Objects of JSON with which a line ends, whatever a program has put before them: a stamp and a tag, the other columns
 * of a row. Text dumps of databases (COPY, `mysql --batch`) write every backslash twice. Undefined where there are none.
 */
export function jsonBehind(text: string): readonly JsonObject[] | undefined {
  const whole = jsonIn(text);
  if (whole !== undefined) return whole;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf('}]') + 1) + 1;
  if (end === 0) return undefined;
  BEGINNING.lastIndex = 0;
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const found = BEGINNING.exec(text);
    if (found === null || found.index >= end) return undefined;
    const json = text.slice(found.index, end);
    const objects = jsonIn(json) ?? (json.includes('\\\\') ? jsonIn(json.replaceAll('\\\\', '\\')) : undefined);
    if (objects !== undefined) return objects;
  }
  return undefined;
}
