/**
 * What is so about the world, in three states.
 *
 * "Could not find out" is an answer of its own: an unknown fact never reaches a check,
 * the runner answers *inconclusive* for it (law 7). NXDOMAIN and NODATA are `absent`,
 * SERVFAIL, REFUSED and a time-out are `unknown`.
 */
export interface Found<T> {
  readonly state: 'found';
  readonly value: T;
}
export interface Absent {
  readonly state: 'absent';
}
export interface Unknown {
  readonly state: 'unknown';
  /** Why we could not find out, as a phrase: `SERVFAIL for _dmarc.example.com TXT`. */
  readonly reason: string;
}
export type Fact<T> = Found<T> | Absent | Unknown;
/** A fact somebody could establish, one way or the other. */
export type Settled<T> = Found<T> | Absent;

/** The three states, made. */
export const found = <T>(value: T): Found<T> => ({ state: 'found', value });
export const absent: Absent = { state: 'absent' };
export const unknown = (reason: string): Unknown => ({ state: 'unknown', reason });

/** A file and a 1-based line: where a record was written down, when it came from a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** What its owner calls it, where the line alone says little: `aws_route53_record.spf["a"]` in a plan of one line. */
  readonly what?: string;
}

/** A stretch of somebody's text: what a finding points at, and the caret under it. */
export interface Span {
  /** What the text is: `casaluna.example TXT`. */
  readonly source: string;
  readonly text: string;
  /** Offsets into `text`, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly place?: Place;
}

/** Something a parser found wrong, with where. Parsers return all of them and never throw (law 8). */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  /** What is wrong, with the user's own text quoted in it; no full stop. */
  readonly message: string;
  /** Offsets into the parsed text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A parser's answer: the value as far as it can be read, and everything that is wrong with the text. */
export interface Parsed<T, Code extends string = string> {
  readonly value: T;
  readonly problems: readonly Problem<Code>[];
}
