import type { MailField } from '../mail/header.ts';

export type { MailField };

/** Something that was put right on the way in, so that nobody wonders where a result comes from. */
export interface Repair {
  /** What was wrong and what was done about it, as a phrase. */
  readonly what: string;
  /** 1-based line of the text. */
  readonly line?: number;
}

/**
 * What became of a document's bytes on the way to text. It is alive: complete only once the text has been read
 * to its end, since a stream may turn out to be damaged in its last byte.
 */
export interface Condition {
  readonly repairs: Repair[];
  /** Why the text ends before the document does: a break in compressed data, a failing disk, a limit that was reached. */
  broken?: string;
}

/** A document as text, whatever it was packed in. */
export interface ReportDocument {
  readonly kind: 'document';
  /** What its first character says: `<` or `{`. Aggregate reports are XML, TLS reports JSON (RFC 8460 §3). */
  readonly form: 'xml' | 'json';
  /** For people: `folder/a.zip › report.xml`. */
  readonly path: string;
  /** Whole where it is small, in pieces where it is not. Pieces must be read before the next document is asked for. */
  readonly text: string | AsyncIterable<string>;
  readonly condition: Condition;
}

/**
 * A mail that reports about one message: `multipart/report; report-type=feedback-report` (RFC 5965), or one that says the
 * same in plain text. Its parts are decoded text, capped at intake's own limit.
 */
export interface FeedbackMail {
  readonly kind: 'feedback';
  readonly path: string;
  /** The mail's own header, unfolded: names in lower case, in order. */
  readonly header: readonly MailField[];
  /** The `message/feedback-report` part. */
  readonly feedback?: string;
  /** The message that is reported, or its header: `message/rfc822`, `text/rfc822-headers`. */
  readonly original?: string;
  /** What is written for people. */
  readonly text?: string;
  readonly condition: Condition;
}
/** Nothing wrong with it, and no report: a mail of somebody, a picture beside a report. It is counted and shown. */
export interface PassedOver {
  readonly kind: 'passed-over';
  readonly path: string;
  /** A phrase: `a mail without a report`. */
  readonly what: string;
}

/** An input nothing could be read from, and why. */
export interface FailedInput {
  readonly kind: 'failed';
  readonly path: string;
  /** A phrase: `empty file`, `no report: looks like a PNG image`. */
  readonly error: string;
  /** Nothing is there at all: a name without a file, a pattern without a match, an empty folder. */
  readonly nothing?: true;
}

export type IntakeItem = ReportDocument | FeedbackMail | PassedOver | FailedInput;

export const nothingThere = (path: string, error: string): FailedInput => ({
  ...failedInput(path, error),
  nothing: true,
});

export const failedInput = (path: string, error: string): FailedInput => ({ kind: 'failed', path, error });

/** A document at hand as text: what a caller has who reads reports from somewhere else. */
export const documentFromText = (path: string, text: string): ReportDocument => ({
  kind: 'document',
  form: text.trimStart().startsWith('{') ? 'json' : 'xml',
  path,
  text,
  condition: { repairs: [] },
});
