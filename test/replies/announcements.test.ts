import { expect, test } from 'vitest';
import { classify } from '../../src/replies/classify.ts';

const judged = (diagnostic: string): string => classify({ diagnostic }).class;

test.each([
  'Your mail cannot be delivered to the following address(es):',
  "This is a permanent error; I've given up. Sorry it didn't work out.",
  'Your message did not reach some or all of the intended recipients.',
  'Delivery attempts will continue for some time.',
])('a sentence that announces a failure tells no reason, whatever its words are elsewhere: %s', (sentence) => {
  expect(judged(sentence)).toBe('unclassified');
});

test.each([
  ['550 I cannot deliver mail for <anna@example.com>', 'relaying-denied'],
  ['Your mail cannot be delivered: mailbox full', 'mailbox-full'],
])('with a code or a word of a reason it does: %s', (sentence, name) => {
  expect(judged(sentence)).toBe(name);
});

test.each([
  [
    'The message was delivered, but was either blocked by the user, or classified as spam, bulk mail, or had rejected content.',
    'spam-content',
  ],
  [
    'The server could not temporarily deliver your message (ex: Message is delayed due to network troubles).',
    'connection',
  ],
  ['The bounce is a challenge asking for verification you actually sent the email.', 'challenge'],
  ['The email was manually deactivated.', 'suppressed'],
])('Postmark’s description of a bounce type means the type: %s', (description, name) => {
  expect(judged(description)).toBe(name);
});

test.each([
  ['421 <anna@example.org> too busy', 'system-error'],
  ['421 <anna@example> too busy', 'system-error'],
  ['Der Absender wurde vom Empfänger gesperrt', 'sender-rejected'],
  ['Sie sind nicht berechtigt, Nachrichten an diesen Empfänger zu senden', 'policy'],
  ['Vous n’êtes pas autorisé à envoyer un message à ce destinataire', 'policy'],
  ['Det gick inte att hitta e-postadressen du angav', 'user-unknown'],
  ['Mottagarens postlåda är full', 'mailbox-full'],
  ['Δεν ήταν δυνατή η εύρεση της διεύθυνσης email', 'user-unknown'],
  ['לא ניתן היה למצוא את כתובת הדואר האלקטרוני', 'user-unknown'],
  ['تعذر العثور على عنوان البريد الإلكتروني', 'user-unknown'],
  ['アドレスが見つからないため配信されませんでした', 'user-unknown'],
  ['受信側のサーバーが混み合っています', 'system-error'],
  ['수신 서버가 응답하지 않습니다', 'connection'],
  ['超出 RCPT 允许上限', 'too-many-recipients'],
  ['域名不存在', 'domain-unknown'],
  ['发件人域名不存在', 'sender-rejected'],
  ['수신자 도메인을 찾을 수 없습니다', 'domain-unknown'],
  ['보낸 사람의 도메인을 찾을 수 없습니다', 'sender-rejected'],
  ['받는 사람 주소가 올바르지 않습니다', 'user-unknown'],
  ['Nachricht enthält unzulässigen Dateianhang', 'malware'],
  ['Ihr Konto ist gesperrt, Anlage beachten', 'mailbox-disabled'],
  ['Votre domaine est sur liste noire', 'domain-blocked'],
  ['Ваш домен в черном списке', 'domain-blocked'],
  ['Su dirección IP está en una lista negra', 'ip-blocked'],
  ['Tu mensaje se ha bloqueado', 'policy'],
  ['Mensagem bloqueada devido à má reputação do IP', 'ip-blocked'],
  ['Your message was not delivered because the destination computer was not found.', 'domain-unknown'],
  ["User's mailfile has exceeded its size limit", 'mailbox-full'],
])('who and what a sentence is about: %s', (sentence, name) => {
  expect(judged(sentence)).toBe(name);
});

test('words alone never make a refusal an answer of somebody who is away', () => {
  expect(classify({ diagnostic: 'Det gick inte att, du angav, och försök sedan skicka' }).class).not.toBe('auto-reply');
  expect(judged('Thank you for your mail, I will be back on Monday')).toBe('auto-reply');
});
