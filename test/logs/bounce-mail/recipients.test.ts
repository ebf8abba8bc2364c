import { expect, test } from 'vitest';
import { eventsOfMail, outcomesOfMail } from '../../support/mail-events.ts';

const told = (
  text: string,
  to = 'bounces@news.example.com',
  subject = 'Undelivered mail',
  from = 'MAILER-DAEMON@mx.example.net',
): string =>
  `From: ${from}\nTo: ${to}\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`;

test('a list of recipients is labelled once, and each has a reason of its own', () => {
  const list =
    'Su mensaje no se pudo entregar a los siguientes destinatarios:\n\n  ana@example.org: el usuario no existe\n  eva@example.org: buzón lleno\n\nAyuda: soporte@example.net';
  expect(outcomesOfMail(told(list))).toEqual([
    ['bounced', 'ana@example.org', 'user-unknown'],
    ['bounced', 'eva@example.org', 'mailbox-full'],
  ]);
});

test('the sender that a notice names is no recipient, in whatever language', () => {
  const notice =
    'Il messaggio proveniente da "shop@news.example.com"\ne destinato all\'utente "anna@example.org"\nnon è stato consegnato: indirizzo non valido\n';
  expect(outcomesOfMail(told(notice)).map((one) => (one as unknown[])[1])).toEqual(['anna@example.org']);
});

test('a return path with a number in front of the recipient gives the recipient', () => {
  const [event] = eventsOfMail(
    told('Delivery failed: the mailbox is full.', 'bounces+8812-anna=example.org@em.news.example.com'),
  );
  expect(event?.recipient).toBe('anna@example.org');
});

const report = (fields: string): string =>
  `From: MAILER-DAEMON@mx.example.net\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n${fields}\n--b--\n`;

test.each([
  ['anna+2Bnews@example.org', 'anna+news@example.org'],
  ['anna+3D1@example.org', 'anna=1@example.org'],
  ['anna+news@example.org', 'anna+news@example.org'],
  ['anna+2Bx+news@example.org', 'anna+2Bx+news@example.org'],
])('an address that came as xtext is read as the one it stands for: %s', (written, meant) => {
  const [event] = eventsOfMail(report(`Final-Recipient: rfc822; ${written}\nAction: failed\nStatus: 5.2.2\n`));
  expect(event?.recipient).toBe(meant);
});

test('who complained is told by a return path of his own where all else is blacked out', () => {
  const complaint =
    'From: fbl@isp.example\nTo: fbl@news.example.com\nSubject: complaint\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: X/1\nVersion: 1\nOriginal-Mail-From: <bounces+991-ab12-anna=example.org@em.news.example.com>\n\n--b\nContent-Type: message/rfc822\n\nFrom: shop@news.example.com\nTo: redacted@redacted.invalid\nSubject: offer\n\nhi\n--b--\n';
  expect(eventsOfMail(complaint)).toMatchObject([{ kind: 'complained', recipient: 'anna@example.org' }]);
});

test.each([
  ['redacted@ISP.example', 'isp.example'],
  ['redacted@redacted.invalid', ''],
  ['undisclosed-recipients:;', ''],
])('who complained may be blacked out, and where not: %s', (shown, domain) => {
  const complaint = `From: fbl@isp.example\nTo: fbl@news.example.com\nSubject: complaint\nDate: Tue, 10 Nov 2026 09:00:00 +0100\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: X/1\nVersion: 1\n\n--b\nContent-Type: message/rfc822\n\nFrom: shop@news.example.com\nTo: ${shown}\nSubject: offer\n\nhi\n--b--\n`;
  const [event] = eventsOfMail(complaint);
  expect([event?.recipient, event?.recipientDomain]).toEqual([undefined, domain]);
});

test('a gateway that blocks for an attachment tells of a failure by its subject', () => {
  const text =
    'Your message to anna@example.org has been blocked because it contains an attachment type (.docm) that is not permitted.';
  expect(
    outcomesOfMail(
      told(
        text,
        'shop@news.example.com',
        'Your message was blocked by our attachment policy',
        'Administrator <administrator@example.org>',
      ),
    ),
  ).toEqual([['bounced', 'anna@example.org', 'malware']]);
});
