import type { ImapFailed, ImapSession } from '../net/imap.ts';
import type { Delivery } from './delivery.ts';
import type { Account } from './names.ts';
import type { MailboxAge, Seen } from './seen.ts';

/** Which mails, and what becomes of them on the server. */
export interface Wanted {
  /** Only what was received from then on. */
  readonly since?: Date;
  /** Also what was fetched before, where its file is gone. */
  readonly again: boolean;
  /** Also mails that hold no report, as far as can be seen. */
  readonly everyMail: boolean;
  /** Mails to fetch at most. */
  readonly most: number;
  /** Only tell what would be done. */
  readonly rehearsal: boolean;
  readonly after: { readonly kind: 'leave' | 'delete' } | { readonly kind: 'move'; readonly to: string };
}

/** Every mail that was looked at is in one of them. `taken` are those moved or deleted, whatever else they are. */
export interface Counts {
  fetched: number;
  /** Fetched before, or the folder holds the same octets. */
  there: number;
  withoutReport: number;
  tooLarge: number;
  failed: number;
  /** Somebody removed it meanwhile. */
  gone: number;
  /** Not looked at: over `most`, or the user interrupted. */
  left: number;
  taken: number;
}

/** What is known of one mailbox, over all passes of a run. */
export interface MailboxRun {
  readonly name: string;
  age?: MailboxAge;
  readonly counts: Counts;
  /** UIDs in the end they came to, so that a pass after a broken connection goes on where the last one was. */
  readonly handled: Set<number>;
  /** Those of the last pass, looked at or not. */
  pending: readonly number[];
  /** Taken mails that are only marked as deleted. */
  marked: number;
  /** Fetched before, files gone: not taken from the server, as nobody can say that they are safe. */
  unsafe: number;
}

/** A mail that was fetched. */
export interface FetchedMail {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
  readonly octets: number;
  /** Its name in the folder. */
  readonly file: string;
}

export interface Problem {
  readonly path: string;
  readonly error: string;
}

export interface Run {
  readonly account: Account;
  readonly wanted: Wanted;
  readonly mailboxes: readonly MailboxRun[];
  readonly seen: Seen;
  readonly delivery: Delivery;
  /** In place of a UIDVALIDITY, where a server has none: another one in each run. */
  readonly ownAge: string;
  /** Where mails are moved to, as the server names it. */
  destination?: string;
  /** What `--limit` leaves of it. */
  budget: number;
  tell(mail: FetchedMail): void;
  problem(path: string, error: string): void;
  progress(text: string): void;
}

export interface Pass {
  readonly run: Run;
  readonly session: ImapSession;
  readonly mailbox: MailboxRun;
  /** Its name as the server has it. */
  readonly path: string;
  readonly age: MailboxAge;
}

/** Ends a pass: the session is of no more use. What one mail or mailbox alone suffers from does not. */
export type Broken = ImapFailed | undefined;

const MIB = 1024 * 1024;
/**
 * Octets of one mail. Ten times what mail servers take in at once; without it, whoever can put a mail into the mailbox could
 * fill the disk.
 */
export const MOST_MAIL_BYTES = 256 * MIB;

export const newMailboxRun = (name: string): MailboxRun => ({
  name,
  counts: { fetched: 0, there: 0, withoutReport: 0, tooLarge: 0, failed: 0, gone: 0, left: 0, taken: 0 },
  handled: new Set(),
  pending: [],
  marked: 0,
  unsafe: 0,
});

/** A mail has come to its end, as one of the counts. */
export function settle({ counts, handled }: MailboxRun, uid: number, as: keyof Omit<Counts, 'taken' | 'left'>): void {
  if (handled.has(uid)) return;
  handled.add(uid);
  counts[as] += 1;
}

/** `INBOX, mail 4711`. */
export const mailName = ({ name }: MailboxRun, uid: number): string => `${name}, mail ${uid}`;
