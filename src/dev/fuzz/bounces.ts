import { mailInputReader } from '../../delivery/reading/mail-reading.ts';
import { newUnreadLines } from '../../delivery/reading/unread-lines.ts';
import { eventBody } from '../../logs/event-text.ts';
import type { MailEvent } from '../../logs/event.ts';
import { logFormats } from '../../logs/formats/all.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Bounces, complaints and automatic answers: mails and mailboxes to events. */
export default fuzzTarget({
  // One mail each: what is changed in it is then a large part of it.
  seeds: () =>
    fixtures('logs', '.mbox', 64 * 1024).flatMap((bytes) =>
      Buffer.from(bytes)
        .toString('latin1')
        .split(/^(?=From MAILER-DAEMON )/m)
        .map((mail) => Buffer.from(mail, 'latin1')),
    ),
  tokens: [
    '\n',
    '\n\n',
    '\n  ',
    '<',
    '>',
    '@',
    '@a',
    'a@b.example',
    '<a@b.example>:',
    ':',
    ';',
    '550 5.1.1 ',
    '>>> RCPT To:<a@b.example>\n',
    '<<< 550 ',
    '----- The following addresses had permanent fatal errors -----\n',
    '--- Below this line is a copy of the message.\n',
    'Final-Recipient: rfc822; ',
    'Action: failed\n',
    'Status: 5.1.1\n',
    'Diagnostic-Code: smtp; ',
    'Feedback-Type: abuse\n',
    'Content-Type: message/delivery-status\n',
    'Content-Type: text/html\n',
    'X-Failed-Recipients: ',
    '(reason: ',
    'Technical details of permanent failure:\n',
    'Auto-Submitted: auto-replied\n',
  ],
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const found: unknown[] = [];
  const unread = newUnreadLines();
  const reader = mailInputReader(
    {
      mails: logFormats.filter((format) => format.shape === 'mail'),
      records: logFormats.filter((format) => format.shape === 'records'),
    },
    {
      onEvent: (event: MailEvent) => void found.push(eventBody(event)),
      unread,
      showsSubjects: true,
      onPassedOver: (_, what) => void found.push(what),
    },
  );
  reader.begin('mail', { latest: 1_800_000_000 });
  for (const piece of pieces) reader.push(piece);
  reader.endOfInput();
  return [found, unread.list()];
}
