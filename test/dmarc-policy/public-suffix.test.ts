import { expect, test } from 'vitest';
import { organizationalDomain } from '../../src/dmarc-policy/public-suffix.ts';

test.each([
  ['example.com', 'example.com'],
  ['a.b.example.com', 'example.com'],
  ['a.example.co.uk', 'example.co.uk'],
  ['a.b.ide.kyoto.jp', 'b.ide.kyoto.jp'],
  ['www.city.kobe.jp', 'city.kobe.jp'],
  ['a.someone.github.io', 'someone.github.io'],
  ['a.b.unlisted', 'b.unlisted'],
  ['_spf.example.com', 'example.com'],
  ['a.xn--85x722f.xn--55qx5d.cn', 'xn--85x722f.xn--55qx5d.cn'],
])('the organisational domain of %s is %s', (domain, organisation) => {
  expect(organizationalDomain(domain)).toBe(organisation);
});

test.each(['com', 'co.uk', 'github.io', 'unlisted', '', '.com', '.example.com', 'a..com', '192.0.2.1'])(
  'there is no organisational domain in %j',
  (domain) => expect(organizationalDomain(domain)).toBeUndefined(),
);
