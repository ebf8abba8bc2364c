import { EVENT_KINDS, type EventKind } from '../event.ts';

/** What a value may stand for: a kind of event, one with what the source says besides, or nothing to be told. */
export const OUTCOMES = [
  ...EVENT_KINDS,
  'soft-bounced', // bounced, and the source says that it need not be for ever
  'hard-bounced',
  'machine-opened', // by a proxy, a scanner, a prefetch
  'machine-clicked',
  'ignored',
] as const;
export type Outcome = EventKind | (typeof OUTCOMES)[number];

/** A column's name, or the dotted path of a key in an object; several: the first that is there. */
export type Column = string | readonly string[];

/** Where a value is: in a column, or the same in every row. */
export interface Field {
  readonly column?: Column;
  readonly always?: string;
}
export interface TimeField {
  readonly column: Column;
  /** Column of the time of day, where it stands on its own. */
  readonly clock?: Column;
  /** `iso`, `epoch`, `epoch-ms`, `mail-date`, or a pattern as `DD.MM.YYYY hh:mm:ss`; absent: whatever is unmistakable. */
  readonly format?: string;
  /** For times without one: `UTC`, `+01:00`, `Europe/Berlin`. */
  readonly zone?: string;
  /** Column of the zone of a row's time, where it stands on its own; `zone` for rows in which it is empty. */
  readonly zoneColumn?: Column;
}
export interface KindField {
  readonly column?: Column;
  /** What the values mean; absent: words that are known. */
  readonly values?: Readonly<Record<string, Outcome>>;
  /** Whether known words count beside the values named. */
  readonly words?: boolean;
  readonly always?: Outcome;
  /** Where a row is a message: what happened to it, and the column that holds the time of it, or says yes or no. */
  readonly columns?: Readonly<Partial<Record<Outcome, string>>>;
  /** What stands between several of them in one cell; each is an event, at the time of the row. */
  readonly separator?: string;
}
/** Of a table that holds other things, too: the rows that are of mails. */
export interface RowsField {
  readonly column: Column;
  readonly values: readonly string[];
}
export interface FlagField {
  readonly column: Column;
  /** Values that say yes; true, yes and 1 by default. */
  readonly yes?: readonly string[];
}

export const DELAY_UNITS = ['seconds', 'milliseconds', 'minutes'] as const;
export const INPUTS = ['table', 'records'] as const;

/** Fields of an event that are texts or numbers as they stand. */
export const PLAIN_FIELDS = [
  'from',
  'envelopeFrom',
  'sourceIp',
  'relayHost',
  'relayIp',
  'code',
  'enhancedCode',
  'diagnostic',
  'espClass',
  'mailboxProvider',
  'recipientDomain',
  'messageId',
  'espId',
  'eventId',
  'queueId',
  'host',
  'size',
  'attempt',
  'url',
] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** Which columns of a table, or keys of objects, say what of an event. */
export interface Mapping extends Readonly<Partial<Record<PlainField, Field>>> {
  readonly name: string;
  readonly input: (typeof INPUTS)[number];
  /** Of a table that is not UTF-8; absent: Windows-1252. */
  readonly encoding?: string;
  /** Of a table without column names: what its columns are called here, first to last. */
  readonly names?: readonly string[];
  /** Of objects that hold several events: the path of the list they stand in. */
  readonly events?: string;
  readonly only?: RowsField;
  readonly time: TimeField;
  readonly kind: KindField;
  /** `separator`: between several recipients in one cell. */
  readonly recipient: { readonly column: Column; readonly separator?: string };
  readonly delay?: Field & { readonly unit?: (typeof DELAY_UNITS)[number] };
  /** Time the message was taken in, in the format of `time`: the delay is counted from it. */
  readonly queuedAt?: Field;
  readonly machine?: FlagField;
  readonly permanent?: FlagField;
  readonly tags?: Readonly<Record<string, Field>>;
}

export const columnsOf = (column: Column): readonly string[] => (typeof column === 'string' ? [column] : column);
