import { count } from '../core/format.ts';
import type { Inputs } from '../core/report.ts';
import { type ByteSource, byteSources } from '../intake/byte-sources.ts';
import type { Condition } from '../intake/document.ts';
import type { IntakeOptions } from '../intake/documents.ts';
import { HEAD_BYTES } from '../intake/limits.ts';
import { recogniseBytes } from '../intake/recognise.ts';
import type { MailEvent } from '../logs/event.ts';
import type { Assumptions, LogFormat, MailFormat } from '../logs/format.ts';
import { headOf, recogniseLog, type Head } from '../logs/recognise.ts';
import { readerOf, type InputReader } from './input-reader.ts';
import { type MailInputReader, mailInputReader } from './mail-reading.ts';
import { newUnreadLines, type UnreadLines } from './unread-lines.ts';

export interface ReadEventsOptions extends IntakeOptions {
  readonly formats: readonly LogFormat[];
  /** Read everything as this, whatever it looks like. */
  readonly format?: LogFormat;
  /** Seconds since 1970: nothing is later. */
  readonly now: number;
  /** Minutes east of UTC, for stamps without a zone. */
  readonly zone?: number;
  readonly onEvent: (event: MailEvent) => void;
  readonly onProgress?: (text: string) => void;
  /** Ends the reading early; what was read until then stands. */
  readonly interrupted?: AbortSignal;
}

/** What reading came to, besides the events. */
export interface EventReading {
  readonly inputs: Inputs;
  readonly files: number;
  /** Lines, objects or rows. */
  readonly lines: number;
  readonly events: number;
  readonly unread: UnreadLines;
  readonly formats: readonly { readonly id: string; readonly files: number }[];
  /** Messages that were still open at the end, by format. */
  readonly open: number;
}

/** All mails are read by one reader: what each of them is stands in it. */
const MAILS = 'mails';
type ReadAs = Exclude<LogFormat, MailFormat> | typeof MAILS;

interface Recognised {
  readonly source: ByteSource;
  readonly format: ReadAs;
  readonly assumptions: Assumptions;
  /** Seconds since 1970; undefined where the format has no order of files. */
  readonly firstTime: number | undefined;
}

/**
 * Reads every log and event export below `paths`. Files of one line format are read in the order of their first stamps,
 * whatever their names, by one reader: a message's lines may lie in two of them.
 */
export async function readEvents(paths: readonly string[], options: ReadEventsOptions): Promise<EventReading> {
  const failed: Inputs['failed'][number][] = [];
  const repairs: Inputs['repairs'][number][] = [];
  const passedOver: NonNullable<Inputs['passedOver']>[number][] = [];
  const unread = newUnreadLines();
  const totals = { files: 0, lines: 0, events: 0 };
  const recognised: Recognised[] = [];
  for await (const source of byteSources(paths, options)) {
    if (source.kind === 'failed') {
      failed.push({ path: source.path, error: source.error });
      continue;
    }
    totals.files += 1;
    const known = await recognisedSource(source, options);
    if ('error' in known) failed.push({ path: source.path, error: known.error });
    else recognised.push(known);
  }

  const isInterrupted = (): boolean => options.interrupted?.aborted === true;
  const readers = new Map<ReadAs, InputReader>();
  let mails: MailInputReader | undefined;
  const onEvent = (event: MailEvent): void => {
    totals.events += 1;
    options.onEvent(event);
  };
  for (const { source, format, assumptions } of inOrder(recognised)) {
    if (isInterrupted()) break;
    const reader =
      readers.get(format) ??
      (format === MAILS
        ? (mails = mailInputReader(mailFormats(options), {
            onEvent,
            unread,
            onPassedOver: (path, what) => void passedOver.push({ path, what }),
          }))
        : readerOf(format, { onEvent, unread }));
    readers.set(format, reader);
    const condition: Condition = { repairs: [] };
    reader.begin(source.path, assumptions);
    for await (const chunk of source.open(condition)) {
      reader.push(chunk);
      options.onProgress?.(
        `reading logs  ${count(totals.lines + reader.lines)} lines · ${count(totals.events)} events`,
      );
      if (isInterrupted()) break;
    }
    reader.endOfInput();
    repairs.push(...condition.repairs.map((repair) => ({ path: source.path, ...repair })));
    if (condition.broken !== undefined) failed.push({ path: source.path, error: condition.broken });
  }
  let open = 0;
  for (const reader of readers.values()) {
    open += reader.end();
    totals.lines += reader.lines;
  }
  return {
    inputs: {
      read: totals.files - new Set(failed.map(({ path }) => path)).size,
      failed,
      repairs,
      ...(passedOver.length === 0 ? {} : { passedOver }),
    },
    ...totals,
    unread,
    formats: [...readers.keys()].flatMap((format) =>
      format === MAILS
        ? Array.from(mails?.files ?? [], ([id, files]) => ({ id, files }))
        : [{ id: format.id, files: recognised.filter((one) => one.format === format).length }],
    ),
    open,
  };
}

const isMailFormat = (format: LogFormat): format is MailFormat => format.shape === 'mail';

/** Those that mails may be read by: one, where it was asked for. */
const mailFormats = ({ formats, format }: ReadEventsOptions): Parameters<typeof mailInputReader>[0] => ({
  mails: format !== undefined && isMailFormat(format) ? [format] : formats.filter(isMailFormat),
  records: formats.filter((one) => one.shape === 'records'),
});

async function recognisedSource(
  source: ByteSource,
  { formats, format: wanted, now, zone }: ReadEventsOptions,
): Promise<Recognised | { readonly error: string }> {
  const condition: Condition = { repairs: [] };
  const bytes = await beginning(source, condition);
  if (bytes.length === 0) return { error: condition.broken ?? 'empty file' };
  const assumptions: Assumptions = {
    latest: Math.min(source.modified ?? now, now),
    ...(zone === undefined ? {} : { zone }),
  };
  const isMail = wanted === undefined && /^(?:mail|mbox)$/.test(recogniseBytes(bytes).kind);
  if (isMail || wanted?.shape === 'mail') return { source, format: MAILS, assumptions, firstTime: undefined };
  const head = headOf(bytes);
  const format = wanted ?? recogniseLog(head, formats);
  if (format === undefined || format.shape === 'mail')
    return { error: `no log that is known: begins with \`${startOf(head)}\`` };
  const firstTime = format.shape === 'lines' ? format.firstTime(head.lines, assumptions) : undefined;
  return { source, format, assumptions, firstTime };
}

async function beginning(source: ByteSource, condition: Condition): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open(condition)) {
    parts.push(Uint8Array.from(chunk));
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts);
}

const START_LENGTH = 80;
const startOf = ({ lines: [first = ''] }: Head): string =>
  first.length > START_LENGTH ? `${first.slice(0, START_LENGTH)}…` : first;

/** Files of a format stand together, oldest first; what has no order keeps the one it was given in. */
function inOrder(recognised: readonly Recognised[]): Recognised[] {
  const formats = [...new Set(recognised.map(({ format }) => format))];
  return recognised
    .map((one, index) => ({ one, index }))
    .toSorted(
      (a, b) =>
        formats.indexOf(a.one.format) - formats.indexOf(b.one.format) ||
        (a.one.firstTime ?? 0) - (b.one.firstTime ?? 0) ||
        a.index - b.index,
    )
    .map(({ one }) => one);
}
