import type { ImapFlow } from 'imapflow';
import type { ImapServer } from '../imap.ts';
import type { Attempt } from './attempts.ts';
import type { Words } from './words.ts';

/** What the library only tells its log. */
export interface Refusals {
  last: string | undefined;
}

/** What every command of a session works with. */
export interface Within {
  readonly client: ImapFlow;
  readonly server: ImapServer;
  readonly words: Words;
  readonly attempt: Attempt;
  readonly refusals: Refusals;
  /** Of the user's own mailboxes (RFC 2342): `INBOX.` on some servers. */
  readonly prefix: string;
}
