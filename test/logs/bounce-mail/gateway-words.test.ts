import { expect, test } from 'vitest';
import { eventsOfMail, outcomesOfMail } from '../../support/mail-events.ts';

const report = (text: string, fields: string): string =>
  `From: MAILER-DAEMON@mx.example.net
Date: Tue, 10 Nov 2026 09:00:00 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

${text}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

${fields}
--b--
`;

const told = (from: string, subject: string, text: string, more = ''): string =>
  `Return-Path: <>\nFrom: ${from}\nTo: bounces@news.example.com\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nSubject: ${subject}\n${more}Content-Type: text/plain; charset=utf-8\n\n${text}\n`;

test('a failure that the report calls a success has its reason in the text', () => {
  const mail = report(
    '   ----- The following addresses had permanent fatal errors -----\n<anna@example.org>\n\n   ----- Transcript of session follows -----\n... while talking to air.example.org.:\n>>> RCPT To:<anna@example.org>\n<<< 550 MAILBOX NOT FOUND\n550 <anna@example.org>... User unknown\n',
    'Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 2.0.0\nDiagnostic-Code: SMTP; 250 OK\n',
  );
  expect(eventsOfMail(mail)).toMatchObject([{ kind: 'bounced', code: 550, diagnostic: '550 MAILBOX NOT FOUND' }]);
});

test('of a session that is written down, what was answered is the reason', () => {
  const mail = report(
    '<anna@example.org>:\n     mx.example.org [192.0.2.7]:\n >>> RCPT TO:<anna@example.org>\n <<< 451 4.3.0 Temporary lookup failure\n',
    'Final-Recipient: rfc822; anna@example.org\nAction: delayed\nStatus: 4.0.0\n',
  );
  expect(eventsOfMail(mail)).toMatchObject([
    { kind: 'deferred', code: 451, enhancedCode: '4.3.0', diagnostic: '451 4.3.0 Temporary lookup failure' },
  ]);
  const broken = mail.replace(
    '451 4.3.0 Temporary lookup failure',
    'Network connection shut down by the remote server',
  );
  expect(outcomesOfMail(broken)).toEqual([['deferred', 'anna@example.org', 'connection']]);
});

test('the number that a program ended with is no reason, nor is that the mail still waits', () => {
  const mail = report(
    '   ----- The following addresses had transient non-fatal errors -----\n<anna@example.org>\n\n   ----- Transcript of session follows -----\n451 4.0.0 Operating system error\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n',
    'Final-Recipient: rfc822; anna@example.org\nAction: delayed\nStatus: 4.5.0\nDiagnostic-Code: X-Unix; 71\n',
  );
  expect(eventsOfMail(mail)).toMatchObject([{ kind: 'deferred', diagnostic: '451 4.0.0 Operating system error' }]);
});

test('what a report’s text says of one recipient is said of no other', () => {
  const mail = report(
    '  <anna@example.org>  delivery delayed; will continue trying\n  <eva@example.org>  relayed to a mailer that does not support reports\n',
    'Final-Recipient: rfc822; anna@example.org\nAction: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822; eva@example.org\nAction: relayed\nStatus: 2.0.0\n',
  );
  expect(outcomesOfMail(mail)[0]).toEqual(['deferred', 'anna@example.org', 'connection']);
  expect(eventsOfMail(mail)[1]).toMatchObject({ kind: 'delivered', recipient: 'eva@example.org' });
  expect(eventsOfMail(mail)[1]?.diagnostic).toBeUndefined();
});

test('a version in a subject is no code of success', () => {
  const [event] = eventsOfMail(
    told(
      'postmaster@mx.example.net',
      'Undelivered mail: your mail about "tool 2.3.0" failed',
      'The address to which your message was addressed, anna@example.org, did not match exactly.',
    ),
  );
  expect(event).toMatchObject({ kind: 'bounced', recipient: 'anna@example.org' });
  expect(event?.enhancedCode).toBeUndefined();
});

test('a bounce that a list sent on to its owner is a bounce', () => {
  const mail = told(
    'Postmaster@mx.example.net',
    'DELIVERY FAILURE: User anna (anna@example.org) not listed in Domino Directory',
    'Your message\n\n  Subject: Your message awaits approval\n\nwas not delivered to:\n\n  anna@example.org\n\nbecause:\n\n  User anna (anna@example.org) not listed in Domino Directory\n',
    'List-Id: <talk.example.com>\nX-List-Administrivia: yes\n',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});

test('a filter that says it blocked what was sent tells a bounce', () => {
  const mail = told(
    'Spam Firewall <noreply@filter.example.org>',
    '**Message you sent blocked by our bulk email filter**',
    'Your message to: anna@example.org\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: offer',
  );
  expect(eventsOfMail(mail)).toMatchObject([{ kind: 'bounced', recipient: 'anna@example.org' }]);
});

test('a recipient whose name is a number is one, where the notice names it so', () => {
  const mail = told(
    'PostMaster@qq.example',
    '系统退信',
    '无法发送到\n10012345678@qq.example\n退信原因\n收件人邮件地址（10012345678@qq.example）不存在，邮件无法送达。',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', '10012345678@qq.example', 'user-unknown']]);
});

test('AOL’s complaints before there was a format are complaints', () => {
  const mail =
    'From: scomp@aol.example\nTo: fbl@news.example.com\nSubject: Client TOS Notification\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nFrom: shop@news.example.com\nTo: anna@example.org\nMessage-ID: <1@news.example.com>\nSubject: offer\n\nhi\n--b--\n';
  expect(eventsOfMail(mail)).toMatchObject([{ kind: 'complained', recipient: 'anna@example.org' }]);
});

test('a reason behind its Greek label is the reason', () => {
  const mail = told(
    'MAILER-DAEMON@mx.example.net',
    'Αποτυχία παράδοσης',
    'Το μήνυμά σας δεν παραδόθηκε στον παραλήπτη anna@example.org\n\nΑιτία: Ο χρήστης δεν υπάρχει',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});

test.each(['opt-out', 'unsubscribe'])('feedback of type %s says that somebody wants no more', (type) => {
  const mail = `From: fbl@isp.example\nTo: fbl@news.example.com\nSubject: report\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: ${type}\nUser-Agent: X/1\nVersion: 1\nOriginal-Rcpt-To: anna@example.org\n--b--\n`;
  expect(eventsOfMail(mail)).toMatchObject([{ kind: 'unsubscribed', recipient: 'anna@example.org' }]);
});
