import { defineLogFormat } from '../format.ts';
import { isAnswer } from '../bounce-mail/signals.ts';
import { readDsn, statusPart } from '../bounce-mail/read-dsn.ts';

export default defineLogFormat({
  id: 'dsn',
  title: 'Delivery status notifications',
  shape: 'mail',
  obtain:
    'The mailbox behind the return path (bounces@, the address of MAIL FROM): its mails as .eml files, as an mbox, or the Maildir as it lies on the server',
  caveats: [
    'A report tells of one moment: when the last attempt was made, or else when the report was written',
    'A message that was refused while it was handed over bounces nowhere: the log of the sending server has those',
    '`Action: delayed` is a delay and no bounce; a failure with a temporary code is one that was given up after too long',
    'The recipient is the one the report is about (Final-Recipient); where the message was addressed to another one, that one is the tag `original-recipient`; a mailbox name that only a gateway knows gives way to it',
  ],
  sources: [
    { label: 'RFC 3464, delivery status notifications', url: 'https://www.rfc-editor.org/rfc/rfc3464' },
    { label: 'RFC 6533, internationalized delivery status', url: 'https://www.rfc-editor.org/rfc/rfc6533' },
    { label: 'Postfix, bounce(5) and bounce(8)', url: 'https://www.postfix.org/bounce.8.html' },
  ],
  recognise(mail) {
    const part = statusPart(mail);
    if (part === undefined) return 0;
    if (part.type.startsWith('message/')) return 0.95;
    return isAnswer(mail) ? 0 : 0.85;
  },
  read: readDsn,
});
