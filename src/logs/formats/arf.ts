import { feedbackFields, oldComplaint, readFeedback } from '../bounce-mail/feedback.ts';
import { defineLogFormat } from '../format.ts';

export default defineLogFormat({
  id: 'arf',
  title: 'Complaints (feedback loops)',
  shape: 'mail',
  obtain:
    'The mailbox that was given when the feedback loop was set up (Yahoo, Comcast, Validity, Outlook.com’s JMRP and others): its mails as .eml files, as an mbox, or the Maildir',
  caveats: [
    'The time is that of the report, which is written when somebody complains; its `Arrival-Date` is when the message came in',
    'Many receivers black out who complained: the recipient is then absent, but for the domain where that is left, and the message is known by its Message-ID or by fields of the sender’s own',
    'Gmail sends no complaints by mail',
    'A report of `not-spam` is no complaint; reports about authentication are read by `sendaudit failures`',
  ],
  sources: [
    { label: 'RFC 5965, abuse reporting format', url: 'https://www.rfc-editor.org/rfc/rfc5965' },
    { label: 'RFC 6650, use of the abuse reporting format', url: 'https://www.rfc-editor.org/rfc/rfc6650' },
  ],
  recognise: (mail) => (feedbackFields(mail) !== undefined ? 0.97 : oldComplaint(mail) === undefined ? 0 : 0.9),
  read: readFeedback,
});
