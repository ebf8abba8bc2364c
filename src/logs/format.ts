import type { Block } from './block.ts';
import type { MailContents } from './bounce-mail/contents.ts';
import type { MailEvent } from './event.ts';
import type { Zone } from './zone.ts';

/** Takes in what a format's reader finds. Plain calls, in the order of the input. */
export interface EventSink {
  event(event: MailEvent): void;
  /** What is there and could not be made sense of; `text` is shown, cut, as a sample. */
  unread(why: string, text: string): void;
}

/** What a source may leave out, and what is taken instead. */
export interface Assumptions {
  /** Seconds: the input is not later than this. A stamp without a year belongs to the last such day before it. */
  readonly latest: number;
  /** Of stamps that name none; undefined: UTC is assumed, and the event says so. */
  readonly zone?: Zone;
  /** Midnight, seconds as if it were UTC, of the day that the input's name tells: `2026.11.17-delivery.log`. */
  readonly date?: number;
  /** Which comes first in `12/11/2026`; undefined: nobody knows. */
  readonly figures?: 'day' | 'month';
  /**
   * It is as somebody showed it: lines may be broken, and characters written as a page wants them. `width`: characters at
   * which a terminal broke them; `padding`: at which one filled them up, and with how many blanks.
   */
  readonly excerpt?: {
    readonly width?: number;
    readonly padding?: { readonly width: number; readonly blanks: number };
  };
}

/** Where people get such a file, and what is known of it. Printed into docs/formats. */
interface FormatFacts {
  /** Equal to the file's name. */
  readonly id: string;
  readonly title: string;
  /** Id of the sending service whose events these are, in the catalogue; a mail server's own log has none. */
  readonly service?: string;
  /** What the sending service is called that the catalogue does not hold: nothing in the DNS tells its mail. */
  readonly unlistedService?: string;
  /** A list of what failed: what went through is never in it, so that there is nothing to take a share of. */
  readonly failuresOnly?: boolean;
  /** Where the file comes from, as one says it to a colleague. */
  readonly obtain: string;
  /** What it cannot tell, and what is assumed. */
  readonly caveats?: readonly string[];
  readonly sources: readonly { readonly label: string; readonly url: string }[];
  /** Of a declared mapping: why it cannot be that of this input; undefined where it can. */
  readonly unfit?: (head: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly records: readonly JsonObject[];
  }) => string | undefined;
}

/** A log that is read line by line. The reader holds the state between lines, bounded by what is open, not by lines. */
export interface LineFormat extends FormatFacts {
  readonly shape: 'lines';
  /** 0 to 1: how sure it is that these first lines are its own. */
  recognise(lines: readonly string[]): number;
  /** When the first line was written: rotated files are read in this order. */
  firstTime(lines: readonly string[], assumptions: Assumptions): number | undefined;
  /** Whether `next`, which has no stamp, is the rest of `line`, which was broken where somebody showed it. Only what is certain. */
  goesOn?(line: string, next: string): boolean;
  open(sink: EventSink): LineReader;
}
export interface LineReader {
  /** The next file begins. What earlier ones left open may end in it. */
  begin(assumptions: Assumptions): void;
  /**
   * A line, without its end, that lies from `start` to `end` of a block which is used again. `event`: it told something, now
   * or with others; `known`: understood, and nothing about outgoing mail; `unknown`: not understood. It is the reader of
   * lines who counts and samples these.
   */
  line(block: Block, start: number, end: number): 'event' | 'known' | 'unknown';
  /** No more lines come. */
  end(): void;
  /** Messages that are still open. */
  open(): number;
  /** Events that were told before, and not told again: logs are given twice. */
  repeated?(): number;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Events as JSON objects, whether one to a line, in an array, or one after the other. Numbers beyond 2^53 come as text. */
export interface RecordFormat extends FormatFacts {
  readonly shape: 'records';
  /** 0 to 1, by one of the first objects. */
  recognise(record: JsonObject): number;
  /** Objects are not taken apart by the lists in them: what stands beside a list is of all that is in it. */
  readonly wantsWhole?: boolean;
  /** False where the object is none of this format's. An object may hold several events, or none. */
  read(record: JsonObject, sink: EventSink, assumptions: Assumptions): boolean;
}

/** A log whose lines come as JSON objects: what they tell of one message is put together from several of them. */
export interface EntryFormat extends FormatFacts {
  readonly shape: 'entries';
  /** 0 to 1, by one of the first objects. */
  recognise(record: JsonObject): number;
  /** When the first entry was written: files are read in this order. */
  firstTime(records: readonly JsonObject[]): number | undefined;
  open(sink: EventSink): EntryReader;
}
export interface EntryReader {
  /** The next file begins. What earlier ones left open may end in it. */
  begin(assumptions: Assumptions): void;
  /** False where the object is none of this format's. */
  entry(record: JsonObject): boolean;
  /** No more entries come. */
  end(): void;
  /** Messages that are still open. */
  open(): number;
}

/** Events as rows under a header line: CSV, TSV, or with any other delimiter. Columns are found by name, never by place. */
export interface TableFormat extends FormatFacts {
  readonly shape: 'table';
  /** Where it is known, and not UTF-8: as TextDecoder calls it. */
  readonly encoding?: string;
  /** 0 to 1, by the column names as they stand. */
  recognise(columns: readonly string[]): number;
  /** Reads rows under this header; called once per header. */
  open(columns: readonly string[], sink: EventSink, assumptions: Assumptions): TableReader;
}
export interface TableReader {
  /** False where the row is none of this format's. */
  row(cells: readonly string[]): boolean;
}

/** Mails that tell what became of other mails. A mailbox holds several kinds; which one it is, each mail says. */
export interface MailFormat extends FormatFacts {
  readonly shape: 'mail';
  /** 0 to 1: how sure it is that this mail is its own. */
  recognise(mail: MailContents): number;
  /**
   * `event`: it told something; `known`: understood, and none of this command's business; `unknown`: it is not what it
   * seemed, and the format that is next in sureness may read it.
   */
  read(mail: MailContents, sink: EventSink, assumptions: Assumptions): 'event' | 'known' | 'unknown';
}

export type LogFormat = LineFormat | RecordFormat | EntryFormat | TableFormat | MailFormat;

export const defineLogFormat = <Format extends LogFormat>(format: Format): Format => format;

const SERVER_SHAPES: ReadonlySet<LogFormat['shape'] | undefined> = new Set(['lines', 'entries']);

/**
 * Whether it follows messages from line to line, as mail servers' logs want it: all deliveries are in such a log, and its ids
 * are those of a queue, which are used again.
 */
export const isServerLog = (shape: LogFormat['shape'] | undefined): boolean => SERVER_SHAPES.has(shape);
