import type { JsonObject, LogFormat } from './format.ts';
import { insides } from './json/inside.ts';
import { lineSplitter } from './lines.ts';
import { bodySplitter, beginsBodies, holderIn } from './body-splitter.ts';
import { rowSplitter } from './row-splitter.ts';

/** The beginning of a log, as each kind of format wants to see it. */
export interface Head {
  readonly lines: readonly string[];
  /** The first JSON objects; none where it is no JSON. */
  readonly records: readonly JsonObject[];
  /** Those that stand in cells or behind other text. */
  readonly held: readonly JsonObject[];
  /** The first row. */
  readonly columns: readonly string[];
  /** The rows below it. */
  readonly rows: readonly (readonly string[])[];
}

/** Lines and objects looked at. */
const LOOKED_AT = 50;

/** How a mapping wants a table or objects to be read. */
interface Wanted {
  readonly encoding?: string | undefined;
  readonly wantsWhole?: boolean | undefined;
}

export function headOf(bytes: Uint8Array, { encoding, wantsWhole = false }: Wanted = {}): Head {
  const lines: string[] = [];
  const objects: JsonObject[] = [];
  const splitLines = lineSplitter({
    line: (text) => void (lines.length < LOOKED_AT && lines.push(text)),
    tooLong: quiet,
  });
  pushUntil(splitLines, bytes, () => lines.length >= LOOKED_AT);
  // The only line, without an end: what a service posted once. Otherwise the last one may be cut.
  if (lines.length === 0) splitLines.end();
  const splitter = bodySplitter({
    record: (value) => void (objects.length < LOOKED_AT && objects.push(value, ...insides(value))),
    unread: quiet,
    wantsWhole,
  });
  const holder = beginsBodies(bytes) ? 'bodies' : holderIn(bytes);
  // A row that holds a line is no line itself: quotes in it are doubled, and the newest may come first.
  const isBodies = holder === 'bodies' || holder === 'rows';
  if (holder !== undefined) {
    pushUntil(splitter, bytes, () => objects.length >= LOOKED_AT);
    splitter.end();
  }
  // Where all of it is objects there are no rows, though there may be commas.
  const [columns = [], ...rows] = holder === 'bodies' && objects.length > 0 ? [] : rowsIn(bytes, encoding);
  return { lines, records: isBodies ? objects : [], held: isBodies ? [] : objects, columns, rows };
}

function rowsIn(bytes: Uint8Array, encoding: string | undefined): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const rowsOf = rowSplitter({
    row: (cells) => void (rows.length <= LOOKED_AT && rows.push(cells)),
    unread: quiet,
    encoding,
  });
  pushUntil(rowsOf, bytes, () => rows.length > LOOKED_AT);
  rowsOf.end();
  return rows;
}

const quiet = (): void => undefined;

/** Octets of a beginning that are looked at together: most of it is more than anybody wants to see. */
const PIECE = 4096;

function pushUntil(splitter: { push(bytes: Uint8Array): void }, bytes: Uint8Array, isEnough: () => boolean): void {
  for (let at = 0; at < bytes.length && !isEnough(); at += PIECE) splitter.push(bytes.subarray(at, at + PIECE));
}

/** Surer than this, or it is nobody's. */
const SURE_ENOUGH = 0.3;

/**
 * The format that is surest of this head; undefined where none is sure enough. Where objects are found it is not read line
 * by line: a mail server's line within an object is escaped as JSON wants it, and many of them may stand in one line.
 */
export function recogniseLog(head: Head, formats: readonly LogFormat[]): LogFormat | undefined {
  if (head.records.length === 0) return surestOf(head, formats);
  const isLines = ({ shape }: LogFormat): boolean => shape === 'lines';
  const ofObjects = formats.filter((format) => !isLines(format));
  return surestOf(head, ofObjects) ?? surestOf(head, formats.filter(isLines));
}

/** Of two that are as sure, the first. */
function surestOf(head: Head, formats: readonly LogFormat[]): LogFormat | undefined {
  let surest: LogFormat | undefined;
  let most = SURE_ENOUGH;
  for (const format of formats) {
    const sure = sureness(format, head);
    if (sure <= most) continue;
    surest = format;
    most = sure;
  }
  return surest;
}

function sureness(format: LogFormat, { lines, records, held, columns }: Head): number {
  // Mails are told from everything else by their first bytes, and one from another by what is in them.
  if (format.shape === 'mail') return 0;
  if (format.shape === 'lines') return format.recognise(lines);
  if (format.shape === 'table') return columns.length < 2 ? 0 : format.recognise(columns);
  // An export may begin with an object of another kind.
  return Math.max(0, ...[...records, ...held].map((record) => format.recognise(record)));
}
