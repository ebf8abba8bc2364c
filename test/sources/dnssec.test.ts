import { expect, test } from 'vitest';
import { factIn } from './asked-world.ts';

const SIGNED = '@ NS ns\n@ DS 7 13 2 00ff';

test('an unsigned zone has no DS record', async () => {
  const { fact } = await factIn('dnssec', { zone: '@ NS ns' });
  expect(fact).toEqual({ state: 'found', value: { signers: [], state: 'unsigned' } });
});

test.each([
  ['unjudged', {}, undefined],
  ['unjudged', { authentic: ['example.com'] }, undefined],
  ['secure', { authentic: ['example.com'] }, true],
  ['insecure', {}, true],
] as const)('a signed zone is %s, given %j and trust in the resolver %s', async (state, answers, trustsResolver) => {
  const hints = trustsResolver === undefined ? {} : { trustsResolver };
  const { fact } = await factIn('dnssec', { zone: SIGNED, ...answers }, hints);
  expect(fact).toMatchObject({ state: 'found', value: { state, signers: [{ keyTag: 7, algorithm: 13 }] } });
});

test('a resolver that refuses the signatures makes it bogus, whoever it is', async () => {
  const { fact } = await factIn('dnssec', { zone: SIGNED, bogus: ['example.com'] });
  expect(fact).toMatchObject({
    state: 'found',
    value: { state: 'bogus', reason: expect.stringContaining('example.com') },
  });
});

test('a name inside a zone has no signers of its own', async () => {
  const { fact } = await factIn('dnssec', { zone: 'www A 192.0.2.1', domain: 'www.example.com' });
  expect(fact).toEqual({ state: 'absent' });
});

test('a failure is not the absence of signatures', async () => {
  const { fact } = await factIn('dnssec', { zone: SIGNED, servfail: ['example.com'] });
  expect(fact.state).toBe('unknown');
});

test('where the parent is out of sight, as in a zone file, nothing is said', async () => {
  const { fact } = await factIn('dnssec', {
    zone: SIGNED,
    net: {
      resolve: async (name, type) =>
        type === 'NS'
          ? {
              status: 'ok',
              records: [{ name, type, ttl: 1, target: 'ns' } as never],
              ttl: 1,
              authentic: false,
              via: [],
            }
          : { status: 'failed', failure: 'unrecorded', reason: 'outside' },
    },
  });
  expect(fact).toEqual({ state: 'absent' });
});

test('it costs one question that no other fact asks', async () => {
  const { asked } = await factIn('dnssec', { zone: SIGNED });
  expect(asked.toSorted()).toEqual(['DS', 'MX', 'NS', 'SOA', 'TXT'].map((type) => `example.com ${type}`));
});
