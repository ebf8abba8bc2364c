import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressVerdicts, type AddressVerdict } from '../../src/spf/address-verdicts.ts';
import { evaluateSpf } from '../../src/spf/evaluate.ts';
import { mailauthSpf } from '../support/mailauth.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';
import { anyZone, CLIENTS } from './random-zone.ts';

const verdicts = async (zone: SpfZone, addresses: readonly string[] = CLIENTS) =>
  addressVerdicts('example.com', spfWorld(zone), addresses);

const told = (result: string): string => (result === 'temperror' ? 'unknown' : result);

test('for every address it is what check_host() says, limits and errors included', async () => {
  await fc.assert(
    fc.asyncProperty(anyZone, async (zone) => {
      const many = await verdicts(zone);
      for (const ip of CLIENTS) {
        const { result } = await evaluateSpf(spfWorld(zone), {
          ip,
          sender: 'postmaster@example.com',
          helo: 'h.example',
        });
        expect({ ip, result: many.of(ip)?.result }).toEqual({ ip, result: told(result) });
      }
    }),
    { numRuns: Number(process.env['SPF_RUNS'] ?? 200) },
  );
});

test('mailauth says the same, where the two read the limits alike', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(anyZone, async (zone) => {
      const many = await verdicts(zone);
      for (const ip of CLIENTS) {
        const query = { ip, sender: 'postmaster@example.com', helo: 'h.example', receiver: 'mx.receiver.test' };
        // An MX host without address is a void lookup here and not there.
        const lenient = await evaluateSpf(spfWorld(zone), query, { countMxHostVoids: false });
        if (told(lenient.result) !== many.of(ip)?.result) continue;
        const { result } = await mailauthSpf(spfWorld(zone), query);
        expect({ ip, result: many.of(ip)?.result }).toEqual({ ip, result: told(result) });
        compared += 1;
      }
    }),
    { numRuns: Number(process.env['SPF_RUNS'] ?? 60) },
  );
  expect(compared).toBeGreaterThan(1000);
});

/** 65,536 addresses of one network, and what stands behind it. */
const BOTNET = Array.from({ length: 65_536 }, (_, n) => `203.0.${n >> 8}.${n & 255}`);

test('a record without the address in its questions asks no more for many addresses than for one', async () => {
  const zone: SpfZone = {
    'example.com': 'v=spf1 ip4:203.0.113.0/24 include:a.example -all',
    'a.example': 'v=spf1 ip4:203.0.7.0/28 a:gone.example ~all',
  };
  const [one, many] = [spfWorld(zone), spfWorld(zone)];
  await addressVerdicts('example.com', one, ['203.0.7.1']);
  const found = await addressVerdicts('example.com', many, BOTNET);
  expect(new Set(many.asked)).toEqual(new Set(one.asked));
  const passing = BOTNET.filter((ip) => found.of(ip)?.result === 'pass');
  expect(passing).toHaveLength(256 + 16);
});

describe('what depends on the message', () => {
  const SAYS: AddressVerdict = {
    result: 'unknown',
    reason: 'it depends on the local part or the HELO name, which reports do not tell',
  };
  test.each([
    ['the local part', 'v=spf1 ip4:192.0.2.1 exists:%{l}.users.example -all'],
    ['the whole sender, in parts', 'v=spf1 ip4:192.0.2.1 exists:%{s1r-+}.users.example -all'],
    ['the HELO name', 'v=spf1 ip4:192.0.2.1 include:%{i}._ip.%{h}._ehlo.%{d}._spf.vendor.example ~all'],
    ['the last label of the HELO name', 'v=spf1 ip4:192.0.2.1 exists:%{h1}.helo.example ~all'],
  ])('is not told by reports: %s', async (_, text) => {
    const found = await verdicts({ 'example.com': text }, ['192.0.2.1', '192.0.2.2']);
    // Before the question is come to, nothing hangs on it.
    expect(found.of('192.0.2.1')).toEqual({ result: 'pass' });
    expect(found.of('192.0.2.2')).toEqual(SAYS);
  });

  test('the explanation of a fail is no part of the verdict', async () => {
    const found = await verdicts({ 'example.com': 'v=spf1 -all exp=%{l}.why.example' }, ['192.0.2.1']);
    expect(found.of('192.0.2.1')).toEqual({ result: 'fail' });
  });
});

test('addresses that need questions of their own are looked at one by one, those with most mail first', async () => {
  const listed = BOTNET[4999] ?? '';
  const reversed = listed.split('.').toReversed().join('.');
  const found = await verdicts(
    { 'example.com': 'v=spf1 exists:%{ir}.list.example -all', [`${reversed}.list.example`]: { A: ['127.0.0.2'] } },
    BOTNET,
  );
  expect([found.of(listed)?.result, found.of(BOTNET[0] ?? '')?.result]).toEqual(['pass', 'fail']);
  expect(found.of(BOTNET[5000] ?? '')?.result).toBe('unknown');
  expect(found.unasked).toBe(BOTNET.length - 5000);
});

test('a name server that does not answer is not a fail', async () => {
  const found = await verdicts({ 'example.com': 'v=spf1 include:a.example -all', 'a.example': { fails: 'all' } }, [
    '192.0.2.1',
  ]);
  expect(found.of('192.0.2.1')).toEqual({ result: 'unknown', reason: 'SERVFAIL for a.example TXT' });
  expect(found.of('no address')).toBeUndefined();
});
