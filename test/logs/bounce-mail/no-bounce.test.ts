import { expect, test } from 'vitest';
import { eventsOfMail } from '../../support/mail-events.ts';

const kindsOf = (mail: string): string[] => eventsOfMail(mail).map(({ kind }) => kind);

const mail = (from: string, subject: string, text: string, more = ''): string =>
  `From: ${from}\nTo: shop@news.example.com\nSubject: ${subject}\nDate: Tue, 10 Nov 2026 09:00:00 +0100\n${more}Content-Type: text/plain; charset=utf-8\n\n${text}\n`;
const DAEMON = 'Mail Delivery System <mailer-daemon@host.example>';

test.each([
  [
    'Mail delivery failed',
    'Blocked incoming messages for anna@example.org\n\nYou have 10 pending messages. Release them here.',
  ],
  [
    'Undelivered Mail',
    'You have (4) undelivered mails on your cloud due to low storage. Click here, anna@example.org.',
  ],
  ['Delivery Failure', 'Messages to anna@example.org failed because you did not verify your account.'],
  ['Returned mail', 'The password of anna@example.org expires today; mail could not be delivered.'],
  [
    'Quota exceeded',
    'Your mailbox anna@example.org has exceeded its storage: 5 mails could not be delivered to your inbox.',
  ],
])('a mail that feigns a bounce for a password is none: %s', (subject, text) => {
  expect(kindsOf(mail(DAEMON, subject, text))).toEqual([]);
});

const LIST = 'X-BeenThere: friends@lists.example.org\nX-List-Administrivia: yes\nPrecedence: bulk\n';
test.each([
  [
    'is held',
    'Your message to Friends awaits moderator approval',
    'Your mail to friends@lists.example.org is being held.',
  ],
  [
    'waits for a moderator',
    '3 requests waiting',
    'From: anna@example.org\nSubject: Undelivered Mail\nCause: Post by non-member',
  ],
  ['has a member less', 'Friends unsubscribe notification', 'anna@example.org has been removed from Friends.'],
])('a list that tells that it %s bounces nothing', (_, subject, text) => {
  expect(kindsOf(mail('friends-bounces@lists.example.org', subject, text, LIST))).toEqual([]);
});

test.each([
  [
    'a list',
    'Sender: talk-bounces@lists.example.org\nReturn-Path: <talk-bounces@lists.example.org>\nList-Id: <talk.example.org>\n',
  ],
  ['a newsletter', 'Return-Path: <bounces+12-anna=example.org@news.example.org>\n'],
])('the return path of %s makes no server of the sender', (_, fields) => {
  const text = 'It does not build: anna@example.org says that the patch was rejected.';
  expect(kindsOf(mail('Carl <carl@example.com>', 'Two patches', text, fields))).toEqual([]);
});

test.each([
  [
    'a ticket',
    'Carl <jira@example.com>',
    '[MAIL-12] Delivery failure to anna@example.org',
    'Delivery failure to anna@example.org: 550 5.1.1',
  ],
  [
    'advice',
    'Weekly <news@example.com>',
    'Undelivered mail? 5 tips',
    'If your message was rejected with 550 5.7.1, write to tips@example.com.',
  ],
  [
    'a recall',
    'Outlook <postmaster@example.com>',
    'Message Recall Report for Offers',
    'Message recall failed for anna@example.org.',
  ],
  [
    'a filter',
    'postmaster@example.com',
    'Quarantine report',
    '2 messages to shop@example.com were held: spam from bert@example.net.',
  ],
  [
    'a mailer',
    'Later <noreply@example.com>',
    'You have an undelivered scheduled message',
    'Your message to anna@example.org will be sent tomorrow.',
  ],
  ['a person', 'Anna <anna@example.org>', 'Your message did not arrive', 'Resend it to anna@example.org, please.'],
  ['a change of address', 'postmaster@example.com', 'Our new address', 'anna@example.org is now anna@example.net.'],
])('%s tells of no message of the reader’s', (_, from, subject, text) => {
  expect(kindsOf(mail(from, subject, text))).toEqual([]);
});

test('what an answer quotes of a report is nobody’s bounce, and a report that is sent on is one', () => {
  const report = 'Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 5.1.1\n';
  const thread = 'In-Reply-To: <1@example.com>\n';
  expect(kindsOf(mail('Carl <carl@example.com>', 'Re: the driver', `It says:\n\n${report}`, thread))).toEqual([]);
  expect(kindsOf(mail('Carl <carl@example.com>', 'Fwd: Returned mail', `It says:\n\n${report}`, thread))).toEqual([
    'bounced',
  ]);
});

test.each([
  ['Delivered: Autumn offers', 'Your message has been delivered to the following recipients:\n\nanna@example.org'],
  ['Mail delivery notification', 'Your message to anna@example.org was successfully delivered.'],
  [
    'Report',
    'This is the mail system at host mx.example.net.\n\n<anna@example.org>: delivery via mx.example.org[192.0.2.1]:25: 250 2.0.0 Ok',
  ],
])('a note that a message got there is no failure: %s', (subject, text) => {
  expect(kindsOf(mail(DAEMON, subject, text))).toEqual(['delivered']);
});

test.each([
  'Odpowiedź automatyczna: Oferta',
  'Automatický odpoveď: Ponuka',
  'Răspuns automat: Oferta',
  'Автоматический ответ: Предложение',
  'Αυτόματη απάντηση: Προσφορά',
  'תשובה אוטומטית: הצעה',
  '자동 회신: 안내',
  'Trả lời tự động: Ưu đãi',
])('a note of absence is known by what its program calls it: %s', (subject) => {
  expect(kindsOf(mail('Anna <anna@example.org>', subject, 'Write to bert@example.org.'))).toEqual(['auto-reply']);
});
