import { expect, test } from 'vitest';
import { languages } from '../../../src/logs/bounce-mail/words/all.ts';
import { eventsOfMail, outcomesOfMail } from '../../support/mail-events.ts';

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

test.each([
  [
    'Serbian',
    'Порука није испоручена',
    'Ваша порука није испоручена на адресу anna@example.org.\n\nРазлог: сандуче је пуно.',
  ],
  [
    'Estonian',
    'Kirja ei saadud kohale toimetada',
    'Teie kirja ei õnnestunud edastada saajale anna@example.org.\n\nPõhjus: saaja postkast on täis.',
  ],
  [
    'Danish',
    'Din mail kunne ikke leveres',
    'Din mail til anna@example.org kunne ikke leveres.\n\nÅrsag: indbakken er fyldt.',
  ],
])('a full mailbox in %s', (_, subject, text) => {
  expect(outcomesOfMail(told(text, { from: 'postmaster@mx.example.net', subject }))).toEqual([
    ['bounced', 'anna@example.org', 'mailbox-full'],
  ]);
});

test('a list’s own rules refuse a message to the list', () => {
  const text =
    'Your message for list news@lists.example (attached below) was rejected.\nYou are not allowed to send this message for the following reason:\n\nMessage distribution in the list is restricted to list members.';
  const mail = told(text, { from: 'SYMPA <sympa@lists.example>', subject: 'Message distribution: Unauthorized' });
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'news@lists.example', 'policy']]);
});

test('that a request has come in is an automatic answer, whatever number stands in front', () => {
  const mail = `From: Help <help@example.org>
To: bounces@news.example.com
Date: Tue, 10 Nov 2026 09:00:00 +0100
Subject: [#98765] We received your request
X-Auto-Response-Suppress: All
Content-Type: text/plain

Thank you for writing. This is an automated response.
`;
  expect(eventsOfMail(mail).map(({ kind }) => kind)).toEqual(['auto-reply']);
});

test('a status that leaves the detail open gives way to the code of the reply', () => {
  const mail = `From: MAILER-DAEMON@mx.example.net
To: bounces@news.example.com
Date: Tue, 10 Nov 2026 09:00:00 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; anna@example.org
Action: failed
Status: 5.1.0
Diagnostic-Code: smtp; 5.1.0 - Unknown address error 550-'5.1.1 User unknown'
--b--
`;
  expect(eventsOfMail(mail).map(({ enhancedCode }) => enhancedCode)).toEqual(['5.1.1']);
});

test.each([
  [
    'Spanish',
    'Su correo a anna@example.org no ha podido ser entregado: la cuenta está deshabilitada.',
    'mailbox-disabled',
  ],
  ['German', 'Ihre Mail an anna@example.org wurde abgewiesen: Ihr Server steht auf einer Sperrliste.', 'ip-blocked'],
  ['Italian', 'Il recapito a anna@example.org non è riuscito: la casella ha superato la quota.', 'mailbox-full'],
])('a server’s word in one sentence, in %s', (_, text, name) => {
  expect(outcomesOfMail(told(text, { from: 'postmaster@mx.example.net', subject: 'Re: 4711' }))).toEqual([
    ['bounced', 'anna@example.org', name],
  ]);
});

test.each([
  ['English', 'We tried to deliver your message to anna@example.org for 3 days, but the server did not respond.'],
  ['French', 'Après 5 jours d’essais, le message pour anna@example.org est abandonné: le serveur ne répond pas.'],
  ['Russian', 'Сообщение для anna@example.org не удалось доставить в течение 5 дней: сервер не отвечает.'],
])('what was given up after long is expired, in %s', (_, text) => {
  const events = eventsOfMail(told(text, { subject: 'Mail failure' }));
  expect(events.map(({ kind, recipient }) => [kind, recipient])).toEqual([['expired', 'anna@example.org']]);
});

test('the subject of the message itself is no reason', () => {
  const [event] = eventsOfMail(
    told('Le message pour anna@example.org est abandonné.', { subject: 'Non remis : Votre commande' }),
  );
  expect(event?.diagnostic).not.toContain('commande');
});

test('the id of the message is no recipient', () => {
  const text =
    'Message <offer-1@news.example.com> to anna@example.org is delayed:\nconnection to mx.example.org failed: timeout\n\nDelivery attempts will continue for 3 days.';
  expect(outcomesOfMail(told(text, { subject: 'Message delayed' }))).toEqual([
    ['deferred', 'anna@example.org', 'connection'],
  ]);
});
