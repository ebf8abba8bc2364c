import { describe, expect, test } from 'vitest';
import { found } from '../../src/core/facts.ts';
import { dnsOnly } from '../support/dns-only.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { sources, type Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import { countedNet, factsOf, hintsOf, smallNet, type SmallWorld } from './world.ts';

const WORLD: SmallWorld = {
  zone: `
@ SOA ns1 hostmaster 1 7200 3600 1209600 300
@ NS ns1
ns1 A 192.0.2.53
@ MX 10 mx1
mx1 A 192.0.2.25
@ TXT "v=spf1 mx include:_spf.example.com include:amazonses.com -all"
_spf TXT "v=spf1 ip4:192.0.2.0/24 -all"
_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com,mailto:d@elsewhere.test"
s1._domainkey TXT "v=DKIM1; p="
`,
  selectors: ['s1'],
};
const everything = Object.keys(sources) as (keyof Facts)[];

test('whatever is wanted, each question goes out once', async () => {
  const { asked } = await factsOf(WORLD, ...everything);
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  expect(asked.length).toBeGreaterThan(10);
});

test('a fact that several others rest on is gathered once, even without a cache', async () => {
  const net = smallNet(WORLD);
  await gather(
    { domain: 'example.com', net, hints: hintsOf(WORLD), catalogue: knownProviders(), now: new Date('2026-11-01') },
    ['dkim', 'providers', 'spf', 'dmarcRecord', 'reportDestinations', 'dmarc'],
  );
  const times = (question: string): number => net.asked.filter((one) => one === question).length;
  expect(times('_spf.example.com TXT')).toBe(1);
  expect(times('s1._domainkey.example.com TXT')).toBe(1);
  expect(times('d.elsewhere.test TXT')).toBe(0);
});

test('nothing is asked that is not wanted', async () => {
  expect((await factsOf(WORLD, 'mx')).asked.toSorted()).toEqual([
    'example.com MX',
    'mx1.example.com A',
    'mx1.example.com AAAA',
  ]);
  expect((await factsOf(WORLD)).asked).toEqual([]);
});

test('traffic that was not given is absent, and asks nothing', async () => {
  const { facts, asked } = await factsOf(WORLD, 'traffic');
  expect([facts.traffic, asked]).toEqual([{ state: 'absent' }, []]);
});

test('a source that throws leaves its fact unknown, and the others alone', async () => {
  const broken = dnsOnly({
    resolve: (name) =>
      name.startsWith('_dmarc') ? Promise.reject(new Error('boom')) : (smallNet(WORLD).resolve(name, 'TXT') as never),
    close: async () => {},
  });
  const facts = await gather(
    {
      domain: 'example.com',
      net: countedNet(broken),
      hints: hintsOf(WORLD),
      catalogue: knownProviders(),
      now: new Date(0),
    },
    ['dmarc', 'dmarcRecord', 'text'],
  );
  expect(facts.dmarc).toMatchObject({ state: 'unknown', reason: expect.stringContaining('boom') });
  expect(facts.dmarcRecord).toMatchObject({ state: 'unknown' });
  expect(facts.text?.state).toBe('found');
});

describe('what could not be found out is unknown, never absent', () => {
  test.each([
    ['existence', ['example.com']],
    ['text', ['example.com']],
    ['spf', ['example.com']],
    ['legacySpf', ['example.com']],
    ['mx', ['example.com']],
    ['zone', ['example.com']],
    ['addresses', ['example.com']],
    ['dmarcRecord', ['_dmarc.example.com']],
  ] as const)('%s', async (id, servfail) => {
    const { facts } = await factsOf({ ...WORLD, servfail }, id);
    expect(facts[id]).toMatchObject({ state: 'unknown', reason: expect.stringContaining(servfail[0]) });
  });

  test('report destinations rest on the DMARC record', async () => {
    const { facts } = await factsOf({ ...WORLD, servfail: ['_dmarc.example.com'] }, 'reportDestinations');
    expect(facts.reportDestinations.state).toBe('unknown');
  });

  test('an agreement nobody could look up is unknown by itself', async () => {
    const servfail = ['example.com._report._dmarc.elsewhere.test'];
    const { facts } = await factsOf({ ...WORLD, servfail }, 'reportDestinations');
    if (facts.reportDestinations.state !== 'found') throw new Error('not found');
    expect(
      facts.reportDestinations.value.map(({ domain, external, agreement }) => [domain, external, agreement.state]),
    ).toEqual([
      ['example.com', false, 'absent'],
      ['elsewhere.test', true, 'unknown'],
    ]);
  });

  test('an MX host nobody could look up does not hide the others', async () => {
    const { facts } = await factsOf({ ...WORLD, servfail: ['mx1.example.com'] }, 'mx');
    expect(facts.mx).toMatchObject({
      state: 'found',
      value: { hosts: [{ name: 'mx1.example.com', state: 'unknown' }] },
    });
  });
});

describe('what is not there is absent', () => {
  test.each([
    'spf',
    'legacySpf',
    'mx',
    'zone',
    'addresses',
    'dmarcRecord',
    'reportDestinations',
    'providers',
    'dkim',
  ] as const)('%s', async (id) => {
    const { facts } = await factsOf({ zone: '@ TXT "nothing of interest"' }, id);
    expect(facts[id]).toEqual({ state: 'absent' });
  });

  test('existence, for a name that is not there; not for one whose alias leads nowhere', async () => {
    const world = { zone: 'dangling CNAME gone', domain: 'dangling.example.com' };
    expect((await factsOf({ ...world, domain: 'gone.example.com' }, 'existence')).facts.existence).toEqual({
      state: 'absent',
    });
    expect((await factsOf(world, 'existence')).facts.existence).toEqual(found({ alias: ['gone.example.com'] }));
  });
});

test('a null MX is a record, and no host', async () => {
  const { facts } = await factsOf({ zone: '@ MX 0 .' }, 'mx');
  expect(facts.mx).toMatchObject({ state: 'found', value: { hosts: [], nullMx: true } });
});

test('a service is recognised by its include and by its MX', async () => {
  const zone = '@ TXT "v=spf1 include:amazonses.com -all"\n@ MX 1 aspmx.l.google.com.';
  const { facts } = await factsOf({ zone }, 'providers');
  if (facts.providers.state !== 'found') throw new Error('not found');
  expect(facts.providers.value.map(({ provider, by }) => `${provider.id} by ${by}`)).toEqual([
    'amazon-ses by include:amazonses.com',
    'google-workspace by MX aspmx.l.google.com',
  ]);
});
