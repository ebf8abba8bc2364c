import { count } from '../../core/format.ts';
import type { Inputs } from '../../core/report.ts';
import { byteSources } from '../../intake/byte-sources.ts';
import type { Condition } from '../../intake/document.ts';
import type { IntakeOptions } from '../../intake/documents.ts';
import type { MailEvent } from '../../logs/event.ts';
import type { LogFormat, MailFormat } from '../../logs/format.ts';
import { readerOf, type InputReader } from './input-reader.ts';
import type { MailFormats } from './mail-formats.ts';
import { type MailInputReader, mailInputReader } from './mail-reading.ts';
import {
  inOrder,
  MAILS,
  type ReadAs,
  type Recognised,
  type Recognition,
  recognisedSource,
  refuseUnused,
} from './recognised.ts';
import { type RepeatedInput, withoutRepeats } from './repeated-inputs.ts';
import { type EventListener, tellOnce } from './tell-once.ts';
import { newUnreadLines, type UnreadLines } from './unread-lines.ts';

export interface ReadEventsOptions extends IntakeOptions, Recognition {
  readonly onEvent: EventListener;
  /** Takes events of mails that a log or a service has told, and which `onEvent` does not get. */
  readonly onToldAgain?: (event: MailEvent) => void;
  /** Whether people are to be hidden: a subject may name one, and no sample of it is kept. */
  readonly hidesSubjects?: boolean;
  readonly onProgress?: (text: string) => void;
  /** Ends the reading early; what was read until then stands. */
  readonly interrupted?: AbortSignal;
}

/** What reading came to, besides the events. */
export interface EventReading {
  readonly inputs: Inputs;
  readonly files: number;
  /** Inputs in no format that is known; they are among those that failed. */
  readonly unrecognised: readonly UnrecognisedInput[];
  /** Lines, objects, rows or mails. */
  readonly lines: number;
  readonly events: number;
  readonly unread: UnreadLines;
  readonly formats: readonly { readonly id: string; readonly files: number }[];
  /** Inputs that were given twice, and read once. */
  readonly repeated: readonly RepeatedInput[];
  /** Events that were told twice in one log, or by it and by a mail, and counted once. */
  readonly toldAgain: number;
  /** Events that mails alone tell. */
  readonly mailEvents: number;
  /** Messages that were still open at the end, by format. */
  readonly open: number;
}

export interface UnrecognisedInput {
  readonly path: string;
  readonly mappable: boolean;
}

type List<Key extends keyof Inputs> = NonNullable<Inputs[Key]> extends readonly (infer Item)[] ? Item[] : never;

/**
 * Reads every log and event export below `paths`. Files of one line format are read in the order of their first stamps,
 * whatever their names, by one reader: a message's lines may lie in two of them. Mails are read last, and what they tell
 * again of a log is not told.
 */
export async function readEvents(paths: readonly string[], options: ReadEventsOptions): Promise<EventReading> {
  const failed: List<'failed'> = [];
  const passedOver: List<'passedOver'> = [];
  const { files, recognised, unrecognised } = await recognisedSources(paths, options, { failed, passedOver });
  refuseUnused(options.mapping, recognised, failed);
  const { once, repeated } = await withoutRepeats(recognised);

  const repairs: List<'repairs'> = [];
  const unread = newUnreadLines();
  const totals = { lines: 0, events: 0 };
  const hasMails = once.some(({ format }) => format === MAILS);
  const ofMails = new Set(options.formats.filter(isMailFormat).map(({ id }) => id));
  const telling = tellOnce(ofMails, hasMails, options);
  const onEvent = (event: MailEvent): void => {
    totals.events += 1;
    telling.onEvent(event);
  };
  const readers = new Map<ReadAs, InputReader>();
  let mails: MailInputReader | undefined;
  let open = 0;
  const ended = new Set<InputReader>();
  const endReaders = (): void => {
    for (const reader of readers.values()) {
      if (ended.has(reader)) continue;
      ended.add(reader);
      open += reader.end();
    }
  };
  const readerFor = (format: ReadAs): InputReader => {
    if (format !== MAILS)
      return readerOf(format, { onEvent, unread, formats: isForced(options) ? [] : options.formats });
    // Logs hold events back, and tell them before the first mail does.
    endReaders();
    const showsSubjects = options.hidesSubjects !== true;
    const onPassedOver = (path: string, what: string): void => void passedOver.push({ path, what });
    return (mails = mailInputReader(mailFormats(options), { onEvent, unread, showsSubjects, onPassedOver }));
  };

  let broken = 0;
  const isInterrupted = (): boolean => options.interrupted?.aborted === true;
  for (const { source, format, assumptions } of inOrder(once)) {
    if (isInterrupted()) break;
    const reader = readers.get(format) ?? readerFor(format);
    readers.set(format, reader);
    const condition: Condition = { repairs: [] };
    reader.begin(source.path, assumptions);
    for await (const chunk of source.open(condition)) {
      reader.push(chunk);
      options.onProgress?.(`reading logs  ${count(linesOf(readers.values()))} lines · ${count(totals.events)} events`);
      if (isInterrupted()) break;
    }
    reader.endOfInput();
    repairs.push(...condition.repairs.map((repair) => ({ path: source.path, ...repair })));
    if (condition.broken === undefined) continue;
    failed.push({ path: source.path, error: condition.broken });
    broken += 1;
  }
  endReaders();
  let { toldAgain } = telling;
  for (const reader of readers.values()) {
    toldAgain += reader.repeated;
  }
  totals.lines = linesOf(readers.values());
  return {
    inputs: { read: once.length - broken, failed, repairs, ...(passedOver.length === 0 ? {} : { passedOver }) },
    files,
    unrecognised,
    ...totals,
    unread,
    formats: [...readers.keys()].flatMap((format) =>
      format === MAILS
        ? Array.from(mails?.files ?? [], ([id, number]) => ({ id, files: number }))
        : [{ id: format.id, files: once.filter((one) => one.format === format).length }],
    ),
    repeated,
    toldAgain,
    mailEvents: telling.mailEvents,
    open,
  };
}

const linesOf = (readers: Iterable<InputReader>): number => {
  let lines = 0;
  for (const reader of readers) lines += reader.lines;
  return lines;
};

async function recognisedSources(
  paths: readonly string[],
  options: ReadEventsOptions,
  { failed, passedOver }: { readonly failed: List<'failed'>; readonly passedOver: List<'passedOver'> },
): Promise<Pick<EventReading, 'files' | 'unrecognised'> & { readonly recognised: readonly Recognised[] }> {
  const recognised: Recognised[] = [];
  const unrecognised: UnrecognisedInput[] = [];
  let files = 0;
  for await (const source of byteSources(paths, options)) {
    if (source.kind === 'failed') {
      failed.push({ path: source.path, error: source.error });
      continue;
    }
    files += 1;
    const known = await recognisedSource(source, options);
    if ('mappable' in known) unrecognised.push({ path: source.path, mappable: known.mappable });
    if ('error' in known) failed.push({ path: source.path, error: known.error });
    else if ('passedOver' in known) passedOver.push({ path: source.path, what: known.passedOver });
    else recognised.push(known);
  }
  return { files, recognised, unrecognised };
}

/** What is to be read as one format, whatever it looks like, is read as no other; a mapping knows its own alone. */
const isForced = ({ format, mapping }: ReadEventsOptions): boolean => format !== undefined || mapping !== undefined;

const isMailFormat = (format: LogFormat): format is MailFormat => format.shape === 'mail';

/** Those that mails may be read by: one, where it was asked for. */
const mailFormats = ({ formats, format }: ReadEventsOptions): MailFormats => ({
  mails: format !== undefined && isMailFormat(format) ? [format] : formats.filter(isMailFormat),
  records: formats.filter((one) => one.shape === 'records'),
});
