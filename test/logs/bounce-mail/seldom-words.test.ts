import { expect, test } from 'vitest';
import { classify } from '../../../src/replies/classify.ts';
import { eventsOfMail, outcomesOfMail } from '../../support/mail-events.ts';

interface Head {
  readonly from?: string;
  readonly subject?: string;
  readonly more?: string;
}
const mail = (text: string, { from = 'postmaster@mx.example.net', subject = '', more = '' }: Head = {}): string =>
  `From: ${from}
To: bounces@news.example.com
Date: Tue, 10 Nov 2026 09:00:00 +0100
Subject: ${subject}
MIME-Version: 1.0
${more === '' ? 'Content-Type: text/plain; charset=utf-8\n' : more}
${text}
`;
const returned = (boundary: string, text: string): string =>
  `--${boundary}\nContent-Type: text/plain\n\n${text}\n\n--${boundary}\nContent-Type: message/rfc822\n\nFrom: news@shop.example\nTo: anna@example.org\nSubject: News\n\nHello\n--${boundary}--`;
const MIXED = 'Content-Type: multipart/mixed; boundary=b\n';

test.each([
  [
    'Swedish',
    'Olevererbart: Nyheter',
    'Det gick inte att leverera till följande mottagare:',
    'Det gick inte att hitta e-postadressen du angav.',
  ],
  [
    'Finnish',
    'Toimittamatta: Uutisia',
    'Toimitus seuraaville vastaanottajille epäonnistui:',
    'Antamaasi sähköpostiosoitetta ei löytynyt.',
  ],
  ['Traditional Chinese', '未傳遞的主旨: 新聞', '傳送至下列收件者失敗:', '找不到您輸入的電子郵件地址。'],
  [
    'Spanish',
    'No se puede entregar: Noticias',
    'Error de entrega a los siguientes destinatarios:',
    'No se encontró la dirección de correo electrónico especificada.',
  ],
])('Exchange without a report for machines, in %s', (_, subject, announced, why) => {
  expect(outcomesOfMail(mail(`${announced}\n\nanna@example.org\n${why}`, { subject }))).toEqual([
    ['bounced', 'anna@example.org', 'user-unknown'],
  ]);
});

test.each([
  [
    'La boîte aux lettres du destinataire est saturée et ne peut pas accepter de messages.',
    'Échec de la remise pour ces destinataires :',
    'mailbox-full',
  ],
  [
    "Your message couldn't be delivered. Despite repeated attempts to contact the recipient's email system it didn't respond.",
    'Delivery has failed to these recipients or groups:',
    'connection',
  ],
])('what Exchange says below the address is the reason where no code is: %s', (why, announced, name) => {
  expect(outcomesOfMail(mail(`${announced}\n\nanna@example.org\n${why}`, { subject: 'Undeliverable: News' }))).toEqual([
    ['bounced', 'anna@example.org', name],
  ]);
});

test.each([
  ['由于找不到地址,您的邮件未送达anna@example.org。', 'anna@example.org'],
  ['アドレスが見つからないため、メールはanna@example.orgに配信されませんでした。', 'anna@example.org'],
  ['주소를 찾을 수 없으므로 메일이 anna@example.org에 전송되지 않았습니다.', 'anna@example.org'],
])('no blanks part an address from the words around it: %s', (text, recipient) => {
  expect(outcomesOfMail(mail(text, { subject: 'Delivery Status Notification (Failure)' }))).toEqual([
    ['bounced', recipient, 'user-unknown'],
  ]);
});

test('a name that is all in another script stays whole', () => {
  expect(outcomesOfMail(mail('550 5.1.1 no such user: 用户@example.org', { subject: 'Undelivered mail' }))).toEqual([
    ['bounced', '用户@example.org', 'user-unknown'],
  ]);
});

test.each([
  [
    'WARNING: delayed mail.',
    'This is an advisory notice only.\nAdditional attempts to deliver your message will be made.',
    'deferred',
  ],
  [
    'NOTICE: mail delivery status.',
    'UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:',
    'bounced',
  ],
])('Courier’s notices, whose sender has no address: %s', (subject, words, kind) => {
  const text = `running the Courier mail server, version 1.0.16.\n\n${words}\n\n<anna@example.org>:\n    Connection timed out`;
  expect(outcomesOfMail(mail(text, { from: '"Courier mail server at mx.example.net" <@>', subject }))).toEqual([
    [kind, 'anna@example.org', 'connection'],
  ]);
});

test('that a mail failed, and that the server has given up, is no reason', () => {
  const text = `I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<anna@example.org>:

--- Below this line is a copy of the message.`;
  const [event] = eventsOfMail(mail(text, { from: 'MAILER-DAEMON@mx.example.net', subject: 'failure notice' }));
  expect(event).toMatchObject({ kind: 'bounced', recipient: 'anna@example.org' });
  expect(classify({ diagnostic: 'Your mail cannot be delivered to the following address(es):' }).class).toBe(
    'unclassified',
  );
  expect(classify({ ...event }).class).toBe('unclassified');
});

test('what Exim advises those who wait is no reason', () => {
  const text = `A message that you sent has not yet been delivered to all its recipients.

The address to which the message has not yet been delivered is:

  anna@example.org

No action is required on your part. Delivery attempts will continue for some time.`;
  const [event] = eventsOfMail(
    mail(text, { from: 'Mailer-Daemon@mx.example.net', subject: 'Warning: message 1a delayed' }),
  );
  expect(event).toMatchObject({ kind: 'deferred', recipient: 'anna@example.org' });
  expect(event?.diagnostic ?? '').not.toContain('No action is required');
});

test('a reason that ends in a colon stands further below', () => {
  const text =
    'Sorry, unable to deliver your message to anna@example.org for\nthe following reason:\n\n552 Quota violation';
  expect(outcomesOfMail(mail(text, { from: 'MAILER-DAEMON@mx.example.net', subject: 'failure notice' }))).toEqual([
    ['bounced', 'anna@example.org', 'mailbox-full'],
  ]);
});

test('of what Exim’s local scan rejected, the error that was given is the reason', () => {
  const text = `A message that you sent was rejected by the local scanning code that
checks incoming messages on this system. The following error was given:

  Local mailbox anna@example.org is unavailable: user not found

------ This is a copy of your message, including all the headers.`;
  expect(outcomesOfMail(mail(text, { from: 'Mailer-Daemon@mx.example.net', subject: 'Mail failure' }))).toEqual([
    ['bounced', 'anna@example.org', 'user-unknown'],
  ]);
});

test('of Vade’s list the recipient counts, and not the fields of the message below it', () => {
  const text = `Delivery has failed to these recipients or distribution lists:
Server "192.0.2.7:25" returned an error:
	* [anna@example.org]: 550 User account is overquota

Original message details:
	* From: news@shop.example
	* To: list@example.net`;
  expect(outcomesOfMail(mail(text, { from: 'MAILER-DAEMON@mx.example.net', subject: 'Undeliverable: News' }))).toEqual([
    ['bounced', 'anna@example.org', 'mailbox-full'],
  ]);
});

test('InterScan leaves the recipient to the message that came back, a list around it or not', () => {
  const text = returned('b', '****** Message from InterScan ******\n\nReason:  Exceeded Maximum Delivery Attempts.');
  const more = `List-Unsubscribe: <https://lists.example.net/u>\n${MIXED}`;
  const sent = mail(text, { from: 'gateway@example.net', subject: 'Mail could not be delivered', more });
  expect(outcomesOfMail(sent)).toEqual([['expired', 'anna@example.org', 'expired']]);
});

test('the words for people may call themselves a report', () => {
  const text = `--b
Content-Type: message/delivery-status

This Message was undeliverable due to the following reason:

<anna@example.org> has restricted SMS e-mail

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: RFC822; <anna@example.org>
Action: failed
Status: 5.3.0

--b--`;
  const more = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n';
  expect(outcomesOfMail(mail(text, { subject: 'Mail System Error - Returned Mail', more }))).toEqual([
    ['bounced', 'anna@example.org', 'policy'],
  ]);
});

test('Mailman 3 names the list that did not take a message in', () => {
  const text =
    'Your message to the talk@lists.example.net mailing-list was rejected for the following\nreasons:\n\nThe message is not from a list member';
  const more = 'Precedence: list\nX-Mailman-Version: 3.3.9\n';
  const sent = mail(text, {
    from: 'talk-owner@lists.example.net',
    subject: 'Request to mailing list "Talk" rejected',
    more,
  });
  expect(outcomesOfMail(sent)).toMatchObject([
    ['bounced', 'talk@lists.example.net', expect.stringMatching(/policy|sender-rejected/)],
  ]);
});

test('a newsletter about bounces is none, whatever address it comes from', () => {
  const text = 'This week: 550 5.1.1 user unknown <anna@example.org>, and what to do about a full mailbox.';
  const more = 'List-Unsubscribe: <https://shop.example/u>\n';
  const sent = mail(text, {
    from: 'Shop <bounce@shop.example>',
    subject: 'Delivery problems? How to avoid them',
    more,
  });
  expect(outcomesOfMail(sent)).toEqual([]);
});

test.each([
  [
    '** Indirizzo non trovato **',
    "Il messaggio non è stato recapitato perché l'indirizzo non è stato trovato.",
    'bounced',
    'user-unknown',
  ],
  ['** Mensaje bloqueado **', 'Tu mensaje para anna@example.org se ha bloqueado.', 'bounced', 'policy'],
  [
    '** Message not delivered **',
    'You have reached a limit for sending mail. Your message was not sent.',
    'bounced',
    'rate-limited',
  ],
])('Gmail’s sentence below a title between stars is the reason: %s', (title, sentence, kind, name) => {
  const more = 'X-Failed-Recipients: anna@example.org\nContent-Type: text/plain; charset=utf-8\n';
  const sent = mail(`${title}\n\n${sentence}`, {
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Failure)',
    more,
  });
  expect(outcomesOfMail(sent)).toEqual([[kind, 'anna@example.org', name]]);
});

test('… but the other server’s answer where that is quoted', () => {
  const text =
    '** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht zugestellt.\n\nDie Antwort war:\n\n550 5.2.1 The account is disabled.';
  const more = 'X-Failed-Recipients: anna@example.org\nContent-Type: text/plain; charset=utf-8\n';
  const sent = mail(text, {
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Failure)',
    more,
  });
  expect(outcomesOfMail(sent)).toEqual([['bounced', 'anna@example.org', 'mailbox-disabled']]);
});

test('what amavis banned is an attachment, and no host', () => {
  const text = `Our content checker found
    banned name: .exe,setup.exe

in email presumably from you <news@shop.example>
to the following recipient:
-> anna@example.org`;
  expect(
    outcomesOfMail(
      mail(text, {
        from: '"Content-filter at mx.example.net" <postmaster@mx.example.net>',
        subject: 'BANNED contents from you',
      }),
    ),
  ).toEqual([['bounced', 'anna@example.org', 'malware']]);
});

test.each([
  'Anna ist außer Haus.',
  'Anna est absente du bureau',
  'Anna è fuori ufficio',
  'Anna está fuera de la oficina',
])('Notes puts the person in front of the word: %s', (subject) => {
  const [event] = eventsOfMail(mail('Bis Montag.', { from: 'anna@example.org', subject }));
  expect(event).toMatchObject({ kind: 'auto-reply', recipient: 'anna@example.org' });
});

test('Gmail’s notice that it goes on trying tells no reason', () => {
  const text = `** Delivery incomplete **

There was a temporary problem while delivering your message to anna@example.org. Gmail will retry for 47 more hours. You'll be notified if the delivery fails permanently.`;
  const sent = mail(text, { from: 'mailer-daemon@googlemail.com', subject: 'Delivery Status Notification (Delay)' });
  expect(outcomesOfMail(sent)).toEqual([['deferred', 'anna@example.org', 'unclassified']]);
});

test('SpamCop’s report is a complaint of nobody it names, about the message it quotes', () => {
  const text = `[ SpamCop V5 ]

Email from 192.0.2.7 / Tue, 10 Nov 2026 08:00:00 +0000

[ Offending message ]
Received: from mx.shop.example
From: news@shop.example
To: x
Message-ID: <m1@shop.example>

Hello`;
  const [event, ...more] = eventsOfMail(
    mail(text, { from: '1@reports.spamcop.example', subject: '[SpamCop (192.0.2.7) id:123456]News' }),
  );
  expect(event).toMatchObject({
    kind: 'complained',
    sourceIp: '192.0.2.7',
    from: 'news@shop.example',
    ids: { message: 'm1@shop.example' },
  });
  expect(event?.recipient).toBeUndefined();
  expect(more).toEqual([]);
});
