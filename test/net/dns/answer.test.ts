import { describe, expect, test } from 'vitest';
import type { Rr } from '../../../src/net/net.ts';
import { u16, wireName } from '../../support/dns-wire.ts';
import { cname, liveWorld, soa, txt } from '../../support/live-world.ts';

const chain = (length: number): Rr[] =>
  Array.from({ length }, (_, n) => cname(`c${n}.example`, `c${n + 1}.example`, 600 - n));

describe('a CNAME chain', () => {
  test('is followed through the answer, whatever the order of its records', async () => {
    const records = [txt('c3.example', 'end'), ...chain(3).toReversed()];
    const { net, server } = await liveWorld([() => ({ records })]);
    expect(await net.resolve('c0.example', 'TXT')).toEqual({
      status: 'ok',
      records: [{ name: 'c3.example', ttl: 300, type: 'TXT', strings: ['end'] }],
      ttl: 300,
      authentic: false,
      via: ['c1.example', 'c2.example', 'c3.example'],
    });
    expect(server.asked).toHaveLength(1);
  });

  test('that leaves the answer is asked for where it leads to', async () => {
    const { net, server } = await liveWorld([
      ({ name }) =>
        name === 'mail.example'
          ? { aa: true, records: [cname(name, 'Provider.Example.NET', 50)] }
          : { records: [txt(name, 'key')] },
    ]);
    expect(await net.resolve('mail.example', 'TXT')).toMatchObject({
      status: 'ok',
      records: [{ name: 'provider.example.net', strings: ['key'] }],
      ttl: 50,
      via: ['provider.example.net'],
    });
    expect(server.asked.map(({ name }) => name)).toEqual(['mail.example', 'provider.example.net']);
  });

  test('that leaves the zone is asked for although the SOA of the old zone is there', async () => {
    const { net } = await liveWorld([
      ({ name }) =>
        name === 'a.example'
          ? { aa: true, rcode: 3, records: [cname(name, 'b.test')], authority: [soa('example', 60, 60)] }
          : { records: [txt(name, 'there')] },
    ]);
    expect(await net.resolve('a.example', 'TXT')).toMatchObject({ status: 'ok', via: ['b.test'] });
  });

  test('to a name that does not exist is nxdomain, with the chain told', async () => {
    const { net } = await liveWorld([
      () => ({ rcode: 3, records: [cname('k1.example', 'gone.test', 30)], authority: [soa('test', 900, 600)] }),
    ]);
    expect(await net.resolve('k1.example', 'TXT')).toEqual({
      status: 'nxdomain',
      ttl: 30,
      authentic: false,
      via: ['gone.test'],
    });
  });

  test('to a name without the type is nodata, with the chain told', async () => {
    const { net } = await liveWorld([
      () => ({ records: [cname('k1.example', 'k2.example')], authority: [soa('example', 9, 60)] }),
    ]);
    expect(await net.resolve('k1.example', 'TXT')).toMatchObject({ status: 'nodata', ttl: 9, via: ['k2.example'] });
  });

  test('of sixteen links is followed', async () => {
    const { net } = await liveWorld([() => ({ records: [...chain(16), txt('c16.example', 'end')] })]);
    expect(await net.resolve('c0.example', 'TXT')).toHaveProperty('via.length', 16);
  });

  test.each([
    ['in one answer', 0],
    ['over many', 1],
  ])('of a hundred links %s is given up', async (_, perAnswer) => {
    const all = [...chain(100), txt('c100.example', 'end')];
    const { net, server } = await liveWorld(
      [({ name }) => ({ records: perAnswer === 0 ? all : all.filter((record) => record.name === name) })],
      { timeoutMs: 1000 },
    );
    expect(await net.resolve('c0.example', 'TXT')).toEqual({
      status: 'failed',
      failure: 'malformed',
      reason: expect.stringContaining('the CNAME chain from c0.example has more than 16 links'),
    });
    expect(server.asked.length).toBeLessThanOrEqual(17);
  });

  test.each([
    ['to itself', [cname('a.example', 'a.example')], 'a.example → a.example'],
    ['of two', [cname('a.example', 'b.example'), cname('b.example', 'A.example')], 'a.example → b.example → a.example'],
    [
      'further on',
      [cname('a.example', 'b.example'), cname('b.example', 'c.example'), cname('c.example', 'b.example')],
      'a.example → b.example → c.example → b.example',
    ],
  ])('%s loops, which is told by name and not asked again', async (_, records, loop) => {
    for (const whole of [true, false]) {
      const { net, server } = await liveWorld([
        ({ name }) => ({ records: whole ? records : records.filter((record) => record.name === name) }),
      ]);
      expect(await net.resolve('a.example', 'TXT')).toEqual({
        status: 'failed',
        failure: 'malformed',
        reason: `the CNAME chain loops: ${loop} (asked for TXT)`,
      });
      expect(server.asked.length).toBeLessThanOrEqual(whole ? 1 : records.length);
    }
  });

  test('is not followed when the CNAME itself is asked for', async () => {
    const { net } = await liveWorld([() => ({ records: chain(2) })]);
    expect(await net.resolve('c0.example', 'CNAME')).toMatchObject({
      status: 'ok',
      records: [{ target: 'c1.example' }],
      via: [],
    });
  });

  test('that cannot be found out names both ends', async () => {
    const { net, server } = await liveWorld([
      ({ name }) => (name === 'a.example' ? { records: [cname(name, 'b.test')] } : { rcode: 2 }),
    ]);
    const reason = `SERVFAIL from 127.0.0.1:${server.port} for b.test TXT (reached from a.example by CNAME)`;
    expect(await net.resolve('a.example', 'TXT')).toEqual({ status: 'failed', failure: 'servfail', reason });
  });

  test('may lead to a name of any octets', async () => {
    const target = 'm\u00fc\u0000\u00ff x.test';
    const { net, server } = await liveWorld([
      ({ name }) => (name === 'a.example' ? { records: [cname(name, target)] } : { records: [txt(name, 'odd')] }),
    ]);
    expect(await net.resolve('a.example', 'TXT')).toMatchObject({
      status: 'ok',
      records: [{ name: target }],
      via: [target],
    });
    expect(server.asked[1]?.name).toBe(target);
  });
});

describe('nothing there', () => {
  test.each([
    [0, 'nodata'],
    [3, 'nxdomain'],
  ])(
    'with RCODE %i is %s and keeps the negative TTL: the lesser of the SOA TTL and its minimum',
    async (rcode, status) => {
      const { net } = await liveWorld([
        ({ name }) => ({ rcode, authority: [soa('example', name.startsWith('a') ? 120 : 7200, 900)] }),
      ]);
      expect(await net.resolve('a.example', 'TXT')).toEqual({ status, ttl: 120, authentic: false, via: [] });
      expect(await net.resolve('b.example', 'TXT')).toEqual({ status, ttl: 900, authentic: false, via: [] });
    },
  );

  test('without an SOA has TTL 0', async () => {
    const { net } = await liveWorld([({ name }) => ({ rcode: name.startsWith('gone') ? 3 : 0 })]);
    expect(await net.resolve('gone.example', 'TXT')).toMatchObject({ status: 'nxdomain', ttl: 0 });
    expect(await net.resolve('there.example', 'TXT')).toMatchObject({ status: 'nodata', ttl: 0 });
  });

  test('from an authoritative server is nodata although it names its name servers', async () => {
    const { net } = await liveWorld([
      () => ({ aa: true, authority: [{ name: 'example', ttl: 60, type: 'NS', target: 'ns.example' }] }),
    ]);
    expect(await net.resolve('a.example', 'TXT')).toMatchObject({ status: 'nodata' });
  });

  test.each([0, 3])('is no word of a zone that the name is not in (RCODE %i)', async (rcode) => {
    const { net } = await liveWorld([() => ({ rcode, authority: [soa('other.example', 60, 60)] })]);
    const reason = expect.stringMatching(/^only the SOA of another zone from .* for another.example TXT$/);
    expect(await net.resolve('another.example', 'TXT')).toEqual({ status: 'failed', failure: 'lame', reason });
    expect(await net.resolve('a.other.example', 'TXT')).toMatchObject({ status: rcode === 0 ? 'nodata' : 'nxdomain' });
  });
});

describe('an answer', () => {
  test('is authentic where the AD bit is set on all of its way', async () => {
    const { net } = await liveWorld([
      ({ name }) => ({
        ad: name !== 'half.example' && name !== 'b.test',
        records: name.endsWith('.example') && name !== 'whole.example' ? [cname(name, 'b.test')] : [txt(name, 'x')],
      }),
    ]);
    expect(await net.resolve('whole.example', 'TXT')).toMatchObject({ authentic: true });
    expect(await net.resolve('half.example', 'TXT')).toMatchObject({ authentic: false });
    expect(await net.resolve('other.example', 'TXT')).toMatchObject({ authentic: false, via: ['b.test'] });
  });

  test('has the smallest TTL of its records, where one with the highest bit set is 0', async () => {
    const { net } = await liveWorld([
      ({ name }) => ({
        records: [90, 30, name.startsWith('odd') ? 0x8000_0001 : 60].map((ttl) => ({ ...txt(name, 'x'), ttl })),
      }),
    ]);
    expect(await net.resolve('even.example', 'TXT')).toMatchObject({ ttl: 30 });
    expect(await net.resolve('odd.example', 'TXT')).toMatchObject({ ttl: 0 });
  });

  test.each([
    ['a name that points to itself', 'c00c0010000100000000000400000000', 0],
    ['a name that points forward', 'c0ff0010000100000000000400000000', 0],
    ['a label of a kind that does not exist', '80', 0],
    ['a giant count', '', 65_535],
    ['data beyond the end', 'c00c00100001000000000040', 0],
    ['a character-string beyond its data', 'c00c00100001000000000002ff61', 0],
  ])('with %s is malformed, and asked for again', async (what, hex, counts) => {
    // The question name is at 12, so a pointer to itself has to name the place of the record: 12 + 13 + 4
    const bytes = Buffer.from(hex, 'hex');
    if (what.includes('itself')) u16(0xc000 | (12 + wireName('example.com').length + 4)).copy(bytes);
    const tail = { counts: [counts || 1, counts, counts], bytes } as const;
    const { net, server } = await liveWorld([() => ({ tail })]);
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'malformed',
      reason: `malformed answer from 127.0.0.1:${server.port} for example.com TXT`,
    });
    expect(server.asked).toHaveLength(3);
  });
});
