import { basename } from 'node:path';
import { UserError } from '../core/errors.ts';
import { visible } from '../core/readable.ts';
import type { Redaction } from '../core/redact.ts';
import type { ExitCode } from '../core/report.ts';
import { byteSources } from '../intake/byte-sources.ts';
import type { Condition } from '../intake/document.ts';
import type { JsonObject } from '../logs/format.ts';
import { guessMapping as propose } from '../logs/mapping/guess.ts';
import type { GuessInput } from '../logs/mapping/guess-input.ts';
import type { Mapping } from '../logs/mapping/mapping.ts';
import { beginsBodies, bodySplitter } from '../logs/body-splitter.ts';
import { jsonIn } from '../logs/json/parsed.ts';
import { logFormats } from '../logs/formats/all.ts';
import { recogniseLog } from '../logs/recognise.ts';
import { guessedEncoding } from '../logs/mapping/guess-encoding.ts';
import { eventsOf, listOfEvents, listOfRecipients, ownKeysOf } from '../logs/mapping/guess-list.ts';
import { type RowSplitter, rowSplitter } from '../logs/row-splitter.ts';
import type { Io } from './io.ts';

/** Rows that are looked at: all of the first ones, then some of the rest, in which rarer words stand. */
const FIRST_ROWS = 2000;
const EVERY = 101;
/** Objects by which a known format is recognised. */
const LOOKED_AT = 50;
const MOST_ROWS = 10_000;
/** Octets by which it is told in what a table is written. */
const ENCODING_BYTES = 64 * 1024;

/** Proposes a mapping for a file: JSON to standard output, the reasons to standard error, samples of cells among them. */
export async function guessMapping(path: string, io: Io, hide: Redaction = shown): Promise<ExitCode> {
  const input = await sampleOf(path, io);
  const name =
    path === '-'
      ? 'stdin'
      : basename(path)
          .replace(/(?:\.(?:gz|zst|bz2|xz))?$/, '')
          .replace(/\.\w+$/, '');
  const { mapping, reasons, doubts } = propose(input, name);
  if (mapping === undefined)
    throw new UserError(
      `nothing can be proposed for ${path}`,
      doubts.join('; '),
      'sendaudit schema mapping tells what a mapping may say',
    );
  await io.stdout.write(`${JSON.stringify(mapping, undefined, 2)}\n`);
  const width = Math.max(...reasons.map(({ key }) => key.length));
  const known = recogniseLog(
    {
      lines: [],
      rows: input.rows,
      records: input.records.slice(0, LOOKED_AT),
      held: input.rows.slice(0, LOOKED_AT).flatMap((row) => row.flatMap((cell) => jsonIn(cell) ?? [])),
      columns: input.columns,
    },
    logFormats,
  );
  const lines = [
    ...reasons.map(({ key, why }) => `${key.padEnd(width)}  ${why}`),
    ...(doubts.length === 0 ? [] : ['', 'to look at:', ...doubts.map((doubt) => `  ${doubt}`)]),
    ...(known === undefined
      ? []
      : ['', `without a mapping, this file is read as ${known.title}, by \`sendaudit logs ${path}\``]),
  ];
  await io.stderr.write(`${lines.map((line) => visible(hide(line))).join('\n')}\n`);
  return isUnfinished(mapping) ? NOT_FOUND_OUT : 0;
}

const NOT_FOUND_OUT = 3;
/** Nothing is read by it before somebody says what the rows are, if they are mails at all. */
const isUnfinished = ({ kind }: Mapping): boolean =>
  kind.columns === undefined &&
  (kind.always === 'ignored' || (kind.always === undefined && Object.keys(kind.values ?? {}).length === 0));

const shown: Redaction = (text) => text;

async function sampleOf(path: string, io: Io): Promise<GuessInput> {
  const table: (readonly string[])[] = [];
  const records: JsonObject[] = [];
  const quiet = (): void => undefined;
  const wholes: JsonObject[] = [];
  const objects = bodySplitter({ record: sampling(records, (one) => one), unread: quiet });
  const whole = bodySplitter({ record: sampling(wholes, (one) => one), unread: quiet, wantsWhole: true });
  let rows: RowSplitter | undefined;
  let encoding: string | undefined;
  let isJson: boolean | undefined;
  for await (const source of byteSources([path], { stdin: io.stdin })) {
    if (source.kind === 'failed') throw new UserError(`cannot read ${source.path}`, source.error);
    const condition: Condition = { repairs: [] };
    for await (const chunk of source.open(condition)) {
      isJson ??= beginsBodies(chunk);
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
  // Messages may stand in a list themselves, each with its events.
  const [around, events] = [wholes, records]
    .map((found) => [found, listOfEvents(found)] as const)
    .find(([, list]) => list !== undefined) ?? [records, undefined];
  if (events === undefined) {
    const list = listOfRecipients(records);
    return {
      columns,
      rows: rest,
      records: list === undefined ? records : eventsOf(records, list),
      encoding,
      events: list,
    };
  }
  // A page of messages, each with its own.
  const page = eventsOf(around, events);
  const within = listOfEvents(page);
  return {
    columns,
    rows: rest,
    records: within === undefined ? page : eventsOf(page, within),
    encoding,
    events: within === undefined ? events : `${events}.${within}`,
    own: within === undefined ? ownKeysOf(around, events) : ownKeysOf(page, within),
  };
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
