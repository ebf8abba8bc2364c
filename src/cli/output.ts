import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { UserError } from '../core/errors.ts';
import { redactDeep } from '../core/redact.ts';
import type { Report } from '../core/report.ts';
import { reporters } from '../reporters/all.ts';
import type { Canvas } from '../reporters/reporter.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';
import { canvasFor } from './style.ts';

interface Target {
  readonly format: string;
  /** Standard output where it is undefined. */
  readonly file: string | undefined;
}

/** Checked before any work is done, so that a mistyped format costs no wait. */
export function targets({ format }: OutputOptions): Target[] {
  const wanted = (format ?? ['text']).map((text): Target => {
    const equals = text.indexOf('=');
    const target =
      equals === -1
        ? { format: text, file: undefined }
        : { format: text.slice(0, equals), file: text.slice(equals + 1) };
    if (reporters[target.format] === undefined)
      throw new UserError(
        `there is no format \`${target.format}\``,
        `formats are ${Object.keys(reporters).join(', ')}`,
      );
    if (target.file === '') throw new UserError(`--format ${text} names no file`);
    return target;
  });
  if (wanted.filter(({ file }) => file === undefined).length > 1)
    throw new UserError(
      'only one format can go to standard output',
      undefined,
      '--format json=report.json writes to a file',
    );
  return wanted;
}

export async function printReport(
  report: Report,
  wanted: readonly Target[],
  { redact }: OutputOptions,
  io: Io,
): Promise<void> {
  const shown = redact === true ? redacted(report) : report;
  for (const { format, file } of wanted) {
    const load = reporters[format];
    if (load === undefined) continue;
    const { default: reporter } = await load();
    if (file === undefined)
      for await (const text of reporter.render(shown, canvasFor(io.stdout, io.env))) await io.stdout.write(text);
    else await writeFile(file, reporter.render(shown, PLAIN));
  }
}

/** A file has no colours and no terminal's width. */
const PLAIN: Canvas = { width: 100, paint: (text) => text, unicode: true };

async function writeFile(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const stream = createWriteStream(path);
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

function redacted(report: Report): Report {
  return {
    ...report,
    inputs: redactDeep(report.inputs),
    page: () => redactDeep(report.page()),
    body: () => redactDeep(report.body()),
    async *lines() {
      for await (const line of report.lines()) yield redactDeep(line);
    },
    async *table() {
      for await (const row of report.table()) yield redactDeep(row);
    },
  };
}
