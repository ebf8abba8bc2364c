import { describe, expect, test } from 'vitest';
import { served } from '../../src/checks/mta-sts/example-policy.ts';
import type { Example } from '../../src/core/example.ts';
import type { Fact } from '../../src/core/facts.ts';
import { cachedNet } from '../../src/net/cached.ts';
import { knownProviders } from '../../src/providers/known.ts';
import type { Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import { exampleNet } from '../support/example-world.ts';
import { countedNet } from './world.ts';

type SmallWorld = Pick<Example, 'zone' | 'web' | 'servfail'>;

/** The facts about a small world, and everything that was asked of it, URLs as well. */
async function known(
  world: SmallWorld,
): Promise<Pick<Facts, 'mtaSts' | 'tlsRpt'> & { readonly asked: readonly string[] }> {
  const net = countedNet(exampleNet({ name: '', expect: [], ...world }));
  const urls: string[] = [];
  const counted = {
    ...net,
    fetchText: (url: string, limits: { readonly octets: number }) => {
      urls.push(`${url} ${limits.octets}`);
      return net.fetchText(url, limits);
    },
  };
  const hints = { selectors: [], guessSelectors: false };
  const now = new Date('2026-11-01');
  const facts = await gather(
    { domain: 'example.com', net: cachedNet(counted), hints, catalogue: knownProviders(), now },
    ['mtaSts', 'tlsRpt'],
  );
  const { mtaSts, tlsRpt } = facts as Pick<Facts, 'mtaSts' | 'tlsRpt'>;
  return { mtaSts, tlsRpt, asked: [...net.asked, ...urls] };
}

function valueOf<T>(fact: Fact<T>): T {
  if (fact.state !== 'found') throw new Error(`the fact is ${fact.state}`);
  return fact.value;
}

const RECORD = '_mta-sts TXT "v=STSv1; id=1"';
const URL = 'https://mta-sts.example.com/.well-known/mta-sts.txt';

describe('MTA-STS', () => {
  test('a domain without it costs one question, and no web server is asked', async () => {
    const { mtaSts, asked } = await known({ zone: '@ TXT "v=spf1 -all"' });
    expect(mtaSts.state).toBe('absent');
    expect(asked).toEqual(['_mta-sts.example.com TXT', '_smtp._tls.example.com TXT']);
  });

  test('a text that is none is not taken for a record, and starts no fetch', async () => {
    const { mtaSts, asked } = await known({ zone: '* TXT "v=spf1 -all"' });
    expect(mtaSts.state).toBe('absent');
    expect(asked).toHaveLength(2);
  });

  test('a record leads to the policy, of which no more is read than 64 KiB', async () => {
    const { mtaSts, asked } = await known({ zone: RECORD, web: served() });
    expect(asked).toContain(`${URL} 65536`);
    const { record, policy, inForce } = valueOf(mtaSts);
    expect(record?.parsed.value.id?.value).toBe('1');
    expect(policy).toMatchObject({ state: 'fetched', url: URL, contentType: 'text/plain' });
    expect(inForce).toMatchObject({ mode: 'enforce', maxAge: 604_800 });
    expect(inForce?.mx).toHaveLength(1);
  });

  test('a record behind a CNAME is found, and the way there is kept', async () => {
    const zone = '_mta-sts CNAME sts.provider.net.\nsts.provider.net. TXT "v=STSv1; id=1"';
    expect(valueOf((await known({ zone, web: served() })).mtaSts)).toMatchObject({
      name: '_mta-sts.example.com',
      via: ['sts.provider.net'],
      inForce: { mode: 'enforce' },
    });
  });

  test.each([
    ['a damaged one', '_mta-sts TXT "v=STSv1; id=2026-11-01"', 1, 0],
    ['one of another version', '_mta-sts TXT "v=STSv2; id=1"', 0, 1],
    ['two', `${RECORD}\n_mta-sts TXT "v=STSv1; id=2"`, 2, 0],
  ])('the policy is fetched for %s as well, and is not in force', async (_, zone, records, attempts) => {
    const value = valueOf((await known({ zone, web: served() })).mtaSts);
    expect([value.records.length, value.attempts.length]).toEqual([records, attempts]);
    expect(value.policy.state).toBe('fetched');
    expect(value.inForce).toBeUndefined();
  });

  test.each([
    [{ code: 404 }, { state: 'failed', fault: 'status', reason: 'HTTP status 404' }],
    [
      { code: 301, location: '/x' },
      { state: 'failed', fault: 'redirect', reason: 'HTTP status 301, a redirect to /x' },
    ],
    [{ code: 204 }, { state: 'failed', fault: 'status' }],
    [{ code: 429 }, { state: 'unknown', reason: `HTTP status 429 from ${URL}` }],
    [{ code: 503 }, { state: 'unknown' }],
    [{ failure: 'certificate' }, { state: 'failed', fault: 'certificate' }],
    [{ failure: 'tls' }, { state: 'failed', fault: 'tls' }],
    [{ failure: 'no-address' }, { state: 'failed', fault: 'no-address' }],
    [{ failure: 'too-large' }, { state: 'failed', fault: 'too-large' }],
    [{ failure: 'timeout' }, { state: 'unknown' }],
    [{ failure: 'network' }, { state: 'unknown' }],
  ] as const)('a policy host that answers %j says so', async (page, policy) => {
    expect(valueOf((await known({ zone: RECORD, web: served(page) })).mtaSts).policy).toMatchObject(policy);
  });

  test('a name server that fails leaves it unknown', async () => {
    const { mtaSts } = await known({ zone: RECORD, servfail: ['_mta-sts.example.com'] });
    expect(mtaSts).toMatchObject({ state: 'unknown' });
  });
});

describe('TLS-RPT', () => {
  const reports = (rua: string): string => `_smtp._tls TXT "v=TLSRPTv1; rua=${rua}"\n@ MX 10 mail\nmail A 192.0.2.1`;

  test('tells for every address whether reports arrive', async () => {
    const zone = reports(
      'mailto:a@example.com,mailto:b@gone.net,https://mail.example.com/,https://gone.org/,c@example.com',
    );
    const { destinations } = valueOf((await known({ zone })).tlsRpt);
    expect(destinations.map(({ domain, delivery }) => [domain, delivery.state])).toEqual([
      ['example.com', 'found'],
      ['gone.net', 'absent'],
      ['mail.example.com', 'found'],
      ['gone.org', 'absent'],
    ]);
  });

  test('a host given by its address is asked nothing', async () => {
    const { tlsRpt, asked } = await known({ zone: reports('https://[2001:db8::1]/,https://192.0.2.7/') });
    expect(valueOf(tlsRpt).destinations.map(({ delivery }) => delivery.state)).toEqual(['found', 'found']);
    expect(asked).toHaveLength(2);
  });

  test('a record of a thousand addresses does not cost a thousand questions', async () => {
    const rua = Array.from({ length: 1000 }, (_, index) => `mailto:t@d${index}.net`);
    const strings = rua
      .join(',')
      .match(/.{1,250}/g)
      ?.map((part) => `"${part}"`);
    const { asked } = await known({ zone: `_smtp._tls TXT "v=TLSRPTv1; rua=" ${strings?.join(' ')}` });
    expect(asked.length).toBeLessThan(100);
  });

  test('two records have no destinations, an attempt has neither', async () => {
    const two = valueOf(
      (await known({ zone: `${reports('mailto:a@example.com')}\n${reports('mailto:b@example.com')}` })).tlsRpt,
    );
    expect([two.records.length, two.record, two.destinations.length]).toEqual([2, undefined, 0]);
    const attempt = valueOf((await known({ zone: '_smtp._tls TXT "v=TLSRPT; rua=mailto:a@example.com"' })).tlsRpt);
    expect([attempt.records.length, attempt.attempts.length]).toEqual([0, 1]);
  });
});
