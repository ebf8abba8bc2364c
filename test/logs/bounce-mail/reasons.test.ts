import { expect, test } from 'vitest';
import { languages } from '../../../src/logs/bounce-mail/words/all.ts';
import { outcomesOfMail } from '../../support/mail-events.ts';

const told = (text: string, { from = 'MAILER-DAEMON@mx.example.net', subject = 'Undelivered mail' } = {}): string =>
  `From: ${from}
To: bounces@news.example.com
Date: Tue, 10 Nov 2026 09:00:00 +0100
Subject: ${subject}
Content-Type: text/plain; charset=utf-8

${text}
`;

test('each phrase of each language is a pattern by itself, and says something', () => {
  const phrases = languages.flatMap((words) => Object.values(words).flat());
  expect(phrases.length).toBeGreaterThan(600);
  expect(phrases.filter(({ source }) => new RegExp(source, 'iu').test(''))).toEqual([]);
});

test.each([
  [
    'Ukrainian',
    'На жаль, ваш лист не вдалося доставити адресату anna@example.org.\n\nПричина: скринька одержувача переповнена.',
  ],
  [
    'Hungarian',
    'Az Ön levelét nem sikerült kézbesíteni a következő címzettnek: anna@example.org\n\nA hiba oka: a címzett postafiókja megtelt.',
  ],
  ['English', 'Your message could not be delivered to anna@example.org.\n\nDetails: the mailbox is full.'],
])('what stands behind «reason:» is the reason, not that it was not delivered: %s', (_, text) => {
  expect(outcomesOfMail(told(text))).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('in a notice of two languages the reason may stand beside the second', () => {
  const text = `J'ai le regret de vous informer que votre courrier n'a pas pu être transmis:

anna@example.org

Sorry, your mail could not be delivered to:

anna@example.org

This may give you a hint about what caused the failure:

Mailbox is full
`;
  expect(outcomesOfMail(told(text))).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('what a program said counts for more than what Sendmail made of how it ended', () => {
  const text = `   ----- The following addresses had permanent fatal errors -----
<anna@example.org>
    (reason: Can't create output)

   ----- Transcript of session follows -----
procmail: Quota exceeded while writing "/home/anna/Maildir/tmp/1"
550 5.0.0 <anna@example.org>... Can't create output
`;
  expect(outcomesOfMail(told(text))).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('a group that does not post a message names itself', () => {
  const text =
    'Your message to talk@groups.example was not posted because you are not a member of the group.\n\nTo join, visit https://groups.example/g/talk.';
  const mail = told(text, { from: 'Groups <noreply@groups.example>', subject: 'Your message was not posted' });
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'talk@groups.example', 'sender-rejected']]);
});
