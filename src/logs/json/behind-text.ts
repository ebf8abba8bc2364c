import type { JsonObject } from '../format.ts';
import { objectEnd } from './object-end.ts';
import { jsonIn } from './parsed.ts';
import { fromPrinted, isPrinted } from './printed.ts';

/** Where an object, or a list of them, may begin, its quotes escaped or not, or as Python prints it: not within a word. */
const BEGINNING = /(?<![\w\\}\]])\[?\s*\{\s*(?=["}]|\\"|\\x22|'[\w-]+': )/g;
/** Places tried in one line in vain. Stops a line of braces from being parsed as often as it is long. */
const MOST_TRIED = 4;
/** Octets of a line that holds no object at its end and may hold some within, as all rows of a table in one INSERT do. */
const LONGEST_WITHIN = 16 * 1024 * 1024;

/** Whether something in this text looks like an object of JSON. */
export function mayHoldJson(text: string): boolean {
  BEGINNING.lastIndex = 0;
  return BEGINNING.test(text);
}

/**
 * Objects of JSON with which a line ends, whatever a program has put before them: a stamp and a tag, the other columns
 * of a row, a quote; or those within it, each whole. Undefined where there are none.
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
    const objects = asWritten(text.slice(found.index, end));
    if (objects !== undefined) return objects;
    if (tried === 0) {
      const several = objectsWithin(text, found.index);
      if (several !== undefined) return several;
    }
  }
  return undefined;
}

/** Objects of which each ends before the next begins: rows of one INSERT, values of one array of PostgreSQL. */
function objectsWithin(text: string, from: number): readonly JsonObject[] | undefined {
  if (text.length > LONGEST_WITHIN) return undefined;
  const all: JsonObject[] = [];
  let vain = 0;
  BEGINNING.lastIndex = from;
  while (vain < MOST_TRIED) {
    const found = BEGINNING.exec(text);
    if (found === null) break;
    const end = objectEnd(text, found.index, text.slice(found.index, BEGINNING.lastIndex + 2).includes('\\'));
    if (end === undefined) break;
    const objects = asWritten(text.slice(found.index, end));
    if (objects === undefined) vain += 1;
    else {
      all.push(...objects);
      BEGINNING.lastIndex = end;
    }
  }
  return all.length > 0 ? all : undefined;
}

/** As it stands; or as a program prints it; or in a string of JSON, in a log of nginx, or in a dump of a database (COPY, `mysql --batch`). */
function asWritten(json: string): readonly JsonObject[] | undefined {
  const plain = jsonIn(json);
  if (plain !== undefined) return plain;
  if (isPrinted(json)) return jsonIn(fromPrinted(json));
  if (!json.includes('\\')) return undefined;
  return (
    (json.includes('\\"') ? jsonIn(fromString(json)) : undefined) ??
    (json.includes('\\x22') ? jsonIn(fromHex(json)) : undefined) ??
    (json.includes('\\\\') ? jsonIn(json.replaceAll('\\\\', '\\')) : undefined)
  );
}

function fromString(text: string): unknown {
  try {
    // MySQL has a backslash before an apostrophe, too.
    return JSON.parse(`"${text.replaceAll("\\'", "'")}"`);
  } catch {
    return undefined;
  }
}

/** `\x22` for a quote, and for every octet that is no ASCII (https://nginx.org/en/docs/http/ngx_http_log_module.html). */
function fromHex(text: string): string {
  return text.replaceAll(/(?:\\x[\dA-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('\\x', ''), 'hex').toString('utf8'),
  );
}
