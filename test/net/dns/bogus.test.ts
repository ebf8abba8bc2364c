import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../../support/dns-server.ts';
import { u16 } from '../../support/dns-wire.ts';
import { cname, liveWorld, soa, txt } from '../../support/live-world.ts';

const CD = 0x0010;
const SERVFAIL = 2;

/** An OPT record's TTL and data with these Extended DNS Errors (RFC 8914 §2). */
const errors = (...codes: number[]): Buffer =>
  Buffer.concat([u16(0, 0, codes.length * 6), ...codes.map((code) => u16(15, 2, code))]);

/** A validating resolver that does not believe what it has (RFC 4035 §5.5), and does not say so. */
const doubting: Behaviour = ({ name, flags }) =>
  (flags & CD) === 0 ? { rcode: SERVFAIL } : { records: [txt(name, 'v=spf1 -all')] };

describe('signatures that do not hold', () => {
  test.each([
    [6, 'DNSSEC Bogus'],
    [7, 'Signature Expired'],
    [8, 'Signature Not Yet Valid'],
    [9, 'DNSKEY Missing'],
    [10, 'RRSIGs Missing'],
    [11, 'No Zone Key Bit Set'],
    [12, 'NSEC Missing'],
    [25, 'Signature Expired before Valid'],
  ])('are told by the Extended DNS Error %i, with no question more', async (code, words) => {
    const { net, server } = await liveWorld([() => ({ rcode: SERVFAIL, opt: errors(code) })]);
    const reason = `SERVFAIL (${words}) from 127.0.0.1:${server.port} for example.com TXT: the DNSSEC signatures do not hold`;
    expect(await net.resolve('example.com', 'TXT')).toEqual({ status: 'failed', failure: 'bogus', reason });
    expect(server.asked).toHaveLength(1);
  });

  test('are told by any of several errors', async () => {
    const { net } = await liveWorld([() => ({ rcode: SERVFAIL, opt: errors(13, 7) })]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ failure: 'bogus' });
  });

  test('are found out by asking once more, without checking', async () => {
    const { net, server } = await liveWorld([doubting]);
    const { port } = server;
    const remark = 'which it answers when asked not to check DNSSEC signatures: they do not hold';
    const reason = `SERVFAIL from 127.0.0.1:${port} for example.com TXT, ${remark}`;
    expect(await net.resolve('example.com', 'TXT')).toEqual({ status: 'failed', failure: 'bogus', reason });
    expect(server.asked.map(({ flags }) => flags)).toEqual([0x0120, 0x0120, 0x0120, 0x0130, 0x0120]);
  });

  test('are not to blame for a failure that has passed by then', async () => {
    let asked = 0;
    const { net } = await liveWorld([
      (question) => (++asked <= 3 ? { rcode: SERVFAIL } : { records: [txt(question.name, 'x')] }),
    ]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'ok' });
  });

  test.each<[string, Behaviour]>([
    ['an alias', ({ name }) => ({ records: [cname(name, 'elsewhere.test')] })],
    ['no data', () => ({ authority: [soa('example.com', 60, 60)] })],
    ['no such name', () => ({ rcode: 3, authority: [soa('com', 60, 60)] })],
  ])('are found out where %s is what is not believed', async (_, unchecked) => {
    const behaviour: Behaviour = (asked) => ((asked.flags & CD) === 0 ? { rcode: SERVFAIL } : unchecked(asked));
    const { net } = await liveWorld([behaviour], { tries: 1 });
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ failure: 'bogus' });
  });

  test('are found out at the end of a CNAME, too', async () => {
    const behaviour: Behaviour = (asked) =>
      asked.name === 'a.test' ? { records: [cname('a.test', 'b.example')] } : doubting(asked);
    const { net } = await liveWorld([behaviour], { tries: 1 });
    expect(await net.resolve('a.test', 'TXT')).toMatchObject({
      failure: 'bogus',
      reason: expect.stringContaining('for b.example TXT (reached from a.test by CNAME), which it answers'),
    });
  });

  test('are nobody else’s trouble: the next server may believe', async () => {
    const { net } = await liveWorld([
      () => ({ rcode: SERVFAIL, opt: errors(6) }),
      ({ name }) => ({ records: [txt(name, 'found')] }),
    ]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'ok' });
  });
});

describe('SERVFAIL is not laid to signatures', () => {
  test.each<[string, Behaviour]>([
    ['that fails without checking as well', () => ({ rcode: SERVFAIL })],
    ['that is silent then', ({ flags }) => ((flags & CD) === 0 ? { rcode: SERVFAIL } : 'drop')],
    ['where keys were missing because nobody could be reached', () => ({ rcode: SERVFAIL, opt: errors(9, 22) })],
    ['for another reason', () => ({ rcode: SERVFAIL, opt: errors(23) })],
  ])('of a server %s', async (_, behaviour) => {
    const { net, server } = await liveWorld([behaviour]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ failure: 'servfail' });
    expect(server.asked).toHaveLength(4);
  });

  test.each([5, 4])('nor is any other refusal (RCODE %i) asked about', async (rcode) => {
    const { net, server } = await liveWorld([() => ({ rcode })]);
    expect(await net.resolve('example.com', 'TXT')).not.toMatchObject({ failure: 'bogus' });
    expect(server.asked.every(({ flags }) => (flags & CD) === 0)).toBe(true);
  });

  test('and an error beside an answer takes nothing from it', async () => {
    const { net } = await liveWorld([({ name }) => ({ records: [txt(name, 'there')], opt: errors(6) })]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'ok' });
  });
});

test('an answer that was validated is authentic, and so are all links to it or none', async () => {
  const behaviour: Behaviour = ({ name }) =>
    name === 'a.test'
      ? { ad: true, records: [cname(name, 'b.test')] }
      : { ad: name === 'b.test', records: [txt(name, 'x')] };
  const { net } = await liveWorld([behaviour]);
  expect(await net.resolve('a.test', 'TXT')).toMatchObject({ authentic: true });
  expect(await net.resolve('c.test', 'TXT')).toMatchObject({ authentic: false });
});
