import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import { type Redaction, redact as hideAddresses, redactDeep } from '../core/redact.ts';
import type { Report } from '../core/report.ts';
import { reporters } from '../reporters/all.ts';
import type { Canvas } from '../reporters/reporter.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';
import { canvasFor } from './style.ts';
import { tellUnreadInputs } from './unread-inputs.ts';
import { refuseOverwriting, refuseUnwritable, type FilesNamed } from './writable.ts';

export interface Target {
  readonly format: string;
  /** Standard output where it is undefined. */
  readonly file: string | undefined;
}

/**
 * Where each `--format` goes: to standard output, or to a file. Checked before any work is done, so that a mistyped format
 * or folder costs no wait, and nothing is written over what is read: `operands` are paths of that, where a command has them.
 */
export async function targets(
  options: OutputOptions & FilesNamed,
  operands: readonly string[] = [],
): Promise<Target[]> {
  const { format = ['text'] } = options;
  const wanted = format.map((text) => targetOf(text));
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  if (wanted.length - files.length > 1)
    throw new UserError(
      'only one format can go to standard output',
      undefined,
      '--format json=report.json writes to a file',
    );
  for (const [index, file] of files.entries()) {
    if (files.indexOf(file) !== index) throw new UserError(`two formats cannot go to one file, ${file}`);
    await refuseUnwritable(file);
  }
  await refuseOverwriting(files, options, operands);
  return wanted;
}

function targetOf(text: string): Target {
  const [format = '', ...path] = text.split('=');
  const file = path.length === 0 ? undefined : path.join('=');
  if (!Object.hasOwn(reporters, format))
    throw new UserError(`there is no format \`${format}\``, `formats are ${Object.keys(reporters).join(', ')}`);
  if (file === '') throw new UserError(`--format ${text} names no file`, undefined, `--format ${text}report.${format}`);
  return { format, file };
}

/** Prints the report in every format that was asked for, one after the other; `append` leaves in files what they hold. */
export async function printReport(
  report: Report,
  wanted: readonly Target[],
  { redact, append, hide = hideAddresses }: OutputOptions & { readonly append?: true; readonly hide?: Redaction },
  io: Io,
): Promise<void> {
  const shown = redact === true ? redacted(report, hide) : report;
  let isRowsAlone = true;
  for (const { format, file } of wanted) {
    const load = reporters[format];
    if (load === undefined) continue;
    const { default: reporter } = await load();
    isRowsAlone &&= reporter.isRows === true;
    if (file === undefined)
      for await (const text of reporter.render(shown, await canvasFor(io.stdout, io.env))) await io.stdout.write(text);
    else await writeFile(file, reporter.render(shown, PLAIN), append === true ? 'a' : 'w');
  }
  if (isRowsAlone) await tellUnreadInputs(shown.inputs, io);
  const summaryFile = io.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (summaryFile !== '' && wanted.some(({ format }) => format === 'github')) await appendSummary(summaryFile, shown);
}

/** Annotations are short; beside them GitHub shows a page, which steps add to. */
async function appendSummary(file: string, report: Report): Promise<void> {
  const { stepSummary } = await import('../reporters/step-summary.ts');
  await appendFile(file, stepSummary(report)).catch((error: unknown) => {
    throw new UserError(`cannot write the step summary ${file}`, systemFault(error));
  });
}

/** A file has no colours and no terminal's width. */
const PLAIN: Canvas = { width: 100, paint: (text) => text, unicode: true };

async function writeFile(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  flags: 'a' | 'w',
): Promise<void> {
  const stream = createWriteStream(path, { flags });
  const failed = once(stream, 'error').then(([error]: unknown[]) => {
    throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : undefined);
  });
  const written = (async () => {
    for await (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'close');
  })();
  await Promise.race([written, failed]);
}

function redacted(report: Report, hide: Redaction): Report {
  return {
    ...report,
    inputs: redactDeep(report.inputs, hide),
    page: () => redactDeep(report.page(), hide),
    body: () => redactDeep(report.body(), hide),
    *judgements() {
      for (const judgement of report.judgements()) yield redactDeep(judgement, hide);
    },
    async *lines() {
      for await (const line of report.lines()) yield redactDeep(line, hide);
    },
    async *table() {
      for await (const row of report.table()) yield redactDeep(row, hide);
    },
  };
}
