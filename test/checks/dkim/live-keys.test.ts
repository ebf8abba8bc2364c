import { expect, test } from 'vitest';
import { GOOD_KEY } from '../../../src/checks/dkim/example-keys.ts';
import { standingOfKeys, type KeyStanding } from '../../../src/checks/dkim/live-keys.ts';
import { factsOf, type SmallWorld } from '../../sources/world.ts';

async function standing(world: SmallWorld): Promise<KeyStanding> {
  const { dkim, wildcards } = (await factsOf(world, 'dkim', 'wildcards')).facts;
  if (dkim.state === 'unknown') return dkim;
  if (wildcards.state === 'unknown') return wildcards;
  return standingOfKeys(dkim, wildcards);
}

const WITHDRAWN = '"v=DKIM1; p="';

test('a key nobody named may stand where something stands below _domainkey', async () => {
  expect(await standing({ zone: `unknown._domainkey TXT ${GOOD_KEY}` })).toEqual({ state: 'present' });
  expect(await standing({ zone: '@ MX 10 mail' })).toEqual({ state: 'none' });
});

test('a wildcard that withdraws all keys leaves those that are known', async () => {
  const wildcard = `*._domainkey TXT ${WITHDRAWN}`;
  expect(await standing({ zone: wildcard })).toMatchObject({ state: 'withdrawn', extent: 'everywhere' });
  const zone = `${wildcard}\ns1._domainkey TXT ${GOOD_KEY}`;
  expect(await standing({ zone, selectors: ['s1'] })).toEqual({ state: 'present' });
});

test('a known key that is withdrawn says nothing of others that are known', async () => {
  const zone = `s1._domainkey TXT ${WITHDRAWN}`;
  expect(await standing({ zone, selectors: ['s1'] })).toMatchObject({ state: 'withdrawn', extent: 'known' });
  const both = `${zone}\ns2._domainkey TXT ${GOOD_KEY}`;
  expect(await standing({ zone: both, selectors: ['s1', 's2'] })).toEqual({ state: 'present' });
});

test('while a selector cannot be asked, nobody knows that all are withdrawn', async () => {
  const zone = `s1._domainkey TXT ${WITHDRAWN}`;
  const servfail = ['s2._domainkey.example.com'];
  expect(await standing({ zone, selectors: ['s1', 's2'], servfail })).toMatchObject({ state: 'unknown' });
});
