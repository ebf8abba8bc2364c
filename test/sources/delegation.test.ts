import { expect, test } from 'vitest';
import type { ServerAnswer } from '../../src/net/services.ts';
import { factIn } from './asked-world.ts';

const ASKS = { asksServers: true };
const SOA = '@ SOA a h 7 7200 900 1209600 300';
const ABOVE = 'com. NS ns.nic.example.\nns.nic.example. A 192.0.2.99';
const HOSTS = 'a A 192.0.2.1\nb AAAA 2001:db8::1';
const ZONE = `${ABOVE}\n${HOSTS}\n${SOA}\n@ NS a\n@ NS b\n@ TXT "v=spf1 -all"\n@ TXT "token"\n_dmarc TXT "v=DMARC1; p=none"`;
const PARENT = { 'ns.nic.example': '@ NS a\n@ NS b' };

test('nobody is asked unless the user wants it', async () => {
  const { fact, asked } = await factIn('delegation', { zone: ZONE, servers: PARENT });
  expect([fact, asked]).toEqual([{ state: 'absent' }, []]);
});

test('every server says what it holds, over IPv6 only where it has nothing else', async () => {
  const { fact, asked } = await factIn('delegation', { zone: ZONE, servers: PARENT }, ASKS);
  const view = {
    state: 'authoritative',
    serial: 7,
    nameServers: { state: 'found', value: ['a.example.com', 'b.example.com'] },
    spf: { state: 'found', value: ['v=spf1 -all'] },
    dmarc: { state: 'found', value: ['v=DMARC1; p=none'] },
    textTtl: 3600,
  };
  expect(fact).toEqual({
    state: 'found',
    value: {
      parent: 'com',
      delegated: { state: 'found', value: ['a.example.com', 'b.example.com'] },
      servers: [
        { ...view, server: { name: 'a.example.com', address: '192.0.2.1' } },
        { ...view, server: { name: 'b.example.com', address: '2001:db8::1' } },
      ],
    },
  });
  expect(asked.filter((question) => question.startsWith('ns.nic.example:'))).toEqual([
    'ns.nic.example: example.com NS',
  ]);
});

test.each([
  ['refused', 'lame'],
  ['lame', 'lame'],
  ['timeout', 'unknown'],
] as const)('a server that fails with %s is %s', async (failure, state) => {
  const servers = { ...PARENT, 'b.example.com': { failure } };
  const { fact, asked } = await factIn('delegation', { zone: ZONE, servers }, ASKS);
  expect(fact).toMatchObject({ value: { servers: [{ state: 'authoritative' }, { state }] } });
  expect(asked.filter((question) => question.startsWith('b.example.com:'))).toHaveLength(1);
});

test('an answer without authority, as of an open resolver, is lame', async () => {
  const answer = (name: string): ServerAnswer<'SOA'> => ({
    status: 'ok',
    records: [
      { name, type: 'SOA', ttl: 1, mname: 'a', rname: 'h', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 },
    ],
    ttl: 1,
    authentic: false,
    via: [],
    authoritative: false,
  });
  const failed = { status: 'failed', failure: 'timeout', reason: 'silence' } as const;
  const net = {
    askServer: async (_: unknown, name: string, type: string) => (type === 'SOA' ? answer(name) : failed) as never,
  };
  const { fact } = await factIn('delegation', { zone: ZONE, net }, ASKS);
  expect(fact).toMatchObject({ value: { servers: [{ state: 'lame' }, { state: 'lame' }] } });
});

test('a referral of the parent names its servers; one for another zone says nothing', async () => {
  const referring = (zone: string) => ({
    askServer: async () => ({ status: 'referral', zone, nameServers: ['z.example.com', 'a.example.com'] }) as never,
  });
  const own = await factIn('delegation', { zone: ZONE, net: referring('example.com') }, ASKS);
  expect(own.fact).toMatchObject({ value: { delegated: { value: ['a.example.com', 'z.example.com'] } } });
  const other = await factIn('delegation', { zone: ZONE, net: referring('com') }, ASKS);
  expect(other.fact).toMatchObject({ value: { delegated: { state: 'unknown' } } });
});

test('a parent whose servers are silent leaves the zone’s own view', async () => {
  const servers = { 'ns.nic.example': { failure: 'timeout' } } as const;
  const { fact } = await factIn('delegation', { zone: ZONE, servers }, ASKS);
  expect(fact).toMatchObject({ state: 'found', value: { delegated: { state: 'unknown' } } });
});

test('where resolvers get no answer, the parent says whom to ask', async () => {
  const referral = { status: 'referral', zone: 'example.com', nameServers: ['ns.example.net'] } as const;
  const refusal = { status: 'failed', failure: 'refused', reason: 'REFUSED' } as const;
  const world = {
    zone: `${ABOVE}\nns.example.net. A 192.0.2.5`,
    servfail: ['example.com'],
    net: { askServer: async (_: unknown, __: string, type: string) => (type === 'NS' ? referral : refusal) as never },
  };
  const { fact } = await factIn('delegation', world, ASKS);
  expect(fact).toMatchObject({
    state: 'found',
    value: { servers: [{ state: 'lame', server: { name: 'ns.example.net' } }] },
  });
});

test('a name inside a zone has no delegation', async () => {
  const { fact } = await factIn('delegation', { zone: `${ZONE}\nwww A 192.0.2.3`, domain: 'www.example.com' }, ASKS);
  expect(fact).toEqual({ state: 'absent' });
});

test('a zone with hundreds of name servers does not make us ask them all', async () => {
  const many = Array.from({ length: 300 }, (_, n) => `@ NS n${n}\nn${n} A 192.0.2.1`).join('\n');
  const { fact } = await factIn('delegation', { zone: `${ABOVE}\n${SOA}\n${many}`, servers: PARENT }, ASKS);
  expect(fact.state === 'found' && fact.value.servers.length).toBeLessThanOrEqual(20);
});
