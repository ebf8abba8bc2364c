import { UserError } from '../../core/errors.ts';
import type { Inputs } from '../../core/report.ts';
import type { ByteSource } from '../../intake/byte-source.ts';
import type { Condition } from '../../intake/document.ts';
import { recogniseBytes } from '../../intake/recognise.ts';
import type { Assumptions, LogFormat, MailFormat } from '../../logs/format.ts';
import { headOf, recogniseLog, type Head } from '../../logs/recognise.ts';
import { zoneOf } from '../../logs/zone.ts';
import { dateOf } from '../../logs/syslog/calendar.ts';
import { hasStamps } from '../../logs/syslog/recognise.ts';
import { beginningOfSource, linesBehind } from './beginning.ts';
import { otherReport } from './other-report.ts';
import { beginningOf } from './repeated-inputs.ts';
import { shownByLines } from './shown-by-lines.ts';
import { type Unrecognised, unrecognised } from './unrecognised.ts';

/** All mails are read by one reader: what each of them is stands in it. */
export const MAILS = 'mails';
export type ReadAs = Exclude<LogFormat, MailFormat> | typeof MAILS;

/** An input, and what it is to be read as. */
export interface Recognised {
  readonly source: ByteSource;
  readonly format: ReadAs;
  readonly assumptions: Assumptions;
  /** Seconds since 1970; undefined where the format has no order of files. */
  readonly firstTime: number | undefined;
  /** Why the mapping is not that of this input. */
  readonly unfit: string | undefined;
  readonly beginning: string;
}

export interface Recognition {
  readonly formats: readonly LogFormat[];
  /** Read everything as this, whatever it looks like. */
  readonly format?: LogFormat;
  /** A declared mapping: of the files it fits, and of those nobody recognises. */
  readonly mapping?: LogFormat;
  /** Seconds since 1970: nothing is later. */
  readonly now: number;
  /** Of stamps that name none: `+01:00`, `Europe/Rome`. */
  readonly zone?: string;
}

/** What an input is, by its beginning. */
export async function recognisedSource(
  source: ByteSource,
  { formats, format: wanted, mapping, now, zone }: Recognition,
): Promise<Recognised | Unrecognised | { readonly error: string } | { readonly passedOver: string }> {
  const condition: Condition = { repairs: [] };
  const bytes = await beginningOfSource(source, condition);
  // A log that was rotated a moment ago is nobody's mistake.
  if (bytes.length === 0)
    return condition.broken === undefined ? { passedOver: 'an empty file' } : { error: condition.broken };
  const east = zone === undefined ? undefined : zoneOf(zone);
  const known = {
    source,
    assumptions: {
      latest: Math.min(source.modified ?? now, now),
      ...(east === undefined ? {} : { zone: east }),
      ...dateInName(source.path),
    },
    beginning: beginningOf(bytes),
  };
  const isMail = wanted === undefined && /^(?:mail|mbox|compound)$/.test(recogniseBytes(bytes).kind);
  if (isMail || wanted?.shape === 'mail') return { ...known, format: MAILS, firstTime: undefined, unfit: undefined };
  const head = headOf(bytes);
  const unfit = mapping?.unfit?.(headFor(mapping, bytes, head));
  const mapped = mapping !== undefined && unfit === undefined ? mapping : undefined;
  const format = wanted ?? mapped ?? recogniseLog(head, formats);
  if (format === undefined && unfit !== undefined) return { error: unfit };
  const told = format === undefined ? await toldLater(source, head, formats) : { format, head, bytes };
  if (told === undefined || told.format.shape === 'mail') {
    const other = otherReport(bytes);
    return other === undefined ? unrecognised(head, bytes, formats) : { passedOver: other };
  }
  const shown = shownBy(told, known.assumptions);
  if (typeof shown === 'string') return { error: shown };
  const assumptions = { ...known.assumptions, ...shown };
  return { ...known, assumptions, format: told.format, firstTime: firstTimeOf(told, assumptions), unfit };
}

function shownBy({ format, head, bytes }: ToldBy, assumptions: Assumptions): ReturnType<typeof shownByLines> {
  return format.shape === 'lines' ? shownByLines(format, head.lines, () => linesOf(bytes), assumptions) : {};
}

/** `2026.11.17-delivery.log`: some logs have the time of day only, and the date in their name. */
const DATE = /(?<!\d)(\d{4})[._-]?(\d\d)[._-]?(\d\d)(?!\d)/;

function dateInName(path: string): Pick<Assumptions, 'date'> {
  const match = DATE.exec(path.slice(path.search(/[^\\/]*$/)));
  const date = match === null ? undefined : dateOf(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return date === undefined ? {} : { date };
}

/** As the mapping says that it is to be read. */
function headFor(mapping: LogFormat, bytes: Uint8Array, head: Head): Head {
  if (mapping.shape === 'table' && mapping.encoding !== undefined) return headOf(bytes, { encoding: mapping.encoding });
  return mapping.shape === 'records' && mapping.wantsWhole === true ? headOf(bytes, { wantsWhole: true }) : head;
}

/** What its beginning told, or what follows. */
interface ToldBy {
  readonly format: LogFormat;
  readonly head: Head;
  readonly bytes: Uint8Array;
}

/** A log that begins with others' lines, or with one so long that nothing else is seen. */
async function toldLater(source: ByteSource, head: Head, formats: readonly LogFormat[]): Promise<ToldBy | undefined> {
  // Whatever else is not known is one object, or a table: what follows its beginning tells no more.
  const ofLines = head.records.length > 0 ? [] : formats.filter(({ shape }) => shape === 'lines');
  if (ofLines.length === 0 || !isLog(head.lines)) return undefined;
  for await (const lines of linesBehind(source)) {
    const later = { lines, records: [], held: [], columns: [], rows: [] };
    const format = recogniseLog(later, ofLines);
    if (format !== undefined) return { format, head: later, bytes: EMPTY };
  }
  return undefined;
}
const EMPTY = new Uint8Array();

/** Nothing but the beginning of a line, or lines with stamps. */
const isLog = (lines: readonly string[]): boolean => lines.length <= 1 || hasStamps(lines);

/** A log may begin in the middle of something that has no stamps: the first one counts, however far in it stands. */
function firstTimeOf({ format, head, bytes }: ToldBy, assumptions: Assumptions): number | undefined {
  if (format.shape === 'entries') return format.firstTime(head.records);
  if (format.shape !== 'lines') return undefined;
  return format.firstTime(head.lines, assumptions) ?? format.firstTime(linesOf(bytes), assumptions);
}

const linesOf = (bytes: Uint8Array): readonly string[] => Buffer.from(bytes).toString('utf8').split('\n');

/** A mapping that no file has a use for is a mistake of the user's, whatever else was read. */
export function refuseUnused(
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

/** Files of a format stand together, oldest first; what has no order keeps the one it was given in. Mails come last. */
export function inOrder(recognised: readonly Recognised[]): Recognised[] {
  const formats = [...new Set(recognised.map(({ format }) => format))].toSorted(
    (a, b) => Number(a === MAILS) - Number(b === MAILS),
  );
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
