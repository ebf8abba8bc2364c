import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mailTime } from '../../../src/logs/bounce-mail/date.ts';
import { statusReport } from '../../../src/logs/bounce-mail/status-report.ts';
import { eventsOfMail } from '../../support/mail-events.ts';

const dsn = (fields: string): string =>
  `From: MAILER-DAEMON@mx.example.net
Date: Tue, 10 Nov 2026 09:00:00 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Tue, 10 Nov 2026 07:00:00 +0100

${fields}
--b--
`;
const RECIPIENT = 'Final-Recipient: rfc822; anna@example.org\n';

test.each([
  ['Action: failed\nStatus: 5.1.1', 'bounced'],
  ['Action: delayed\nStatus: 4.4.1', 'deferred'],
  ['Action: delayed\nStatus: 5.1.1', 'deferred'],
  ['Action: delivered\nStatus: 2.0.0', 'delivered'],
  ['Action: Relayed (to non-DSN-aware mailer)\nStatus: 2.0.0', 'delivered'],
  ['Action: failed\nStatus: 4.4.1\nDiagnostic-Code: x-postfix; connection timed out', 'expired'],
  ['Action: failed\nStatus: 4.4.7', 'expired'],
  ['Action: failed\nStatus: 4.0.0\nDiagnostic-Code: smtp; 550 no such user', 'bounced'],
  ['Status: 5.7.1', 'bounced'],
  ['Status: 4.2.0', 'deferred'],
])('%j of a report is %s', (fields, kind) => {
  expect(eventsOfMail(dsn(RECIPIENT + fields)).map((event) => event.kind)).toEqual([kind]);
});

test('the reply’s own code counts where the report says no more than that it failed', () => {
  const [event] = eventsOfMail(
    dsn(
      `${RECIPIENT}Action: failed\nStatus: 5.0.0 (permanent failure)\nDiagnostic-Code: smtp; 5.1.0 - Unknown address error 550-'5.2.2 Mailbox full'`,
    ),
  );
  expect(event).toMatchObject({ code: 550, enhancedCode: '5.2.2' });
});

test('Microsoft’s field for the reply, server and status in front of it, is read where there is no other', () => {
  const info = 'X-Supplementary-Info: <mx.example.org #5.0.0 smtp; 550 5.1.1 "Unknown User">';
  const [event] = eventsOfMail(dsn(`${RECIPIENT}Action: failed\nStatus: 5.0.0\n${info}`));
  expect(event).toMatchObject({ code: 550, enhancedCode: '5.1.1', diagnostic: '550 5.1.1 "Unknown User"' });
});

test('when it happened is the last attempt, and the delay runs from the message’s arrival', () => {
  const [event] = eventsOfMail(dsn(`${RECIPIENT}Action: failed\nLast-Attempt-Date: Tue, 10 Nov 2026 08:00:00 +0100`));
  expect(event).toMatchObject({ time: Date.parse('2026-11-10T07:00:00Z') / 1000, delay: { total: 3600 } });
});

test.each([
  ['rfc822;<anna@example.org>', 'anna@example.org'],
  ['RFC822; Anna Example <anna@example.org>', 'anna@example.org'],
  ['utf-8; änna@bücher.example', 'änna@bücher.example'],
  ['rfc822; "anna smith"@example.org', '"anna smith"@example.org'],
  ['rfc822;SMTP:anna@example.org', 'anna@example.org'],
  ['rfc822;|/usr/bin/filter anna@example.org /home/anna', 'anna@example.org'],
  ['x400; /S=Anna/C=DE/', undefined],
  ['x400; /RFC-822=anna(a)example.org/ADMD= /C=WW/', 'anna@example.org'],
  ['rfc822; anna', 'anna@mx.example.net'],
])('the recipient in %j is %s', (field, recipient) => {
  const [event] = eventsOfMail(dsn(`Final-Recipient: ${field}\nAction: failed\nStatus: 5.1.1`));
  expect(event?.recipient).toBe(recipient);
});

test('a mailbox known inside a gateway only is called by the name it was sent to', () => {
  const original = 'Original-Recipient: rfc822; anna@example.org\n';
  for (const final of ['rfc822; anna@ims-ms-daemon', 'x400; /RFC-822=pr(a)example.net/C=WW/']) {
    const [event] = eventsOfMail(dsn(`${original}Final-Recipient: ${final}\nAction: failed\nStatus: 5.1.1`));
    expect(event?.recipient).toBe('anna@example.org');
  }
});

const plain = (fields: string, text: string): string => `${fields}\nDate: Tue, 10 Nov 2026 09:00:00 +0100\n\n${text}\n`;
const DAEMON = 'From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered mail\n';

test.each([
  ['bounces+anna=example.org@news.example.com', 'anna@example.org'],
  ['list-return-42-anna=example.org@lists.example.com', 'anna@example.org'],
  ['bounces+1234567-ab12-anna=example.org@em.example.com', 'anna@example.org'],
  ['SRS0=ab12=TT=example.org=anna@forward.example', undefined],
  ['prvs=1234abcdef=anna@example.com', undefined],
])('the return path %s tells of %s', (path, recipient) => {
  const [event] = eventsOfMail(plain(`${DAEMON}To: ${path}`, '552 5.2.2 mailbox full'));
  expect(event?.recipient).toBe(recipient);
});

test('a report that forgets its recipient is about the one the message was for', () => {
  const [event] = eventsOfMail(
    dsn(
      'Action: failed\nStatus: 5.2.2\n\n--b\nContent-Type: text/rfc822-headers\n\nTo: anna@example.org\nFrom: shop@example.com\n',
    ),
  );
  expect(event).toMatchObject({ recipient: 'anna@example.org', enhancedCode: '5.2.2' });
});

test('who a list’s message was for is told by the last server that took it in', () => {
  const headers =
    'Received: from a by b for <anna@example.org>; x\nList-Id: <talk.example.com>\nTo: talk@example.com\nFrom: bert@example.com\n';
  const [event] = eventsOfMail(
    dsn(`Action: failed\nStatus: 5.2.2\n\n--b\nContent-Type: text/rfc822-headers\n\n${headers}`),
  );
  expect(event?.recipient).toBe('anna@example.org');
});

test('each recipient of a report without reasons has the one that stands beside it in the text', () => {
  const text =
    'Content-Type: text/plain\n\n<anna@example.org>: user unknown\n\n<bert@example.net>: mailbox full\n\n--b\n';
  const status = 'Action: failed\nStatus: 5.0.0\n';
  const mail = dsn(`${RECIPIENT}${status}\nFinal-Recipient: rfc822; bert@example.net\n${status}`).replace(
    '--b\n',
    `--b\n${text}`,
  );
  expect(eventsOfMail(mail).map(({ diagnostic }) => diagnostic)).toEqual([
    expect.stringContaining('user unknown'),
    expect.stringContaining('mailbox full'),
  ]);
});

test.each([
  ['a colleague', 'From: Carl <carl@example.com>\nSubject: Re: bounce rates'],
  ['an answer', 'From: Carl <carl@example.com>\nSubject: Re: delivery failure\nIn-Reply-To: <1@example.com>'],
  ['a shop', 'From: Shop <no-reply@shop.example>\nSubject: Delivery failed: your parcel'],
  [
    'a newsletter',
    'From: News <news@shop.example>\nSubject: Delivery problems?\nList-Unsubscribe: <https://shop.example>',
  ],
])('%s who writes of what was not delivered bounces nothing', (_, fields) => {
  expect(eventsOfMail(plain(fields, 'We could not deliver to anna@example.org: 550 5.1.1 user unknown'))).toEqual([]);
});

test('a notice that a mail was deleted unread is no refusal, and one that it was rejected is', () => {
  const notice = (subject: string, submitted: string): string =>
    plain(
      `From: Mail Delivery Subsystem <postmaster@example.org>\nSubject: ${subject}\nAuto-Submitted: ${submitted}\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b`,
      '--b\nContent-Type: text/plain\n\nYour message to <anna@example.org> was automatically rejected:\nQuota exceeded\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; anna@example.org\nDisposition: automatic-action/MDN-sent-automatically; deleted\n--b--',
    );
  expect(eventsOfMail(notice('Not read: Offer', 'auto-replied'))).toEqual([]);
  expect(eventsOfMail(notice('Automatically rejected mail', 'auto-replied (rejected)'))).toMatchObject([
    { kind: 'bounced', recipient: 'anna@example.org', diagnostic: 'Quota exceeded' },
  ]);
});

test('recipients are told apart even where no empty line stands between them', () => {
  const { message, recipients } = statusReport(
    'Reporting-MTA: dns; a\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nOriginal-Recipient: rfc822; b@x.example\nFinal-Recipient: rfc822; b@x.example\nAction: delayed\n\nStatus: 4.2.2\n',
  );
  expect(message.get('reporting-mta')).toBe('dns; a');
  expect(recipients.map((fields) => [fields.get('action'), fields.get('status')])).toEqual([
    ['failed', undefined],
    ['delayed', '4.2.2'],
  ]);
});

test('a generic bounce names the one it failed for, not its sender and not its helpdesk', () => {
  const events = eventsOfMail(`From: Postmaster <postmaster@odd.example>
To: bounces@example.com
Subject: Mail could not be delivered
Date: Tue, 10 Nov 2026 09:00:00 +0100

Dear bounces@example.com, we are sorry.
The person behind anna@example.org has left; the mailbox has been closed.
Please contact helpdesk@odd.example with questions.
`);
  expect(events.map(({ recipient, diagnostic }) => [recipient, diagnostic])).toEqual([
    ['anna@example.org', expect.stringContaining('the mailbox has been closed')],
  ]);
});

const arf = (type: string, more: string, message: string): string => `From: fbl@isp.example
Date: Tue, 10 Nov 2026 09:00:00 +0100
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: x/1
Version: 1
${more}
--b
Content-Type: message/rfc822

From: shop@example.com
${message}

Hello
--b--
`;

test.each([
  ['abuse', 'Original-Rcpt-To: <anna@isp.example>', 'To: list@example.com', 'complained', 'anna@isp.example'],
  ['opt-out', 'Removal-Recipient: anna@isp.example', 'To: x', 'unsubscribed', 'anna@isp.example'],
  ['abuse', 'Original-Rcpt-To: redacted@isp.example', 'To: anna@isp.example', 'complained', 'anna@isp.example'],
  ['abuse', 'X-None: x', 'To: redacted', 'complained', undefined],
])('feedback of type %s with %j about %j: %s by %s', (type, more, message, kind, recipient) => {
  expect(eventsOfMail(arf(type, more, message)).map((event) => [event.kind, event.recipient])).toEqual([
    [kind, recipient],
  ]);
});

test.each(['auth-failure', 'not-spam', 'dmarc'])('feedback of type %s is no complaint', (type) => {
  expect(eventsOfMail(arf(type, 'Original-Rcpt-To: anna@isp.example', 'To: anna@isp.example'))).toEqual([]);
});

test.each([
  ['Tue, 10 Nov 2026 09:00:00 +0100', '2026-11-10T08:00:00Z', true],
  ['10 Nov 26 09:00 GMT', '2026-11-10T09:00:00Z', true],
  ['Tue Nov 10 09:00:00 2026', '2026-11-10T09:00:00Z', false],
  ['2026-11-10T09:00:00+09:00', '2026-11-10T00:00:00Z', true],
])('%s is %s', (written, time, zoned) => {
  expect(mailTime(written)).toEqual({ seconds: Date.parse(time) / 1000, zoned });
});

const SAMPLES = ['dsn', 'arf', 'auto-reply', 'bounce-text.unix', 'bounce-text.groupware', 'bounce-text.providers']
  .flatMap((name) => readFileSync(`fixtures/logs/${name}.mbox`, 'latin1').split(/^From MAILER-DAEMON .*\n/m))
  .filter((mail) => mail !== '');

test('no mail is too broken: cut anywhere, with anything put in, it gives events or none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SAMPLES),
      fc.nat(),
      fc.nat(),
      fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('\n\n', '--', '<', '@', '\0', '\n ', 'Final-Recipient: ')),
      (mail, at, to, text) => {
        const from = at % mail.length;
        const changed = mail.slice(0, from) + text + mail.slice(from + (to % 200));
        for (const event of eventsOfMail(Buffer.from(changed, 'latin1'))) {
          expect(Number.isFinite(event.time)).toBe(true);
          expect(event.recipient === undefined || event.recipient.includes('@')).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});
