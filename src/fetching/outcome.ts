import type { Counts, FetchedMail, MailboxRun, Problem, Wanted } from './fetching.ts';

/** What came of a run, for its report. */
export interface FetchReportOptions {
  /** `reports@mail.example.com`, for people. */
  readonly account: string;
  readonly folder: string;
  readonly wanted: Wanted;
  readonly mailboxes: readonly MailboxRun[];
  readonly mails: readonly FetchedMail[];
  /** Fetched, and too many to list. */
  readonly unlisted: number;
  readonly problems: readonly Problem[];
  /** Lines of the folder's own memory that could not be read. */
  readonly unreadable: number;
  readonly interrupted: boolean;
  readonly startedAt: Date;
}

/** With what was not reached. */
export function countsOf({ counts, pending, handled }: MailboxRun): Counts {
  return { ...counts, left: counts.left + pending.filter((uid) => !handled.has(uid)).length };
}
