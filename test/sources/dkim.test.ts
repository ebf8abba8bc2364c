import { describe, expect, test } from 'vitest';
import type { Dkim } from '../../src/sources/dkim.ts';
import { sendaudit } from '../support/sendaudit.ts';
import { factsOf, type SmallWorld } from './world.ts';

async function dkim(world: SmallWorld): Promise<Dkim> {
  const { facts } = await factsOf(world, 'dkim');
  if (facts.dkim.state !== 'found') throw new Error(`DKIM is ${facts.dkim.state}`);
  return facts.dkim.value;
}
const states = ({ selectors }: Dkim): string[] => selectors.map(({ selector, state }) => `${selector} ${state}`);

test('a selector the user names is looked at, whatever stands there', async () => {
  const world = {
    zone: 's1._domainkey TXT "v=DKIM1; p="\ns3._domainkey CNAME gone.example.com.',
    selectors: ['s1', 's2', 's3', 's4'],
    servfail: ['s4._domainkey.example.com'],
  };
  expect(states(await dkim(world))).toEqual(['s1 published', 's2 absent', 's3 dangling', 's4 unknown']);
});

test('a guess that is not there says nothing at all; one that is there counts', async () => {
  const zone = 'selector1._domainkey TXT "v=DKIM1; p="\nk1._domainkey CNAME gone.example.com.';
  expect(states(await dkim({ zone, guess: true }))).toEqual(['selector1 published', 'k1 dangling']);
});

test('a guess nobody could look up says nothing either', async () => {
  const zone = 'google._domainkey TXT "v=DKIM1; p="';
  expect(states(await dkim({ zone, guess: true, servfail: ['mail._domainkey.example.com'] }))).toEqual([
    'google published',
  ]);
});

test('selectors are tried for the services that SPF names', async () => {
  const zone = '@ TXT "v=spf1 include:servers.mcsv.net -all"\nk2._domainkey TXT "v=DKIM1; p="';
  const { selectors } = await dkim({ zone });
  expect(selectors).toMatchObject([
    { selector: 'k2', expected: false, origins: ['Mailchimp (include:servers.mcsv.net)'] },
  ]);
});

test('a selector told by two is one, with both origins, and is expected if either says so', async () => {
  const zone = '@ TXT "v=spf1 include:servers.mcsv.net -all"\nk2._domainkey TXT "v=DKIM1; p="';
  const { selectors } = await dkim({ zone, selectors: ['K2'] });
  expect(selectors).toMatchObject([{ selector: 'k2', expected: true, origins: ['--selector', expect.any(String)] }]);
});

describe('without any selector', () => {
  test('a tree below _domainkey says that keys exist', async () => {
    expect(await dkim({ zone: 'unknown._domainkey TXT "v=DKIM1; p="' })).toMatchObject({
      selectors: [],
      tree: 'present',
    });
  });

  test('no tree says that none can', async () => {
    const { facts } = await factsOf({ zone: '@ TXT "x"' }, 'dkim');
    expect(facts.dkim).toEqual({ state: 'absent' });
  });

  test('a tree nobody could look up leaves it open', async () => {
    const { facts } = await factsOf({ zone: '@ TXT "x"', servfail: ['_domainkey.example.com'] }, 'dkim');
    expect(facts.dkim.state).toBe('unknown');
  });
});

test('the service a CNAME leads to is named', async () => {
  const { selectors } = await dkim({ zone: 's1._domainkey CNAME dkim2.mcsv.net.', selectors: ['s1'] });
  expect(selectors).toMatchObject([{ state: 'dangling', via: ['dkim2.mcsv.net'], host: { id: 'mailchimp' } }]);
});

describe('selectors of a listed world', () => {
  const found = async (...world: readonly string[]): Promise<string> =>
    (await sendaudit('check', 'casaluna.example', ...world, '--only', 'dkim/selector')).stdout;

  test('are all that the zone file names', async () => {
    const text = await found('--zone', 'fixtures/world/zones');
    for (const selector of ['inv2026', 'old2023', 'hs2-4711802', 'selector2']) expect(text).toContain(selector);
  });

  test('are those of a recording at which something stands: what was only tried is nobody’s', async () => {
    const text = await found('--replay', 'fixtures/recordings/casaluna.rec');
    expect(text).toContain('9 selectors found');
    expect(text).not.toMatch(/selectors? named, but without a key/);
    expect(text).not.toContain('dkim/selector:');
  });
});
