import { describe, expect, test } from 'vitest';
import { classify } from '../../src/replies/classify.ts';

const judged = (diagnostic: string): string => {
  const { class: name, severity } = classify({ diagnostic });
  return `${name} ${severity}`;
};

describe('the sender’s own account costs no recipient the address', () => {
  test.each([
    ['550 Outgoing mail from "example.com" has been suspended.', 'sender-rejected block'],
    ['550 Mail from this account has been suspended because of spam', 'sender-rejected block'],
    ['550 Your account is locked for sending because of suspicious activity', 'sender-rejected block'],
    ['550 5.7.1 <a@example.com>: account is suspended', 'mailbox-disabled hard'],
    ['550 must be authenticated', 'relaying-denied block'],
    ['550 Unauthenticated senders not allowed', 'relaying-denied block'],
    ['550 5.1.1 Address previously hard bounced; message not attempted', 'suppressed hard'],
    ['5.2.1 Subject is mandatory.', 'malformed block'],
  ])('%s', (diagnostic, expected) => expect(judged(diagnostic)).toBe(expected));
});

describe('a server’s disk, its scanner and its session are not the mailbox’s', () => {
  test.each([
    ['452 4.3.1 Mail system storage is full.', 'system-error soft'],
    ['452 out of disk space', 'system-error soft'],
    ['552 5.2.2 The recipient’s mailbox is out of disk space', 'mailbox-full soft'],
    ['451 4.2.2 a mailbox access error', 'system-error soft'],
    ['451 4.3.0 Message held: antivirus engine unavailable', 'system-error soft'],
    ['451 4.5.1 [192.0.2.1] Max concurrent sessions', 'rate-limited soft'],
    ['503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining', 'protocol soft'],
    ['550 5.5.3 <DATA>: Data command rejected: Multi-recipient bounce', 'sender-rejected block'],
    ['451 See http://pobox.com/~djb/docs/smtplf.html.', 'malformed block'],
    ['553 ta domena nie jest na liście rcpthosts (#5.7.1)', 'relaying-denied block'],
  ])('%s', (diagnostic, expected) => expect(judged(diagnostic)).toBe(expected));
});

describe('whose domain it is comes before what is wrong with it', () => {
  test.each([
    ['554 5.7.1 This message has been blocked because the return email domain is invalid.', 'sender-rejected block'],
    ['550 No MX for your FROM address', 'sender-rejected block'],
    ['550 <a@example.com> has blacklisted <b@example.org>', 'sender-rejected block'],
    ['550 5.7.1 You are not authorized to send mail from <b@example.org>', 'sender-rejected block'],
    ['550 5.7.1 Sender ID (PRA) Not Permitted', 'auth-failed block'],
    ['554 5.7.1 Externe Absender sind hier nicht erlaubt', 'policy block'],
    ['450 4.7.1 Limit wysyłanych wiadomości przekroczony', 'rate-limited soft'],
  ])('%s', (diagnostic, expected) => expect(judged(diagnostic)).toBe(expected));
});

describe('a provider’s own codes', () => {
  test.each([
    ['421 HL:REP 163 mx12,abc', 'ip-reputation block'],
    ['450 MI:CEL 163 mx12', 'protocol soft'],
    ['550 MI:SPF 163 mx12', 'auth-failed block'],
    ['550 RP:FRL 163 smtp2', 'relaying-denied block'],
    ['550 5.1.1 <a@icloud.com>: inactive email address', 'mailbox-disabled hard'],
    ['550 Access from ip address 192.0.2.1 blocked. Visit http://help.mail.ru/notspam-support/', 'ip-blocked block'],
    ['550 5.7.1 [CS] Message blocked. See https://console.mailchannels.net/insights/bounce', 'spam-content block'],
    ['450 [S09] Try Again Later', 'greylisted soft'],
    ['550 5.4.300 Message expired -> 451 4.7.500 Server busy', 'expired soft'],
  ])('%s', (diagnostic, expected) => expect(judged(diagnostic)).toBe(expected));
});

describe('what a server says of itself, in words that elsewhere speak of something else', () => {
  test.each([
    ['550 5.7.1 Command rejected', 'policy block'],
    ['550-Callback setup failed while verifying recipient', 'system-error soft'],
    ['554 5.5.1 Protocol error: pipelining without advertising', 'protocol soft'],
    ['452 4.5.3 too many recipients in this hour', 'rate-limited soft'],
    ['511 can’t find a valid MX for rcpt domain (#5.1.1 - chkuser)', 'domain-unknown hard'],
    ['unable to find primary relay for example.org', 'routing soft'],
    ['Too many failures (Upstream error: 451 greylisted)', 'expired soft'],
    ['invalid peer certificate: UnknownIssuer', 'tls soft'],
    ['DNSSEC validation failed (bogus) for example.org', 'dns soft'],
    ['Error delivering to mail\\who.nsf; Maximum mail file size reached', 'mailbox-full soft'],
    ['550 The domain of your return address does not exist', 'sender-rejected block'],
    ['Too many of our users complained about mail of your domain', 'domain-reputation block'],
    ['Found inactive addresses: a@example.com.', 'suppressed hard'],
    ['Child process of address_pipe transport returned 2 from command: /usr/bin/autorespond', 'system-error soft'],
    ['550-Requested action not taken: mailbox unavailable 550-Sender address has null MX', 'sender-rejected block'],
    ['550 invalid mailbox. Local mailbox a@mail.ru is unavailable: account is over quota', 'mailbox-full soft'],
  ])('%s', (diagnostic, expected) => expect(judged(diagnostic)).toBe(expected));
});

describe('languages of smaller countries', () => {
  test.each([
    ['Korisnik nije pronađen', 'user-unknown hard'],
    ['Пощенската кутия е пълна', 'mailbox-full soft'],
    ['Saņēmēja pastkaste ir pilna', 'mailbox-full soft'],
    ['Kasutajat ei leitud', 'user-unknown hard'],
    ['Tokio vartotojo nėra', 'user-unknown hard'],
    ['Skrzynka jest na czarnej liście', 'ip-blocked block'],
    ['Nincs több hely a postafiókban', 'mailbox-full soft'],
    ['Contul a fost închis', 'mailbox-disabled hard'],
    ['Kontoen er stengt', 'mailbox-disabled hard'],
    ['Det är slut på utrymme i brevlådan', 'mailbox-full soft'],
    ['לא קיים נמען כזה', 'user-unknown hard'],
    ['ההודעה נדחתה כדואר זבל', 'spam-content block'],
    ['لا يوجد مستخدم بهذا الاسم', 'user-unknown hard'],
    ['امتلأ صندوق بريد المستخدم', 'mailbox-full soft'],
    ['उपयोगकर्ता मौजूद नहीं है', 'user-unknown hard'],
    ['Поштову скриньку заблоковано', 'mailbox-disabled hard'],
    ['收件人域名不存在', 'domain-unknown hard'],
    ['Riprovare tra qualche minuto, mittente sconosciuto', 'greylisted soft'],
  ])('%s', (diagnostic, expected) => expect(judged(diagnostic)).toBe(expected));
});
