import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../core/errors.ts';
import { visible } from '../core/readable.ts';
import type { Redaction } from '../core/redact.ts';
import type { ExitCode } from '../core/report.ts';
import { logFormats } from '../logs/formats/all.ts';
import { jsonIn } from '../logs/json/parsed.ts';
import { guessMapping as propose, isUnfinished } from '../logs/mapping/guess.ts';
import { headOf, recogniseLog } from '../logs/recognise.ts';
import type { Io } from './io.ts';
import { sampledInput } from './sampled-input.ts';

/** Objects by which a known format is recognised. */
const LOOKED_AT = 50;

/** Proposes a mapping for a file: JSON to standard output, the reasons to standard error, samples of cells among them. */
export async function guessMapping(
  path: string,
  io: Io,
  { hide = shown, zone }: { readonly hide?: Redaction | undefined; readonly zone?: string | undefined } = {},
): Promise<ExitCode> {
  if (await isFolder(path)) throw new UserError(`${path} is a folder`, 'a mapping is proposed for one file of a kind');
  const input = await sampledInput(path, io);
  const name =
    path === '-'
      ? 'stdin'
      : basename(path)
          .replace(/(?:\.(?:gz|zst|bz2|xz))?$/, '')
          .replace(/\.\w+$/, '');
  const { mapping, reasons, doubts } = propose(input, name, zone);
  if (mapping === undefined) {
    const own = recogniseLog(headOf(input.head), logFormats);
    // Of a table or of objects the doubts are worth more: they tell what a mapping lacks.
    if (own?.shape === 'lines')
      throw new UserError(
        `${path} needs no mapping`,
        `without one it is read as ${own.title}`,
        `sendaudit logs ${path}`,
      );
    throw new UserError(
      `nothing can be proposed for ${path}`,
      doubts.join('; '),
      'sendaudit schema mapping tells what a mapping may say',
    );
  }
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
  return isUnfinished(mapping.kind) ? NOT_FOUND_OUT : 0;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const NOT_FOUND_OUT = 3;
const shown: Redaction = (text) => text;
