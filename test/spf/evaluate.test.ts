import { describe, expect, test } from 'vitest';
import type { Dns } from '../../src/net/net.ts';
import { evaluateSpf, type SpfQuery } from '../../src/spf/evaluate.ts';
import { pathText } from '../../src/spf/path.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';

const HOST = '192.0.2.10';
async function check(zone: SpfZone, query: Partial<SpfQuery> = {}, limits = {}) {
  return evaluateSpf(
    spfWorld(zone),
    { ip: HOST, sender: 'ann@example.com', helo: 'mail.example.com', ...query },
    limits,
  );
}
const resultOf = async (record: string, rest: SpfZone = {}, query: Partial<SpfQuery> = {}) =>
  (await check({ 'example.com': record, ...rest }, query)).result;

describe('the verdict', () => {
  test.each([
    ['v=spf1 ip4:192.0.2.0/24 -all', 'pass'],
    ['v=spf1 -ip4:192.0.2.0/24 +all', 'fail'],
    ['v=spf1 ~all', 'softfail'],
    ['v=spf1 ?all', 'neutral'],
    ['v=spf1', 'neutral'],
    ['v=spf1 ip6:::/0', 'neutral'],
    ['v=spf1 a -all', 'pass'],
    ['v=spf1 a:other.example/24 -all', 'pass'],
    ['v=spf1 mx -all', 'pass'],
    ['v=spf1 exists:%{ir}.list.example -all', 'pass'],
    ['v=spf1 ptr -all', 'pass'],
    ['v=spf1 ptr:fake.example -all', 'pass'],
    ['v=spf1 ptr:ple.com -all', 'fail'],
  ])('%s: %s', async (record, result) => {
    const rest: SpfZone = {
      'example.com': { TXT: [record], A: [HOST], MX: ['mx.example.com'] },
      'other.example': { A: ['192.0.2.200'] },
      'mx.example.com': { A: [HOST] },
      '10.2.0.192.list.example': { A: ['127.0.0.2'] },
      '10.2.0.192.in-addr.arpa': { PTR: ['fake.example', 'sub.example.com'] },
      'sub.example.com': { A: [HOST] },
      'fake.example': { A: [result === 'fail' ? '203.0.113.1' : HOST] },
    };
    expect((await check(rest)).result).toBe(result);
  });

  test('the path leads down to the term that decided', async () => {
    const result = await check({
      'example.com': 'v=spf1 include:a.example redirect=b.example',
      'a.example': 'v=spf1 -all',
      'b.example': 'v=spf1 include:c.example -all',
      'c.example': 'v=spf1 ip4:192.0.2.0/24',
    });
    expect(result).toMatchObject({ result: 'pass', lookups: 3, voids: 0 });
    expect(pathText('example.com', result.path)).toBe(
      'example.com → redirect=b.example → include:c.example → ip4:192.0.2.0/24',
    );
    expect(result.path.at(-1)).toMatchObject({
      domain: 'c.example',
      span: { source: 'c.example TXT', text: 'v=spf1 ip4:192.0.2.0/24', start: 7, end: 23 },
    });
  });

  test('no record is none, and several are a permerror', async () => {
    expect(await check({ 'example.com': 'hello' })).toMatchObject({
      result: 'none',
      reason: 'example.com has no SPF record',
    });
    // The question for the domain’s own record is no term, and void by none.
    expect(await check({})).toMatchObject({ result: 'none', lookups: 0, voids: 0 });
    expect(await check({ 'example.com': { TXT: ['v=spf1', 'v=spf1 -all'] } })).toMatchObject({
      result: 'permerror',
      reason: 'example.com has 2 SPF records',
    });
  });

  test('strings are joined without a blank', async () => {
    expect((await check({ 'example.com': { TXT: [['v=spf1 ip4:192.0', '.2.10 -all']] } })).result).toBe('pass');
  });

  test.each(['localhost', 'a..example', '[192.0.2.1]', '192.0.2.1', `${'a'.repeat(64)}.example`])(
    'a sender at %s is none',
    async (domain) => {
      expect(await check({}, { sender: `ann@${domain}` })).toMatchObject({
        result: 'none',
        reason: `${domain} is not a domain name with several labels`,
      });
    },
  );

  test('a null sender is postmaster at the HELO name', async () => {
    const zone = { 'mail.example.com': 'v=spf1 exists:%{l}.%{o} -all', 'postmaster.mail.example.com': { A: [HOST] } };
    expect((await check(zone, { sender: '' })).result).toBe('pass');
  });

  test('an IPv4-mapped client is an IPv4 client', async () => {
    expect(await resultOf('v=spf1 ip4:192.0.2.10 -all', {}, { ip: '::ffff:192.0.2.10' })).toBe('pass');
    expect(await resultOf('v=spf1 ip6:::ffff:192.0.2.10 -all', {}, { ip: '::ffff:192.0.2.10' })).toBe('fail');
  });

  test('a U-label in the sender is asked for as an A-label (RFC 8616)', async () => {
    const zone = { 'xn--bcher-kva.example': 'v=spf1 +all' };
    expect(await check(zone, { sender: 'ann@b\u00FCcher.example' })).toMatchObject({
      result: 'pass',
      domain: 'xn--bcher-kva.example',
    });
  });

  test('a local-part beyond ASCII makes terms with %{l} match nothing (RFC 8616)', async () => {
    const zone = { 'example.com': 'v=spf1 exists:%{l}.example.com include:%{l}.example.com -all' };
    expect(await check(zone, { sender: 'j\u00F6rg@example.com' })).toMatchObject({
      result: 'fail',
      lookups: 2,
      voids: 0,
    });
  });
});

describe('errors', () => {
  test('a syntax error anywhere is a permerror, even behind a match', async () => {
    const result = await check({ 'example.com': 'v=spf1 ip4:192.0.2.10 ip4:192.0.2.0/33' });
    expect(result).toMatchObject({
      result: 'permerror',
      reason:
        'The SPF record of example.com has a syntax error: "33" is no IPv4 prefix length: it must be a number from 0 to 32',
    });
    expect(result.path.map(({ term }) => term.text)).toEqual(['ip4:192.0.2.0/33']);
  });

  test('an include without a record is a permerror that names it', async () => {
    const result = await check({ 'example.com': 'v=spf1 include:gone.example -all' });
    expect(result).toMatchObject({ result: 'permerror', reason: 'gone.example has no SPF record', voids: 1 });
    expect(result.path.map(({ term }) => term.text)).toEqual(['include:gone.example']);
  });

  test('a redirect without a record is a permerror', async () => {
    expect(await resultOf('v=spf1 redirect=gone.example')).toBe('permerror');
  });

  test('an include that comes to no name is a permerror, any other term is no match', async () => {
    expect(await resultOf('v=spf1 include:a..example -all')).toBe('permerror');
    expect(await resultOf('v=spf1 a:a..example exists:a..example -all')).toBe('fail');
  });

  test.each(['a', 'mx', 'exists:x.example', 'include:x.example', 'redirect=x.example'])(
    'a question of %s that nobody answers is a temperror',
    async (term) => {
      const zone: SpfZone = {
        'example.com': { TXT: [`v=spf1 ${term}`], fails: ['A', 'MX'] },
        'x.example': { fails: 'all' },
      };
      expect(await check(zone)).toMatchObject({ result: 'temperror', reason: expect.stringContaining('SERVFAIL') });
    },
  );

  test('a failing PTR question is no match, and a failing host of a PTR is skipped', async () => {
    const zone: SpfZone = { 'example.com': 'v=spf1 ptr -all', '10.2.0.192.in-addr.arpa': { fails: 'all' } };
    expect((await check(zone)).result).toBe('fail');
    const skipped: SpfZone = {
      ...zone,
      '10.2.0.192.in-addr.arpa': { PTR: ['x.example', 'example.com'] },
      'x.example': { fails: 'all' },
      'example.com': { TXT: ['v=spf1 ptr -all'], A: [HOST] },
    };
    expect((await check(skipped)).result).toBe('pass');
  });
});

describe('limits (§4.6.4)', () => {
  const lists = (count: number) => Array.from({ length: count }, (_, index) => `a:h${index}.example`).join(' ');
  const hosts = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`h${index}.example`, { A: ['203.0.113.1'] }]),
  );

  test('ten terms may ask the DNS, the eleventh is a permerror', async () => {
    expect(await check({ ...hosts, 'example.com': `v=spf1 ${lists(10)} -all` })).toMatchObject({
      result: 'fail',
      lookups: 10,
    });
    const over = await check({ ...hosts, 'example.com': `v=spf1 ${lists(11)} -all` });
    expect(over).toMatchObject({ result: 'permerror', reason: 'More than 10 terms need DNS lookups' });
    expect(over.path.map(({ term }) => term.text)).toEqual(['a:h10.example']);
  });

  test('a loop ends at the limit', async () => {
    const result = await check({
      'example.com': 'v=spf1 include:a.example -all',
      'a.example': 'v=spf1 include:example.com -all',
    });
    expect(result).toMatchObject({ result: 'permerror', reason: 'More than 10 terms need DNS lookups' });
  });

  test('two lookups may find nothing, the third is a permerror', async () => {
    const at = await check({ 'example.com': 'v=spf1 a:x.example mx:y.example -all' });
    expect(at).toMatchObject({ result: 'fail', voids: 2 });
    const over = await check({ 'example.com': 'v=spf1 a:x.example mx:y.example exists:z.example -all' });
    expect(over).toMatchObject({
      result: 'permerror',
      reason: 'More than 2 DNS lookups found nothing, the last of them z.example A',
    });
  });

  test('a host without IPv6 address is void for IPv6 clients only', async () => {
    const zone = { ...hosts, 'example.com': `v=spf1 ${lists(3)} -all` };
    expect(await check(zone)).toMatchObject({ result: 'fail', voids: 0 });
    expect((await check(zone, { ip: '2001:db8::1' })).result).toBe('permerror');
  });

  test('MX hosts cost no lookups; those without address count as void unless one asks otherwise', async () => {
    const zone: SpfZone = {
      'example.com': { TXT: ['v=spf1 mx -all'], MX: ['m1.example', 'm2.example', 'm3.example'] },
    };
    expect((await check(zone)).result).toBe('permerror');
    expect(await check(zone, {}, { countMxHostVoids: false })).toMatchObject({ result: 'fail', lookups: 1, voids: 0 });
  });

  test('an eleventh MX host is a permerror, unless one before it matches', async () => {
    const MX = Array.from({ length: 11 }, (_, index) => `h${index}.example`);
    const zone: SpfZone = { ...hosts, 'example.com': { TXT: ['v=spf1 mx -all'], MX } };
    expect(await check(zone)).toMatchObject({ result: 'permerror', reason: 'example.com has more than 10 MX hosts' });
    expect((await check({ ...zone, 'h3.example': { A: [HOST] } })).result).toBe('pass');
  });

  test('of eleven MX hosts the last to be asked is the least preferred, in whatever order they are told', async () => {
    const MX = Array.from({ length: 11 }, (_, index) => `${100 - index} h${index}.example`);
    const zone: SpfZone = { ...hosts, 'example.com': { TXT: ['v=spf1 mx -all'], MX } };
    expect((await check({ ...zone, 'h10.example': { A: [HOST] } })).result).toBe('pass');
    expect((await check({ ...zone, 'h0.example': { A: [HOST] } })).result).toBe('permerror');
  });

  test('a null MX names no host', async () => {
    expect(await check({ 'example.com': { TXT: ['v=spf1 mx -all'], MX: [''] } })).toMatchObject({
      result: 'fail',
      voids: 0,
    });
  });

  test('names behind the tenth PTR are ignored', async () => {
    const PTR = [...Array.from({ length: 10 }, (_, index) => `h${index}.example`), 'example.com'];
    const zone: SpfZone = {
      ...hosts,
      'example.com': { TXT: ['v=spf1 ptr -all'], A: [HOST] },
      '10.2.0.192.in-addr.arpa': { PTR },
    };
    expect((await check(zone)).result).toBe('fail');
  });

  test('%{p} counts as a lookup of its own', async () => {
    const zone = { 'example.com': 'v=spf1 exists:%{p}.example -all', 'unknown.example': { A: [HOST] } };
    expect(await check(zone)).toMatchObject({ result: 'pass', lookups: 2, voids: 1 });
  });
});

describe('macros', () => {
  // RFC 7208 §7.4
  test.each([
    ['%{s}', 'strong-bad@email.example.com'],
    ['%{o}', 'email.example.com'],
    ['%{d}', 'email.example.com'],
    ['%{d4}', 'email.example.com'],
    ['%{d2}', 'example.com'],
    ['%{d1}', 'com'],
    ['%{dr}', 'com.example.email'],
    ['%{d2r}', 'example.email'],
    ['%{l}', 'strong-bad'],
    ['%{l-}', 'strong.bad'],
    ['%{lr}', 'strong-bad'],
    ['%{lr-}', 'bad.strong'],
    ['%{l1r-}', 'strong'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{p}', 'mx.example.org'],
    ['%{h}', 'mail.example.com'],
    ['%{S}', 'strong-bad%40email.example.com'],
    ['%%%_%-', '% %20'],
    ['%{c} %{r} %{t}', '192.0.2.3 receiver.example 86400'],
  ])('%s comes to %s', async (macro, value) => {
    const zone: SpfZone = {
      'email.example.com': 'v=spf1 -all exp=why.example',
      'why.example': macro,
      '3.2.0.192.in-addr.arpa': { PTR: ['mx.example.org'] },
      'mx.example.org': { A: ['192.0.2.3'] },
    };
    const query = {
      ip: '192.0.2.3',
      sender: 'strong-bad@email.example.com',
      receiver: 'receiver.example',
      time: 86400.5,
    };
    expect((await check(zone, query)).explanation).toBe(value);
  });

  test.each([
    ['the domain itself, wherever it stands', ['x.example', 'sub.example.com', 'example.com'], 'example.com'],
    ['else a name below it', ['x.example', 'sub.example.com'], 'sub.example.com'],
    ['else the first', ['x.example', 'sub.example.org'], 'x.example'],
    ['else unknown', ['elsewhere.example'], 'unknown'],
  ])('of the client’s names %%{p} is %s', async (_, PTR, value) => {
    const there = ['x.example', 'sub.example.com', 'sub.example.org'].map((name) => [name, { A: [HOST] }] as const);
    const zone: SpfZone = {
      ...Object.fromEntries(there),
      'example.com': { TXT: ['v=spf1 -all exp=why.example'], A: [HOST] },
      'why.example': '%{p}',
      '10.2.0.192.in-addr.arpa': { PTR },
    };
    expect((await check(zone)).explanation).toBe(value);
  });

  test('an IPv6 address is dotted nibbles', async () => {
    const world = spfWorld({ 'example.com': 'v=spf1 exists:%{ir}.%{v}.example -all' });
    await evaluateSpf(world, { ip: '2001:db8::cb01', sender: 'ann@example.com' });
    expect(world.asked[1]).toBe('1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.example A');
  });

  test('a name over 253 octets loses labels on the left', async () => {
    const long = Array.from({ length: 5 }, (_, index) => String(index).repeat(60)).join('.');
    const world = spfWorld({ 'example.com': 'v=spf1 exists:%{l}.example.com -all' });
    await evaluateSpf(world, { ip: HOST, sender: `${long}@example.com` });
    expect(world.asked[1]).toBe(`${long.slice(122)}.example.com A`);
  });

  test('a name of 253 octets, or a label of 63, is asked for as it is', async () => {
    const local = [60, 60, 60, 58].map((length, index) => String(index).repeat(length)).join('.');
    for (const [name, asked] of [
      [local, `${local}.example.com A`],
      [`${local}3`, `${local}3.example.com A`.slice(61)],
      ['a'.repeat(63), `${'a'.repeat(63)}.example.com A`],
      ['a'.repeat(64), undefined],
    ] as const) {
      const world = spfWorld({ 'example.com': 'v=spf1 exists:%{l}.example.com -all' });
      await evaluateSpf(world, { ip: HOST, sender: `${name}@example.com` });
      expect(world.asked[1]).toBe(asked);
    }
  });

  test('%{d} is the included domain, %{o} stays the sender\u2019s', async () => {
    const world = spfWorld({ 'example.com': 'v=spf1 include:a.example', 'a.example': 'v=spf1 exists:%{d}.%{o} -all' });
    await evaluateSpf(world, { ip: HOST, sender: 'ann@example.com' });
    expect(world.asked.at(-1)).toBe('a.example.example.com A');
  });
});

describe('explanations (§6.2)', () => {
  const explanation = async (zone: SpfZone) =>
    (await check({ 'why.example': 'Because', 'other.example': 'Other', ...zone })).explanation;

  test('belong to the record whose mechanism failed', async () => {
    expect(await explanation({ 'example.com': 'v=spf1 exp=why.example -all' })).toBe('Because');
    expect(
      await explanation({
        'example.com': 'v=spf1 exp=why.example redirect=r.example',
        'r.example': 'v=spf1 -all exp=other.example',
      }),
    ).toBe('Other');
    expect(
      await explanation({ 'example.com': 'v=spf1 exp=why.example redirect=r.example', 'r.example': 'v=spf1 -all' }),
    ).toBeUndefined();
    expect(
      await explanation({
        'example.com': 'v=spf1 -include:i.example exp=why.example',
        'i.example': 'v=spf1 +all exp=other.example',
      }),
    ).toBe('Because');
  });

  test('are not even asked for where nobody uses them: of an included record, or without a reader', async () => {
    const included = spfWorld({
      'example.com': 'v=spf1 include:i.example include:r.example ~all',
      'i.example': 'v=spf1 -all exp=why.example',
      'r.example': 'v=spf1 redirect=i.example',
      'why.example': 'Because',
    });
    await evaluateSpf(included, { ip: HOST, sender: 'ann@example.com' });
    const own = spfWorld({ 'example.com': 'v=spf1 -all exp=why.example', 'why.example': 'Because' });
    await evaluateSpf(own, { ip: HOST, sender: 'ann@example.com', explains: false });
    expect([...included.asked, ...own.asked]).not.toContain('why.example TXT');
  });

  test.each([
    ['missing', {}],
    ['two texts', { 'x.example': { TXT: ['one', 'two'] } }],
    ['beyond ASCII', { 'x.example': 'caf\u00C3\u00A9' }],
    ['a bad macro', { 'x.example': '100%' }],
    ['failing', { 'x.example': { fails: 'all' as const } }],
  ])('none where it is %s', async (_, zone) => {
    expect(await check({ 'example.com': 'v=spf1 -all exp=x.example', ...zone })).toMatchObject({
      result: 'fail',
      voids: 0,
    });
    expect(await explanation({ 'example.com': 'v=spf1 -all exp=x.example', ...zone })).toBeUndefined();
  });
});

test('a name that cannot stand in a question is no match: to ask again would not help', async () => {
  const world = spfWorld({ 'example.com': { TXT: ['v=spf1 mx ~all'], MX: ['odd name.example'] } });
  const refusing: Dns = {
    ...world,
    resolve: async (name, type) =>
      name.includes(' ') ? { status: 'failed', failure: 'name', reason: 'no name' } : world.resolve(name, type),
  };
  expect(await evaluateSpf(refusing, { ip: HOST, sender: 'ann@example.com' })).toMatchObject({
    result: 'softfail',
    voids: 0,
  });
});

test('what is no address is none, without a question', async () => {
  const world = spfWorld({});
  expect((await evaluateSpf(world, { ip: 'unknown', sender: 'ann@example.com' })).result).toBe('none');
  expect(world.asked).toEqual([]);
});
