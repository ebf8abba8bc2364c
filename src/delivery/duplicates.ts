import type { MailEvent } from '../logs/event.ts';
import { newHash } from './hash.ts';
import { newRecipientTable } from './recipient-table.ts';

/**
 * Whether an event has been told before. Services send an event several times, 3 on the average and up to 46
 * (sendgrid/docs #2933), ids of events change with it (sendgrid-nodejs #1435) or are unique within a day only (Mailgun): the
 * same is what has the same message, recipient, kind, second and detail. Of 700,000 events at least, the latest.
 */
export function newDuplicates(): { isAgain(event: MailEvent): boolean } {
  const seen = newRecipientTable();
  const hash = newHash();
  return {
    isAgain(event) {
      const { ids, recipient, recipientDomain, kind, time, url, attempt, diagnostic, source } = event;
      const message = ids.esp ?? ids.message ?? ids.queue ?? '';
      const detail = `${kind}|${source}|${Math.floor(time)}|${attempt ?? ''}|${url ?? ''}|${diagnostic ?? ''}`;
      const key = hash.of(message, recipient ?? recipientDomain, detail);
      if (seen.find(key) >= 0) return true;
      seen.ensure(key);
      return false;
    },
  };
}
