import { expect, test } from 'vitest';
import { eventsOfMail, outcomesOfMail } from '../../support/mail-events.ts';

const told = (text: string, subject = 'Undelivered mail', more = ''): string =>
  `From: MAILER-DAEMON@mx.example.net
To: bounces@news.example.com
Date: Tue, 10 Nov 2026 09:00:00 +0100
Subject: ${subject}
${more}Content-Type: text/plain; charset=utf-8

${text}
`;

test.each([
  [
    'with a frame around every line',
    '# Your message to <anna@example.org>  #\n# could not be delivered: mailbox full #',
    ['bounced', 'anna@example.org', 'mailbox-full'],
  ],
  [
    'under a headline',
    'Your message was not delivered.\n\n---- Reasons of the failure ----\nanna@example.org: no such user here',
    ['bounced', 'anna@example.org', 'user-unknown'],
  ],
  [
    'at an address whose name sounds like a failure',
    'Sorry, your message could not be delivered.\n\nfailed-invalid@example.org\nThe mailbox is over its quota.',
    ['bounced', 'failed-invalid@example.org', 'mailbox-full'],
  ],
  [
    'by a recipient and a reason, each with its label',
    'This message was undeliverable.\n\nRecipient: <anna@example.org>\nReason:    The user has too much mail,\n  the mailbox is full.\n',
    ['bounced', 'anna@example.org', 'mailbox-full'],
  ],
  [
    'at a role’s address beside the server’s code',
    'Your message could not be delivered.\n\n550 5.1.1 User unknown: info@example.org\n',
    ['bounced', 'info@example.org', 'user-unknown'],
  ],
  [
    'with the message’s id before the recipient',
    'The message with Message-ID: <offer-1@news.example.com>\ncould not be delivered to anna@example.org: user unknown',
    ['bounced', 'anna@example.org', 'user-unknown'],
  ],
  [
    'at the very address the notice went to, where it is called the recipient',
    'Your message could not be delivered.\nRecipient: bounces@news.example.com\nReason: user unknown',
    ['bounced', 'bounces@news.example.com', 'user-unknown'],
  ],
])('a failure told %s', (_, text, outcome) => {
  expect(outcomesOfMail(told(text))).toEqual([outcome]);
});

test.each([
  ['Too many failures (Tried all MXs)', 'connection'],
  ['cannot open file /var/mail/anna', 'system-error'],
  ['The account does not have enough space', 'mailbox-full'],
  ['El usuario no se encuentra en el directorio', 'user-unknown'],
  ['Потрібна авторизація SMTP', 'relaying-denied'],
  ['MX record not found', 'domain-unknown'],
])('the reason %j means %s', (reason, expected) => {
  expect(outcomesOfMail(told(`Your message could not be delivered.\n\n<anna@example.org>: ${reason}`))).toEqual([
    ['bounced', 'anna@example.org', expected],
  ]);
});

test.each([
  [
    'Ihre Nachricht ist nicht angekommen',
    'Leider konnten wir Ihre Nachricht nicht zustellen:\n\nanna@example.org: das Postfach ist voll',
    'mailbox-full',
  ],
  [
    'Не вдалося доставити лист',
    'Ваш лист не вдалося доставити адресату anna@example.org:\n550 5.1.1 користувача не знайдено',
    'user-unknown',
  ],
  [
    'İletiniz teslim edilemedi',
    'İletiniz teslim edilemedi:\n\nanna@example.org\nPosta kutusu dolu (552 5.2.2)',
    'mailbox-full',
  ],
  [
    '메일 전송 실패',
    '메일이 전달되지 못했습니다.\n\n받는사람: anna@example.org\n사유: 존재하지 않는 주소 (550 5.1.1)\n문의: bert@example.net',
    'user-unknown',
  ],
  [
    '系统退信',
    '您的邮件被退回。\n收件人: anna@example.org\n退信原因: 邮箱已满\n如有疑问请联系 bert@example.net',
    'mailbox-full',
  ],
  ['تعذر تسليم الرسالة', 'تعذر تسليم رسالتك إلى anna@example.org\nالسبب: 552 5.2.2 صندوق البريد ممتلئ', 'mailbox-full'],
  [
    'Không thể gửi thư',
    'Thư của bạn không thể gửi đến anna@example.org.\n\nLý do: 552 5.2.2 Hộp thư đã đầy',
    'mailbox-full',
  ],
])('a failure told in its language, %s', (subject, text, expected) => {
  expect(outcomesOfMail(told(text, subject))).toEqual([['bounced', 'anna@example.org', expected]]);
});

test.each([
  ['Vertraagde mail', 'DIT IS SLECHTS EEN WAARSCHUWING. Er wordt geprobeerd het bericht af te leveren.'],
  ['Avertissement', 'Ceci n’est qu’un avertissement. De nouvelles tentatives seront faites.'],
  ['Предупреждение', 'Это только предупреждение: попытки доставки будут продолжены.'],
])('a warning in its language is a delay: %s', (subject, text) => {
  const [event] = eventsOfMail(
    told(`${text}\n\n<anna@example.org>: connect to mx.example.org[192.0.2.1]:25: timed out`, subject),
  );
  expect(event).toMatchObject({ kind: 'deferred', recipient: 'anna@example.org' });
});

test('XMail puts recipient and reason into one line', () => {
  const text =
    '[<00>] XMail bounce: Rcpt=[no-reply@example.org];Error=[550 5.1.1 no such user]\n\n[<01>] Error sending message.';
  expect(outcomesOfMail(told(text, 'Error sending message [1] from [mx.example.net]'))).toEqual([
    ['bounced', 'no-reply@example.org', 'user-unknown'],
  ]);
});

test('a failure without a recipient is told where sender, subject and text all say so', () => {
  const text = 'Votre message n’a pas pu être remis : le destinataire est introuvable.';
  expect(outcomesOfMail(told(text, 'Echec de la remise'))).toEqual([['bounced', undefined, 'user-unknown']]);
  expect(outcomesOfMail(told('Every mailbox over quota is closed on Monday.', 'Changes to mail delivery'))).toEqual([]);
});

test('a subject that ends in an address says whom it is about', () => {
  const text = 'The message could not be delivered, the quota of the user is exceeded.';
  expect(outcomesOfMail(told(text, 'Quota exceeded for user anna@example.org'))).toEqual([
    ['bounced', 'anna@example.org', 'mailbox-full'],
  ]);
  expect(outcomesOfMail(told(text, 'Quota exceeded: message from bounces@news.example.com'))).toEqual([]);
});

test('Exchange names people, with or without their address', () => {
  const entry = (who: string): string => `Your message did not reach some or all of the intended recipients.

      Subject: Autumn offers
      Sent: 10.11.2026 09:00

The following recipient(s) could not be reached:

      ${who} on 10.11.2026 09:00
            The e-mail account does not exist at the organization this message was sent to.
            <mx.example.org #5.1.1>
`;
  expect(outcomesOfMail(told(entry('Doe, Anna <anna@example.org>')))).toEqual([
    ['bounced', 'anna@example.org', 'user-unknown'],
  ]);
  expect(outcomesOfMail(told(entry('Doe, Anna')))).toEqual([['bounced', undefined, 'user-unknown']]);
});

test('a recipient in the form of X.400 is followed by the reason', () => {
  const text =
    'The following recipient(s) could not be reached: c=US;a= ;p=Example;o=Site;s=Doe;\non 12/7/99 3:06 PM\n\nThe recipient name is not recognized.\n';
  expect(outcomesOfMail(told(text))).toEqual([['bounced', undefined, 'user-unknown']]);
});

test('a gateway that is no daemon by name tells of a failure in words', () => {
  const text =
    '--- The message cannot be delivered to the following address. ---\n\nanna@example.org  Mailbox unknown.\n';
  const mail = told(text, 'Returned mail').replace('MAILER-DAEMON@', 'AntiVirus_for_SMTP@');
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});

test('Stalwart tells of those it delivered to, too', () => {
  const text = `Your message has been partially delivered:

    ----- Delivery to the following addresses was successful -----
<anna@example.org> (delivered to 'mx.example.org' with code 250 (2.0.0) 'queued')

    ----- Delivery to the following addresses failed -----
<bert@example.org> (host 'mx.example.org' rejected command 'RCPT TO:<bert@example.org>' with code 550 (5.1.1) 'no such user')
`;
  expect(outcomesOfMail(told(text))).toEqual([['bounced', 'bert@example.org', 'user-unknown']]);
});

test('a list that has seen a message before tells of a loop', () => {
  const text = 'Duplicated Message-ID in <friends@lists.example.org>.\n\nOriginal mail as follows:\n';
  expect(outcomesOfMail(told(text, 'Loop Alert: Duplicated Message-ID in <friends@lists.example.org>'))).toEqual([
    ['bounced', 'friends@lists.example.org', 'loop'],
  ]);
});

test('the house’s own name of a mailbox gives way to the address it was sent to', () => {
  const report = `From: MAILER-DAEMON@mx.example.net
Date: Tue, 10 Nov 2026 09:00:00 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Original-Recipient: rfc822; anna@example.org
Final-Recipient: rfc822; anna@mailbox.lan
Action: failed
Status: 5.2.2

--b--
`;
  expect(outcomesOfMail(report)).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('an address that several others lead to has failed once', () => {
  const group = (address: string, status: string): string =>
    `Final-Recipient: rfc822; ${address}\nAction: failed\nStatus: ${status}\n`;
  const groups = [
    group('anna@example.org', '5.1.1'),
    group('<Anna@example.org>', '5.1.1'),
    group('bert@example.org', '5.2.2'),
  ];
  const report = told(`Reporting-MTA: dns; mx.example.net\n\n${groups.join('\n')}`).replace(
    'text/plain',
    'message/delivery-status',
  );
  expect(outcomesOfMail(report)).toEqual([
    ['bounced', 'anna@example.org', 'user-unknown'],
    ['bounced', 'bert@example.org', 'mailbox-full'],
  ]);
});

test('a complaint for several recipients is one each', () => {
  const report = `From: feedback@isp.example
Date: Tue, 10 Nov 2026 10:00:00 +0100
Content-Type: multipart/report; report-type=feedback-report; boundary=f

--f
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Example-FBL/2.0
Version: 1
Source-IP: 192.0.2.9
Original-Rcpt-To: <anna@isp.example>
Original-Rcpt-To: <bert@isp.example>
Original-Rcpt-To: <anna@isp.example>

--f--
`;
  expect(eventsOfMail(report).map(({ kind, recipient, sourceIp }) => [kind, recipient, sourceIp])).toEqual([
    ['complained', 'anna@isp.example', '192.0.2.9'],
    ['complained', 'bert@isp.example', '192.0.2.9'],
  ]);
});

test('a complaint that came without its envelope is known by the fields only a complaint gets', () => {
  const message = (reporter: string): string => `X-HmXmrOriginalRecipient: anna@isp.example
${reporter}From: Example Shop <shop@news.example.com>
To: anna@isp.example
Subject: Autumn offers
Date: Tue, 10 Nov 2026 09:00:00 +0100

Hello
`;
  expect(
    eventsOfMail(message('X-Reporter-IP: 198.51.100.7\n')).map(({ kind, recipient }) => [kind, recipient]),
  ).toEqual([['complained', 'anna@isp.example']]);
  expect(eventsOfMail(message(''))).toEqual([]);
});

test.each([
  ['Precedence: auto_reply\n', 'I am away until Monday.'],
  ['Precedence: bulk\n', 'This is an automatic reply. I am away until Monday.'],
])('an answer of a machine, by %j and %j', (more, text) => {
  const mail = told(text, 'Re: Autumn offers', more).replace('MAILER-DAEMON@mx.example.net', 'anna@example.org');
  expect(eventsOfMail(mail).map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ['auto-reply', 'anna@example.org'],
  ]);
});

test.each([
  [
    'No se puede entregar: Autumn offers',
    'Se ha producido un error.\n\nanna@example.org\nNo se encontró la dirección.',
    'user-unknown',
  ],
  ['Nie można dostarczyć: Autumn offers', 'anna@example.org\nSkrzynka odbiorcy jest pełna.', 'mailbox-full'],
  ['Går inte att leverera: Autumn offers', 'anna@example.org\nMeddelandet är för stort.', 'message-too-large'],
  ['邮件退回通知', '您发送给 anna@example.org 的邮件未能送达。\n\n退信原因:附件超过大小限制。', 'message-too-large'],
  ['Возврат письма', 'Получатель: anna@example.org\nПричина: почтовый ящик не существует', 'user-unknown'],
])('«not delivered» is understood in the subject «%s», and the reason with it', (subject, text, name) => {
  expect(outcomesOfMail(told(text, subject))).toEqual([['bounced', 'anna@example.org', name]]);
});

test('a sentence below the address is the reason, where the one above only announces it', () => {
  const mail = told(
    'Bezorging aan de volgende geadresseerden is mislukt:\n\nanna@example.org\nHet postvak van de geadresseerde is vol.',
    'Onbestelbaar: Autumn offers',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('cells of a table stand apart: an address does not grow onto the label before it', () => {
  const mail = told(
    '<table><tr><td>无法发送到</td><td>anna@example.org</td></tr><tr><td>退信原因</td><td>收件人地址不存在</td></tr></table>',
    '系统退信',
  ).replace('text/plain', 'text/html');
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});

test.each([
  ['Fwd: Delivery Status Notification (Failure)', '---------- Forwarded message ---------'],
  ['WG: Unzustellbar: Ihre Bestellung', '-----Ursprüngliche Nachricht-----'],
])('a bounce that somebody sent on in a mail is one: %s', (subject, mark) => {
  const mail = told(
    `Zur Kenntnis.

${mark}
Von: Mail Delivery System <MAILER-DAEMON@mx.example.net>
Gesendet: Dienstag, 10. November 2026 09:00
An: bounces@news.example.com
Betreff: Undelivered Mail Returned to Sender

This is the mail system at host mx.example.net.

<anna@example.org>: host mx.example.org[192.0.2.4] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)`,
    subject,
  ).replace('MAILER-DAEMON@mx.example.net', 'Colleague <colleague@news.example.com>');
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});

test('what a filter kept is told to the sender, with what it found', () => {
  const mail = told(
    'VIRUS ALERT\n\nOur content checker found\n    virus: Win.Trojan.Agent\n\nin your email to the following recipient:\n-> anna@example.org\n\nDelivery of the email was stopped!',
    'VIRUS (Win.Trojan.Agent) IN MAIL FROM YOU',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'malware']]);
});

test('Domino tells the reason in the language of its house', () => {
  const mail = told(
    'Ihre Nachricht\n\n  Betreff: Angebote\n\nkonnte nicht zugestellt werden an:\n\n  anna@example.org\n\nweil:\n\n  Die Datenbank hat ihr Größenlimit erreicht',
    'DELIVERY FAILURE: Angebote',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('Exim keeps an address it must not tell to itself, and says why further below', () => {
  const mail = told(
    'A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  an undisclosed address\n    (generated from anna@example.org)\n\nThe following text was generated during the delivery attempt:\n\n------ an undisclosed address\n       (generated from anna@example.org) ------\n\nMail quota exceeded.\n',
    'Mail delivery failed: returning message to sender',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'mailbox-full']]);
});

test('where help is to be had is no reason, what announces the recipients may be one', () => {
  const mail = told(
    'This is the Postfix program at host mx.example.net.\n\nThe following recipients are unknown:\n\n\tanna@example.org\n\nFor further assistance, please send mail to <postmaster>.\nIf you do so, please include this problem report.',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});

test('the message that came back begins behind «original message here»', () => {
  const mail = told(
    'Message undelivered due to following problem\n\n[550 User Not Found]\n\nIn response of [RCPT TO: <anna@example.org>]\n\nOriginal Message Here ......\nRcvd: From [192.0.2.7] [anna@example.org] [antispam1.7] with SMTP\nX_Spam_Status: blocked\n',
  );
  expect(outcomesOfMail(mail)).toEqual([['bounced', 'anna@example.org', 'user-unknown']]);
});
