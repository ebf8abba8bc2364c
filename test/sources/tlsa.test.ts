import { describe, expect, test } from 'vitest';
import { factIn } from './asked-world.ts';

const SHA256 = 'ab'.repeat(32);
const TLSA = `TLSA 3 1 1 ${SHA256}`;
const MAIL = `@ MX 10 mail\nmail A 192.0.2.1\n_25._tcp.mail ${TLSA}`;
const TRUSTED = { trustsResolver: true };

async function tlsaIn(world: Parameters<typeof factIn>[1], hints: Parameters<typeof factIn>[2] = {}) {
  const { fact } = await factIn('tlsa', world, hints);
  if (fact.state !== 'found') throw new Error(`tlsa is ${fact.state}`);
  return fact.value;
}

test('TLSA records are asked for together with the addresses of the mail host', async () => {
  const { asked } = await factIn('tlsa', { zone: MAIL });
  expect(asked).toEqual([
    'example.com MX',
    'mail.example.com A',
    'mail.example.com AAAA',
    '_25._tcp.mail.example.com TLSA',
  ]);
});

test('each mail host has its own, in the order of preference, and is asked once', async () => {
  const zone = `@ MX 20 b\n@ MX 10 a\n@ MX 30 a\na A 192.0.2.1\nb A 192.0.2.2\n_25._tcp.b ${TLSA}`;
  expect((await tlsaIn({ zone })).hosts).toMatchObject([
    { host: 'a.example.com', records: { state: 'absent' } },
    {
      host: 'b.example.com',
      records: { state: 'found', value: [{ usage: 3, selector: 1, matching: 1, data: SHA256 }] },
    },
  ]);
});

describe('who takes no mail has no TLSA records', () => {
  test.each([
    ['a null MX', '@ MX 0 .'],
    ['neither MX nor address', '@ TXT "hello"'],
    ['hosts without address', `@ MX 10 mail\n_25._tcp.mail ${TLSA}`],
  ])('%s', async (_, zone) => {
    expect((await factIn('tlsa', { zone })).fact).toEqual({ state: 'absent' });
  });

  test('one host of two that has no address', async () => {
    const { hosts } = await tlsaIn({ zone: `${MAIL}\n@ MX 20 gone` });
    expect(hosts.map(({ host }) => host)).toEqual(['mail.example.com']);
  });
});

test('without MX the domain itself is the host', async () => {
  const { hosts } = await tlsaIn({ zone: `@ A 192.0.2.1\n_25._tcp ${TLSA}` });
  expect(hosts).toMatchObject([{ host: 'example.com', base: 'example.com', records: { state: 'found' } }]);
});

describe('what could not be found out', () => {
  test('is unknown where it is the MX record', async () => {
    const { fact } = await factIn('tlsa', { zone: MAIL, servfail: ['example.com'] });
    expect(fact).toMatchObject({ state: 'unknown', reason: expect.stringContaining('example.com MX') });
  });

  test('is unknown for one host, and keeps how it failed', async () => {
    const { hosts } = await tlsaIn({ zone: MAIL, servfail: ['_25._tcp.mail.example.com'] });
    expect(hosts).toMatchObject([{ records: { state: 'unknown' }, failure: 'servfail' }]);
  });

  test('does not hide the records where it is the address', async () => {
    const { hosts } = await tlsaIn({ zone: MAIL, servfail: ['mail.example.com'], authentic: ['example.com'] }, TRUSTED);
    expect(hosts).toMatchObject([{ addresses: 'unjudged', validated: true, records: { state: 'found' } }]);
  });
});

describe('what is signed', () => {
  test('is not judged by a resolver that nobody named', async () => {
    const { mx, hosts } = await tlsaIn({ zone: MAIL, authentic: ['example.com'] });
    expect([mx, hosts[0]?.addresses, hosts[0]?.validated]).toEqual(['unjudged', 'unjudged', 'unjudged']);
  });

  test.each([
    [['example.com'], true, true, true],
    [['mail.example.com', '_25._tcp.mail.example.com'], false, true, true],
    [['_25._tcp.mail.example.com'], false, false, true],
    [[], false, false, false],
  ])('%j: MX %s, addresses %s, records %s', async (authentic, mx, addresses, validated) => {
    const value = await tlsaIn({ zone: MAIL, authentic }, TRUSTED);
    expect(value.mx).toBe(mx);
    expect(value.hosts).toMatchObject([{ addresses, validated }]);
  });
});

describe('an MX host that is an alias', () => {
  const alias = '@ MX 10 mail\nmail CNAME mx.example.net.\nmx.example.net. A 192.0.2.1';
  const own = `_25._tcp.mail ${TLSA}`;
  const target = `_25._tcp.mx.example.net. ${TLSA}`;

  test('is known by the records at its end', async () => {
    expect((await tlsaIn({ zone: `${alias}\n${own}\n${target}` })).hosts).toMatchObject([{ base: 'mx.example.net' }]);
  });

  test('is known by its own where there are none', async () => {
    expect((await tlsaIn({ zone: `${alias}\n${own}` })).hosts).toMatchObject([
      { base: 'mail.example.com', records: { state: 'found' } },
    ]);
  });

  test('is known by its own where those at its end are not signed', async () => {
    const { hosts } = await tlsaIn({ zone: `${alias}\n${own}\n${target}`, authentic: ['example.com'] }, TRUSTED);
    expect(hosts).toMatchObject([{ base: 'mail.example.com' }]);
  });

  test('is unknown where its end cannot be asked', async () => {
    const servfail = ['_25._tcp.mx.example.net'];
    expect((await tlsaIn({ zone: alias, servfail })).hosts).toMatchObject([
      { base: 'mx.example.net', records: { state: 'unknown' } },
    ]);
  });
});
