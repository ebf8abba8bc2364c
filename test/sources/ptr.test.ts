import { expect, test } from 'vitest';
import { factIn } from './asked-world.ts';

const MAIL = '@ MX 10 mail\nmail A 192.0.2.25\nmail AAAA 2001:db8::25\n25.2.0.192.in-addr.arpa. PTR mail';

test('an MX host of the domain is looked up by its first address of each family', async () => {
  const { fact, asked } = await factIn('ptr', { zone: `${MAIL}\nmail A 192.0.2.26` });
  expect(fact).toMatchObject({
    state: 'found',
    value: [
      {
        address: '192.0.2.25',
        use: 'receiving',
        host: 'mail.example.com',
        pointers: { state: 'found', value: [{ name: 'mail.example.com', forward: 'confirmed' }] },
      },
      { address: '2001:db8::25', pointers: { state: 'absent' } },
    ],
  });
  expect(asked.filter((question) => question.endsWith(' PTR'))).toHaveLength(2);
});

test('hosts of a mailbox provider, and private addresses, are not asked about', async () => {
  const zone = '@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1\n@ MX 20 inside\ninside A 10.0.0.1';
  const { fact, asked } = await factIn('ptr', { zone });
  expect(fact).toEqual({ state: 'absent' });
  expect(asked.filter((question) => question.endsWith(' PTR'))).toEqual([]);
});

test('an address that mail leaves from is one, also where an MX host has it', async () => {
  const { fact } = await factIn('ptr', { zone: MAIL }, { sendingAddresses: ['192.0.2.25'] });
  expect(fact).toMatchObject({ value: [{ address: '192.0.2.25', use: 'sending' }, { address: '2001:db8::25' }] });
});

test.each([
  ['confirmed', 'out A 192.0.2.1\nout A 192.0.2.9'],
  ['other', 'out A 192.0.2.2'],
  ['nowhere', 'out AAAA 2001:db8::1'],
  ['nowhere', ''],
])('a name is %s with %j', async (forward, zone) => {
  const world = { zone: `${zone}\n1.2.0.192.in-addr.arpa. PTR out` };
  const { fact } = await factIn('ptr', world, { sendingAddresses: ['192.0.2.1'] });
  expect(fact).toMatchObject({ value: [{ pointers: { value: [{ name: 'out.example.com', forward }] } }] });
});

test('a thousand names of one address are not all looked up', async () => {
  const names = Array.from({ length: 1000 }, (_, n) => `1.2.0.192.in-addr.arpa. PTR h${n}`);
  const { asked } = await factIn('ptr', { zone: names.join('\n') }, { sendingAddresses: ['192.0.2.1'] });
  expect(asked.filter((question) => question.endsWith(' A')).length).toBeLessThanOrEqual(10);
});

test('a reverse zone that fails is unknown by itself', async () => {
  const world = { zone: MAIL, servfail: ['25.2.0.192.in-addr.arpa'] };
  const { fact } = await factIn('ptr', world);
  expect(fact).toMatchObject({ value: [{ pointers: { state: 'unknown' } }, { pointers: { state: 'absent' } }] });
});

test('MX records nobody could read are unknown; with an address that was named there is something to say', async () => {
  const world = { zone: MAIL, servfail: ['example.com'] };
  expect((await factIn('ptr', world)).fact.state).toBe('unknown');
  expect((await factIn('ptr', world, { sendingAddresses: ['192.0.2.1'] })).fact.state).toBe('found');
});
