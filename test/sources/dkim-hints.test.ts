import { describe, expect, test } from 'vitest';
import type { Expectations } from '../../src/core/expectations.ts';
import { cachedNet } from '../../src/net/cached.ts';
import { knownProviders } from '../../src/providers/known.ts';
import type { Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import { factsOf, hintsOf, smallNet, type SmallWorld } from './world.ts';

async function gathered<Id extends keyof Facts>(
  world: SmallWorld,
  expectations: Expectations,
  id: Id,
): Promise<Facts[Id]> {
  const hints = { ...hintsOf(world), expectations };
  const about = { domain: 'example.com', catalogue: knownProviders(), now: new Date('2026-11-01') };
  const facts = await gather({ ...about, net: cachedNet(smallNet(world)), hints }, [id]);
  return (facts as { readonly [Key in Id]: Facts[Key] })[id];
}

describe('selectors somebody expects', () => {
  test('are asked for, and are in use', async () => {
    const dkim = await gathered({ zone: 's1._domainkey TXT "v=DKIM1; p="' }, { selectors: ['S1', 's2'] }, 'dkim');
    expect(dkim).toMatchObject({
      value: {
        selectors: [
          { selector: 's1', expected: true, state: 'published' },
          { selector: 's2', expected: true, state: 'absent' },
        ],
      },
    });
  });

  test('that could not be looked up stay unknown', async () => {
    const world = {
      zone: '@ MX 0 .',
      servfail: ['s1._domainkey.example.com', 'sendaudit-wildcard-probe._domainkey.example.com'],
    };
    const dkim = await gathered(world, { selectors: ['s1'] }, 'dkim');
    expect(dkim).toMatchObject({ value: { selectors: [{ selector: 's1', state: 'unknown' }] } });
  });

  test('of a service that is expected to send are tried, though no record names it', async () => {
    const dkim = await gathered({ zone: 'brevo1._domainkey TXT "v=DKIM1; p="' }, { senders: ['brevo'] }, 'dkim');
    expect(dkim).toMatchObject({
      value: { selectors: [{ selector: 'brevo1', expected: false, services: [{ id: 'brevo' }] }] },
    });
  });
});

describe('a CNAME that leads nowhere', () => {
  const alias = 's1._domainkey CNAME s1.dkim.example.net.';
  const lapsed = async (zone: string, ...servfail: string[]): Promise<unknown> => {
    const { facts } = await factsOf({ zone, selectors: ['s1'], servfail }, 'dkim');
    return facts.dkim.state === 'found' ? facts.dkim.value.selectors[0]?.lapsed : undefined;
  };

  test('leads into a domain anybody can register, where that does not exist and its suffix does', async () => {
    expect(await lapsed(`${alias}\nnet. NS a.nic.net.`)).toEqual({ state: 'found', value: 'example.net' });
  });
  test('does not where the domain exists', async () => {
    expect(await lapsed(`${alias}\nnet. NS a.nic.net.\nexample.net. NS a.nic.net.`)).toEqual({ state: 'absent' });
  });
  test('does not where nothing can be registered below the suffix', async () => {
    expect(await lapsed(alias)).toEqual({ state: 'absent' });
  });
  test('may, where the domain could not be looked up', async () => {
    expect(await lapsed(`${alias}\nnet. NS a.nic.net.`, 'example.net')).toMatchObject({ state: 'unknown' });
  });
  test('is worth its questions alone: a key that is there costs none', async () => {
    const zone = `${alias}\ns1.dkim.example.net. TXT "v=DKIM1; p="`;
    const { asked } = await factsOf({ zone, selectors: ['s1'] }, 'dkim');
    expect(asked.filter((question) => question.endsWith(' SOA'))).toEqual([]);
  });
});

test('a key is looked for below the domain twice only where somebody names its selector and it is absent', async () => {
  const world = {
    zone: 's1._domainkey.example.com TXT "v=DKIM1; p="\ns2._domainkey TXT "v=DKIM1; p="',
    selectors: ['s1', 's2'],
  };
  const { facts, asked } = await factsOf(world, 'dkim');
  expect(facts.dkim).toMatchObject({
    value: { selectors: [{ selector: 's1', doubled: 's1._domainkey.example.com.example.com' }, { selector: 's2' }] },
  });
  expect(asked.filter((question) => question.includes('example.com.example.com'))).toHaveLength(1);
});

test('ADSP is asked for only where keys are', async () => {
  const questions = async (zone: string): Promise<string[]> => {
    const { asked } = await factsOf({ zone }, 'adsp');
    return asked.filter((question) => question.startsWith('_adsp'));
  };
  expect(await questions('@ MX 0 .')).toEqual([]);
  expect(await questions('s1._domainkey TXT "v=DKIM1; p="')).toHaveLength(1);
});
