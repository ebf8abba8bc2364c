import type { MailEvent } from '../logs/event.ts';
import { newHash } from './hash.ts';
import { newSeenHashes } from './seen-hashes.ts';

/**
 * Whether an event has been told before. Services send an event several times, 3 on the average and up to 46
 * (sendgrid/docs #2933), ids of events change with it (sendgrid-nodejs #1435) or are unique within a day only (Mailgun): the
 * same is what has the same message, recipient, kind, second and detail. Of 700,000 events at least, the latest.
 */
export function newDuplicates(): { isAgain(event: MailEvent): boolean } {
  const seen = newSeenHashes();
  const hash = newHash();
  return {
    isAgain({ ids, recipient, recipientDomain, kind, time, url, attempt, diagnostic, source }) {
      hash.begin();
      hash.text(ids.esp ?? ids.message ?? ids.queue ?? '');
      hash.text(recipient ?? recipientDomain);
      hash.text(kind);
      hash.text(source);
      hash.number(Math.floor(time));
      hash.number(attempt ?? -1);
      hash.text(url ?? '');
      hash.text(diagnostic ?? '');
      return seen.isAgain(hash.end());
    },
  };
}
