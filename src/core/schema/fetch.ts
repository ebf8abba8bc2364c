import { count, list, object, text } from './words.ts';

/** Every mail is in one of the first seven; `taken` were moved or deleted on the server. */
const fetchCounts = {
  fetched: count,
  there: count,
  withoutReport: count,
  tooLarge: count,
  failed: count,
  gone: count,
  left: count,
  taken: count,
};

/** What `fetch` adds to the envelope. */
export const FETCH_BODY = object({
  account: text,
  folder: text,
  dryRun: { type: 'boolean' },
  totals: object({ mails: count, ...fetchCounts }),
  mailboxes: list(
    object({ mailbox: text, uidValidity: text, mails: count, ...fetchCounts, markedOnly: count }, ['uidValidity']),
  ),
  mails: list(object({ mailbox: text, uidValidity: text, uid: count, octets: count, file: text })),
  mailsOmitted: count,
});
