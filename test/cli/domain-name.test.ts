import { expect, test } from 'vitest';
import { domainName, domainNameIn } from '../../src/cli/domain-name.ts';
import { UserError } from '../../src/core/errors.ts';

test.each([
  ['Example.COM.', 'example.com'],
  ['bücher.de', 'xn--bcher-kva.de'],
  ['bücher。de', 'xn--bcher-kva.de'],
  ['例え．テスト｡', 'xn--r8jz45g.xn--zckzah'],
  ['_spf.example.com', '_spf.example.com'],
  ['com', 'com'],
])('%s is the domain %s', (typed, name) => {
  expect(domainName(typed)).toBe(name);
  expect(domainNameIn(typed)).toBe(name);
});

const refused = (typed: string): UserError => {
  try {
    domainName(typed);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`${typed} is taken for a domain`);
};

test.each([
  ['*.example.com', 'example.com'],
  ['_dmarc.example.com', 'example.com'],
  ['s1._domainkey.news.example.com', 'news.example.com'],
  ['_25._tcp.mail.example.com', 'mail.example.com'],
  ['_smtp._tls.example.com', 'example.com'],
  ['default._bimi.example.com', 'example.com'],
])('%s is told to mean %s', (typed, meant) => {
  expect(refused(typed).hint).toBe(`give the domain itself: ${meant}`);
  expect(domainNameIn(typed)).toBeUndefined();
});

test.each(['192.0.2.1', '2001:db8::1', '[192.0.2.1]', '192.0.2.1.'])('%s is told to be an address', (typed) => {
  expect(refused(typed)).toMatchObject({ message: `\`${typed}\` is an address, and no domain name` });
  expect(refused(typed).hint).toMatch(/ `--ip (?:192\.0\.2\.1|2001:db8::1)` /);
});

test.each(['', '.', '*', '_dmarc', 'a b', 'a..b', 'anna@example.com', 'https://example.com/'])(
  '%j is no domain, and none can be meant',
  (typed) => expect(refused(typed).message).toBe(`\`${typed}\` is no domain name`),
);
