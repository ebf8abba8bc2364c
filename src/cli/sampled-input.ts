import { UserError } from '../core/errors.ts';
import { byteSources } from '../intake/byte-sources.ts';
import type { Condition } from '../intake/document.ts';
import { beginsBodies, bodySplitter } from '../logs/body-splitter.ts';
import type { JsonObject } from '../logs/format.ts';
import { guessedEncoding } from '../logs/mapping/guess-encoding.ts';
import type { GuessInput } from '../logs/mapping/guess-input.ts';
import { eventsOf, listOfEvents, listOfRecipients, ownKeysOf } from '../logs/mapping/guess-list.ts';
import { type RowSplitter, rowSplitter } from '../logs/row-splitter.ts';
import type { Io } from './io.ts';

/** Rows that are looked at: all of the first ones, then some of the rest, in which rarer words stand. */
const FIRST_ROWS = 2000;
const EVERY = 101;
const MOST_ROWS = 10_000;
/** Octets by which it is told in what a table is written. */
const ENCODING_BYTES = 64 * 1024;

/** What a mapping is guessed by, and the beginning of the file as it lies there. */
export async function sampledInput(path: string, io: Io): Promise<GuessInput & { readonly head: Uint8Array }> {
  const table: (readonly string[])[] = [];
  const records: JsonObject[] = [];
  const quiet = (): void => undefined;
  const wholes: JsonObject[] = [];
  const objects = bodySplitter({ record: sampling(records, (one) => one), unread: quiet });
  const whole = bodySplitter({ record: sampling(wholes, (one) => one), unread: quiet, wantsWhole: true });
  let rows: RowSplitter | undefined;
  let encoding: string | undefined;
  let isJson: boolean | undefined;
  let head: Uint8Array = new Uint8Array();
  for await (const source of byteSources([path], { stdin: io.stdin })) {
    if (source.kind === 'failed') throw new UserError(`cannot read ${source.path}`, source.error);
    const condition: Condition = { repairs: [] };
    for await (const chunk of source.open(condition)) {
      isJson ??= beginsBodies(chunk);
      // A copy: the chunk's buffer is used again.
      if (head.length === 0) head = Uint8Array.from(chunk.subarray(0, ENCODING_BYTES));
      if (isJson) {
        objects.push(chunk);
        whole.push(chunk);
      } else {
        if (rows === undefined) encoding = guessedEncoding(Buffer.from(chunk.subarray(0, ENCODING_BYTES)));
        rows ??= rowSplitter({ row: sampling(table, ownText), unread: quiet, encoding });
        rows.push(chunk);
      }
      if (io.interrupted.aborted || table.length >= MOST_ROWS || records.length >= MOST_ROWS) break;
    }
    if (condition.broken !== undefined && table.length + records.length === 0)
      throw new UserError(`cannot read ${source.path}`, condition.broken);
    break;
  }
  objects.end();
  whole.end();
  rows?.end();
  const [columns = [], ...rest] = table;
  return { head, columns, rows: rest, encoding, ...eventsIn(records, wholes) };
}

/** Messages may stand in a list themselves, each with its events; or a page holds the messages. */
function eventsIn(
  records: readonly JsonObject[],
  wholes: readonly JsonObject[],
): Pick<GuessInput, 'records' | 'events' | 'own'> {
  const [around, events] = [wholes, records]
    .map((found) => [found, listOfEvents(found)] as const)
    .find(([, list]) => list !== undefined) ?? [records, undefined];
  if (events === undefined) {
    const list = listOfRecipients(records);
    return list === undefined ? { records, events: undefined } : { records: eventsOf(records, list), events: list };
  }
  const page = eventsOf(around, events);
  const within = listOfEvents(page);
  return within === undefined
    ? { records: page, events, own: ownKeysOf(around, events) }
    : { records: eventsOf(page, within), events: `${events}.${within}`, own: ownKeysOf(page, within) };
}

function sampling<T>(into: T[], keep: (one: T) => T): (one: T) => void {
  let seen = 0;
  return (one) => {
    seen += 1;
    if (into.length < FIRST_ROWS || (seen % EVERY === 0 && into.length < MOST_ROWS)) into.push(keep(one));
  };
}

/** Cells are slices of the chunk they came in, and would keep all of it. */
const ownText = (cells: readonly string[]): readonly string[] => cells.map((cell) => Buffer.from(cell).toString());
