import type { JsonObject } from '../format.ts';
import { rowSplitter } from '../row-splitter.ts';
import { innerFormat } from './inner.ts';
import { HOSTS, lineIn, PROCESSES, PROGRAMS, TEXTS, TIMES } from './line.ts';

/** As collectors write them in objects, by what tables of the same name them: `Message`, `"Date"`. */
const KEYS: ReadonlyMap<string, string> = new Map(
  // What stands earlier in a list counts for more.
  [...TEXTS, ...TIMES, ...HOSTS, ...PROGRAMS, ...PROCESSES].toReversed().map((key) => [key.toLowerCase(), key]),
);
const TEXT_NAMES: ReadonlySet<string> = new Set(TEXTS.map((key) => key.toLowerCase()));
const TIME_NAMES: ReadonlySet<string> = new Set(TIMES.map((key) => key.toLowerCase()));
/** Column names that are looked at: a store of logs exports the fields that were chosen. */
const MOST_COLUMNS = 64;
/** `Nov 9, 2026 @ 10:52:13.123`: a moment as Kibana shows it. */
const KIBANA = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) @ (\d\d:\d\d:\d\d(?:\.\d+)?)$/;

/** Papertrail's archives have no row of names: `8213…<tab>2026-11-09T10:00:00Z<tab>…<tab>postfix/smtp<tab>4XyZ…: to=…`. */
const ARCHIVED = [
  'id',
  'timestamp',
  'received_at',
  'source_id',
  'hostname',
  'ip',
  'facility',
  'severity',
  'program',
  'message',
];
const ARCHIVED_ROW = /^\d{6,20}\t\d{4}-\d\d-\d\d[T ][^\t]{8,20}\t\d{4}-\d\d-\d\d[T ][^\t]{8,20}\t\d{1,20}\t/;

export interface Rows {
  objectOf(cells: readonly string[]): JsonObject;
  /** Whether the first row is one of them, and has no names. */
  readonly isHeadless: boolean;
}

/** Makes an object of each row below this one; undefined where they have no line of a log and no time for it. */
export function rowObjects(first: readonly string[]): Rows | undefined {
  const isHeadless = ARCHIVED_ROW.test(first.join('\t'));
  const names = isHeadless ? ARCHIVED : first.slice(0, MOST_COLUMNS).map((name) => name.trim().toLowerCase());
  if (!names.some((name) => TEXT_NAMES.has(name)) || !names.some((name) => TIME_NAMES.has(name))) return undefined;
  const keys = names.map((name) => KEYS.get(name) ?? name);
  return {
    objectOf: (cells) => Object.fromEntries(keys.map((key, at) => [key, plainTime(cells[at] ?? '')])),
    isHeadless,
  };
}

const plainTime = (cell: string): string => cell.replace(KIBANA, '$1 $2 $3 $4 ').trimEnd();

/** Whether a text is a table whose rows hold a mail server's lines: exports of Graylog, Kibana, Splunk, Datadog, CloudWatch. */
export function hasLinesInRows(text: string): boolean {
  if (!HEAD.test(text) && !ARCHIVED_ROW.test(text)) return false;
  let found: Rows | undefined;
  let isHead = true;
  let isFound = false;
  const rows = rowSplitter({
    row(cells) {
      const isNames = isHead && (found = rowObjects(cells))?.isHeadless !== true;
      isHead = false;
      const line = isFound || isNames || found === undefined ? undefined : lineIn(found.objectOf(cells));
      isFound ||= line !== undefined && innerFormat(line) !== undefined;
    },
    unread: () => undefined,
  });
  rows.push(Buffer.from(text));
  rows.end();
  return isFound;
}
/** The first line has both, whatever else. */
const HEAD = new RegExp(`^[^\\n]*\\b(?:${TEXTS.map((key) => key.replace('@', '')).join('|')})\\b`, 'i');
