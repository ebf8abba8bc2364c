import { UserError } from '../core/errors.ts';
import { count } from '../core/format.ts';
import type { Inputs } from '../core/report.ts';
import { type ByteSource, byteSources } from '../intake/byte-sources.ts';
import type { Condition } from '../intake/document.ts';
import type { IntakeOptions } from '../intake/documents.ts';
import { HEAD_BYTES } from '../intake/limits.ts';
import type { MailEvent } from '../logs/event.ts';
import type { Assumptions, LineFormat, LogFormat } from '../logs/format.ts';
import { headOf, recogniseLog, type Head } from '../logs/recognise.ts';
import { readerOf, type InputReader } from './input-reader.ts';
import { type Beginning, beginningOf, type RepeatedInput, withoutRepeats } from './repeated-inputs.ts';
import { newUnreadLines, type UnreadLines } from './unread-lines.ts';

export interface ReadEventsOptions extends IntakeOptions {
  readonly formats: readonly LogFormat[];
  /** Read everything as this, whatever it looks like. */
  readonly format?: LogFormat;
  /** A declared mapping: of the files it fits, and of those nobody recognises. */
  readonly mapping?: LogFormat;
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
  /** Inputs that were given twice, and read once. */
  readonly repeated: readonly RepeatedInput[];
  /** Messages that were still open at the end, by format. */
  readonly open: number;
}

interface Recognised {
  readonly source: ByteSource;
  readonly format: LogFormat;
  readonly assumptions: Assumptions;
  /** Seconds since 1970; undefined where the format has no order of files. */
  readonly firstTime: number | undefined;
  /** Why the mapping is not that of this input. */
  readonly unfit: string | undefined;
  readonly beginning: Beginning;
}

/**
 * Reads every log and event export below `paths`. Files of one line format are read in the order of their first stamps,
 * whatever their names, by one reader: a message's lines may lie in two of them.
 */
export async function readEvents(paths: readonly string[], options: ReadEventsOptions): Promise<EventReading> {
  const failed: Inputs['failed'][number][] = [];
  const repairs: Inputs['repairs'][number][] = [];
  const unread = newUnreadLines();
  /** Read, but not to the end. */
  const broken = new Set<ByteSource>();
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
  refuseUnused(options.mapping, recognised, failed);

  const { once, repeated } = await withoutRepeats(recognised);

  const isInterrupted = (): boolean => options.interrupted?.aborted === true;
  const readers = new Map<LogFormat, InputReader>();
  const onEvent = (event: MailEvent): void => {
    totals.events += 1;
    options.onEvent(event);
  };
  for (const { source, format, assumptions } of inOrder(once)) {
    if (isInterrupted()) break;
    const reader = readers.get(format) ?? readerOf(format, { onEvent, unread });
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
    if (condition.broken === undefined) continue;
    failed.push({ path: source.path, error: condition.broken });
    broken.add(source);
  }
  let open = 0;
  for (const reader of readers.values()) {
    open += reader.end();
    totals.lines += reader.lines;
  }
  return {
    inputs: { read: once.length - broken.size, failed, repairs },
    ...totals,
    unread,
    formats: [...readers.keys()].map(({ id }) => ({
      id,
      files: once.filter(({ format }) => format.id === id).length,
    })),
    repeated,
    open,
  };
}

async function recognisedSource(
  source: ByteSource,
  { formats, format: wanted, mapping, now, zone }: ReadEventsOptions,
): Promise<Recognised | { readonly error: string }> {
  const condition: Condition = { repairs: [] };
  const bytes = await beginning(source, condition);
  if (bytes.length === 0) return { error: condition.broken ?? 'empty file' };
  const head = headOf(bytes);
  const unfit = mapping?.unfit?.(head);
  const mapped = mapping !== undefined && unfit === undefined ? mapping : undefined;
  const format = wanted ?? mapped ?? recogniseLog(head, formats);
  if (format === undefined && unfit !== undefined) return { error: unfit };
  if (format === undefined) return { error: `no log that is known: begins with \`${startOf(head)}\`` };
  const assumptions: Assumptions = {
    latest: Math.min(source.modified ?? now, now),
    ...(zone === undefined ? {} : { zone }),
  };
  const firstTime = firstTimeOf(format, head, bytes, assumptions);
  return { source, format, assumptions, firstTime, unfit, beginning: beginningOf(bytes) };
}

/** A log may begin in the middle of something that has no stamps: the first one counts, however far in it stands. */
function firstTimeOf(
  format: LogFormat,
  head: Head,
  bytes: Uint8Array,
  assumptions: Assumptions,
): number | undefined {
  if (format.shape === 'entries') return format.firstTime(head.records);
  if (format.shape !== 'lines') return undefined;
  return (
    format.firstTime(head.lines, assumptions) ??
    format.firstTime(Buffer.from(bytes).toString('utf8').split('\n'), assumptions)
  );
}

/** A mapping that no file has a use for is a mistake of the user's, whatever else was read. */
function refuseUnused(
  mapping: LogFormat | undefined,
  recognised: readonly Recognised[],
  failed: readonly Inputs['failed'][number][],
): void {
  if (mapping === undefined || recognised.some(({ format }) => format === mapping)) return;
  const unfit = recognised.find((one) => one.unfit !== undefined);
  const [why] = [...failed.map(({ path, error }) => `${path}: ${error}`), `${unfit?.source.path}: ${unfit?.unfit}`];
  if (failed.length > 0 || unfit !== undefined)
    throw new UserError(`${mapping.title} fits no file`, why, 'sendaudit logs --guess-map FILE proposes one');
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
        placeInTime(a.one) - placeInTime(b.one) ||
        a.index - b.index,
    )
    .map(({ one }) => one);
}

/** Where nothing in its head is stamped, a file was written before the next one was: by when it was changed last. */
const placeInTime = ({ format, firstTime, source }: Recognised): number =>
  firstTime ?? (format.shape === 'lines' ? (source.modified ?? 0) : 0);
