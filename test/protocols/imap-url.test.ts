import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseImapUrl } from '../../src/protocols/imap-url.ts';

describe('an IMAP URL', () => {
  test.each([
    ['imaps://reports@mail.example.com', { scheme: 'imaps', host: 'mail.example.com', port: 993, user: 'reports' }],
    ['IMAP://u@Mail.Example.COM./', { scheme: 'imap', host: 'mail.example.com', port: 143, user: 'u' }],
    ['imaps://u@mail.example.com:1993/INBOX', { port: 1993, mailbox: 'INBOX' }],
    ['imaps://dmarc%40example.com@mail.example.com/', { user: 'dmarc@example.com' }],
    ['imaps://dmarc@example.com@mail.example.com/', { user: 'dmarc@example.com', host: 'mail.example.com' }],
    ['imaps://u;AUTH=*@h/A%2FB%20%C3%BC/c/', { user: 'u', mailbox: 'A/B ü/c' }],
    ['imaps://u:p%40ss:w%2Ford@h', { user: 'u', password: 'p@ss:w/ord', host: 'h' }],
    ['imaps://u@[2001:db8::1]:1993/x', { host: '2001:db8::1', port: 1993 }],
    ['imaps://u@[2001:db8::1]', { host: '2001:db8::1', port: 993 }],
    ['imaps://u@post.müller.example', { host: 'post.xn--mller-kva.example' }],
    ['imaps://DOMAIN%5Cuser@h', { user: 'DOMAIN\\user' }],
    ['imaps://h/INBOX', { host: 'h', mailbox: 'INBOX' }],
  ])('%s', (text, expected) => {
    expect(parseImapUrl(text)).toMatchObject({ kind: 'url', ...expected });
  });

  test.each([
    ['mail.example.com', 'does not begin with imaps:// or imap://'],
    ['pop3://u@h', 'does not begin with imaps:// or imap://'],
    ['imaps://', 'names no server'],
    ['imaps://u@', 'names no server'],
    ['imaps://u@h:0', 'has no port from 1 to 65535'],
    ['imaps://u@h:65536', 'has no port from 1 to 65535'],
    ['imaps://u@[::1', 'names no server'],
    ['imaps://u%zz@h', 'has a % that no two hex digits follow'],
    ['imaps://u@h/%E0%A4', 'has a % that no two hex digits follow'],
    ['imaps://u%0d%0aDELETE@h', 'has control characters in it'],
    ['imaps://u@h/a%00', 'has control characters in it'],
    ['imaps://u@h/INBOX;UIDVALIDITY=1/;UID=2', 'names a single message, and not a mailbox'],
    ['imaps://u@h/INBOX?SUBJECT%20x', 'has a ? or # behind the server, which a mailbox writes as %3F and %23'],
    ['imaps://u@h/#shared', 'has a ? or # behind the server, which a mailbox writes as %3F and %23'],
  ])('%s is none', (text, what) => {
    expect(parseImapUrl(text)).toEqual({ kind: 'fault', what });
  });

  const word = fc.string({ minLength: 1, unit: fc.constantFrom(...'aZ0.-_@:/?#%& ü漢;=+\\"\'*'.split('')) });

  test('what is written by the rules comes back', () => {
    fc.assert(
      fc.property(word, word, word, fc.integer({ min: 1, max: 65_535 }), (user, password, mailbox, port) => {
        const [u, p, m] = [user, password, mailbox].map((text) => encodeURIComponent(text));
        expect(parseImapUrl(`imaps://${u}:${p}@mail.example.com:${port}/${m}`)).toEqual({
          kind: 'url',
          scheme: 'imaps',
          host: 'mail.example.com',
          port,
          user,
          password,
          mailbox,
        });
      }),
    );
  });

  test('anything else is told, never thrown, and never repeated', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          word.map((text) => `imaps://${text}`),
        ),
        (text) => {
          const url = parseImapUrl(text);
          if (url.kind === 'url') expect(url.host).not.toBe('');
          else expect(url.what).toMatch(/^[a-z].*[^.]$/);
        },
      ),
    );
  });
});
