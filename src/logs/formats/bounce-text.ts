import { tellsOfOwnMessage } from '../bounce-mail/own-message.ts';
import { bounceSigns, isAdministrative } from '../bounce-mail/signals.ts';
import { wrapsReport } from '../bounce-mail/read-dsn.ts';
import { readTextBounce } from '../bounce-mail/text-bounce.ts';
import { tellTextBounce } from '../bounce-mail/text-event.ts';
import { defineLogFormat } from '../format.ts';

export default defineLogFormat({
  id: 'bounce-text',
  title: 'Bounces in words',
  shape: 'mail',
  obtain:
    'The mailbox behind the return path (bounces@, the address of MAIL FROM): its mails as .eml files, as an mbox, or the Maildir as it lies on the server',
  caveats: [
    'The text was written for people: recipient and reason are found by the words of the server that wrote it, or by what stands near an address',
    'The time is that of the mail',
  ],
  sources: [
    { label: 'RFC 3834, automatic responses', url: 'https://www.rfc-editor.org/rfc/rfc3834' },
    { label: 'qmail bounce message format (QSBMF)', url: 'https://cr.yp.to/proto/qsbmf.txt' },
  ],
  recognise(mail) {
    const signs = bounceSigns(mail);
    return signs >= 0.4 ? 0.4 + signs * 0.3 : signs * 0.5;
  },
  read(mail, sink, assumptions) {
    // What a gateway wraps around another server's report says less than that report.
    if (wrapsReport(mail)) return 'unknown';
    const bounce = readTextBounce(mail);
    // Words of a server count for a sender that looks like one, and the other way round.
    if (bounceSigns(mail) < (bounce.known ? 0.2 : 0.4)) return 'unknown';
    if (!bounce.known && (isAdministrative(mail) || !tellsOfOwnMessage(mail, bounce))) return 'unknown';
    return tellTextBounce(bounce, mail, { sink, assumptions });
  },
});
