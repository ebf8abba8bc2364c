import { describe, expect, test } from 'vitest';
import { classify } from '../../src/replies/classify.ts';
import { clusterOf } from '../../src/replies/cluster.ts';

const classOf = (diagnostic: string): string => classify({ diagnostic }).class;

describe('whose fault it is comes before what it is', () => {
  test.each([
    ['550 Votre adresse est refusée par le destinataire', 'sender-rejected'],
    ['550 Ihre Absenderadresse ist ungültig', 'sender-rejected'],
    ['553 El dominio del remitente no existe', 'sender-rejected'],
    ['550 Destinatario inesistente nel dominio', 'user-unknown'],
    ['554 Wir nehmen keine Nachrichten von 192.0.2.7 an', 'ip-blocked'],
    ['550 Servidor bloqueado por spam', 'ip-blocked'],
    ['554 Rechner 192.0.2.7 ausgesperrt', 'ip-blocked'],
    ['450 Ihr Server ist noch nicht bekannt, abgewiesen', 'greylisted'],
  ])('%s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));
});

test.each([
  ['Le seguenti caselle non sono disponibili', 'user-unknown'],
  ['550 Impossibile trovare la casella indicata', 'user-unknown'],
  ['450 4.2.1 Limite diário de mensagens enviadas pelo cliente excedido', 'rate-limited'],
  ['554 Cliente 192.0.2.7 rifiutato da rbl-plus.mail-abuse.org, vedi http://www.mail-abuse.com/x', 'ip-blocked'],
])('in a Romance language: %s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));

describe('what was given up, and why', () => {
  test.each([
    ['Drei Zustellversuche gescheitert, keine weiteren', 'expired'],
    ['Message non remis : abandon après 12 tentatives', 'expired'],
    ['3日間再送しましたが配信できませんでした', 'expired'],
    ['451 Serveur en maintenance', 'system-error'],
    ['451 Wartung, bitte später', 'system-error'],
    ['450 Bitte in 15 Minuten erneut versuchen', 'greylisted'],
    ['450 Zu viele Mails, in 15 Minuten erneut versuchen', 'rate-limited'],
  ])('%s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));
});

describe('what is too much', () => {
  test.each([
    ['452 Höchstens 20 Empfänger', 'too-many-recipients'],
    ['552 Mails über 20 MB lehnen wir ab', 'message-too-large'],
    ['552 Le message excède 10 Mo', 'message-too-large'],
    ['450 Quota horaire d’envoi dépassé', 'rate-limited'],
    ['452 La boîte déborde', 'mailbox-full'],
    ['554 5.0.0 Attachment limit surpassed', 'message-too-large'],
    ['550 Only 20 addressees per mail', 'too-many-recipients'],
  ])('%s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));
});

describe('who may', () => {
  test.each([
    ['550 Vous n’êtes pas autorisé à écrire à cette liste de diffusion', 'policy'],
    ['535 Kennwort falsch', 'relaying-denied'],
    ['535 5.7.8 Wrong user name or password', 'relaying-denied'],
    ['550 Ce serveur ne relaie pas', 'relaying-denied'],
    ['550 Unverschlüsselte Verbindung', 'tls'],
    ['550 Wrong certificate name', 'tls'],
  ])('%s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));
});

test('a sentence without spaces keeps what stands beside a number, an address or a name', () => {
  expect(clusterOf('552 10MBを超えています')).toBe('552 <number>を超えています');
  expect(clusterOf('550 taro@example.jpは存在しません')).toBe('550 <address>は存在しません');
  expect(classOf('554 192.0.2.7からの接続を拒否しました')).toBe('ip-blocked');
});

test('sentences that dots hold together are told apart', () => {
  expect(clusterOf('550 Access denied...7c60ddc1c1...No such account')).toBe(
    '550 Access denied...<id>...No such account',
  );
  expect(classOf('550 Access denied...7c60ddc1c1...No such account')).toBe('user-unknown');
});

test('the name of what a filter found stays, whatever number it has', () => {
  expect(classOf('554 Contains Trojan.Generic.123456')).toBe('malware');
  expect(classOf('554 Win.Trojan.Agent-1234')).toBe('malware');
});

test('the name of a filter says less than its words', () => {
  expect(classOf('550 5.1.1 <a@example.com>... User unknown (FortiMail recipient verification)')).toBe('user-unknown');
  expect(classOf('550 5.7.1 Mail from 192.0.2.1 refused by Sophos Anti-Spam (IP listed at Sophos RBL)')).toBe(
    'ip-blocked',
  );
  expect(classOf('554 5.7.1 Service unavailable; message blocked, scored as spam')).toBe('spam-content');
});

test('GoDaddy writes a reply with underlines', () => {
  expect(classOf('Permanent Failure: 550_5.1.1_user_does_not_exist')).toBe('user-unknown');
});

test('names that Node has for what went wrong on the way', () => {
  expect(classOf('connect ECONNREFUSED 192.0.2.5:25')).toBe('connection');
  expect(classOf('getaddrinfo ENOTFOUND mx.example.com')).toBe('domain-unknown');
  expect(classOf('queryMx EAI_AGAIN example.com')).toBe('dns');
});

test('what msmtp says of the server it hands everything to is nobody’s address', () => {
  expect(classOf('cannot locate host smtp.example.com: Name or service not known')).toBe('dns');
  expect(classOf('the server sent an empty reply')).toBe('connection');
});

describe('a limit of messages is none of a message, and what is encrypted only is no mailbox', () => {
  test.each([
    ['451 4.7.1 Przekroczono limit wiadomości, proszę spróbować później', 'rate-limited'],
    ['552 5.3.4 Przekroczono limit rozmiaru wiadomości', 'message-too-large'],
    ['550 Der Server akzeptiert nur verschlüsselte Verbindungen', 'tls'],
    ['421 4.7.29 The message was not sent over TLS, and is rate limited', 'tls'],
    ['554 No se permite el reenvío (relay) a otros dominios', 'relaying-denied'],
    ['500 Erreur de syntaxe, commande inconnue', 'protocol'],
    ['554 Erreur de syntaxe dans l’en-tête', 'malformed'],
  ])('%s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));
});

describe('what a program said, and what became of the rest', () => {
  test.each([
    ['temporary failure. Command output: deliver: anna is over quota', 'mailbox-full'],
    ['lookup mx.example.org on 192.0.2.53:53: server misbehaving', 'dns'],
    ['the recipient is on your inactive list', 'suppressed'],
    ['450 Policy Rejection- Sending rate too high', 'rate-limited'],
    ['550 5.7.1 I don’t want to receive these mails', 'policy'],
    ['550 A word in the message is blocked', 'spam-content'],
  ])('%s', (diagnostic, name) => expect(classOf(diagnostic)).toBe(name));
});
