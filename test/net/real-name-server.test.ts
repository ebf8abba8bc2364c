import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveNet } from '../../src/net/live.ts';
import type { Net } from '../../src/net/net.ts';
import { onLoopback } from '../support/live-world.ts';
import { nameServers, startNameServer } from '../support/name-server.ts';
import type { NameServer } from '../support/name-server.ts';
import { ODD_ZONES, differences, oddWorld } from '../support/odd-zones.ts';

if (nameServers.length === 0) console.log('skipped: no knotd or nsd here to compare the live world with');
// A file without a test would fail.
test.skipIf(nameServers.length === 0)('there is a real name server to compare with', () => {
  expect(nameServers.map(({ kind }) => kind)).not.toEqual([]);
});

describe.each(nameServers)('as $kind serves it,', (server) => {
  let running: NameServer;
  let net: Net;
  beforeAll(async () => {
    running = await startNameServer(server, ODD_ZONES);
    net = liveNet({ servers: [onLoopback(running.port)], timeoutMs: 1000 });
  });
  afterAll(async () => {
    await net?.close();
    await running?.stop();
  });

  test.each<[string, string, 'TXT' | 'SPF' | 'MX' | 'SOA' | 'AAAA', object]>([
    ['type 99', 'example.test', 'SPF', { status: 'ok', records: [{ strings: ['v=spf1 -all'] }] }],
    ['an address', 'example.test', 'AAAA', { status: 'ok', records: [{ address: '2001:db8::1:0:0:1' }] }],
    ['a mailbox with a dot', 'example.test', 'SOA', { records: [{ rname: 'john\\.doe.example.test', minimum: 900 }] }],
    [
      'octets',
      'esc.example.test',
      'TXT',
      { records: [{ strings: ['quote " backslash \\ semicolon ; octets \u00c3\u00bc \u00ff \u0000 end'] }] },
    ],
    ['a chain', 'a.example.test', 'TXT', { status: 'ok', ttl: 60, via: ['b.example.test', 'c.example.test'] }],
    ['a chain into another zone', 'away.example.test', 'TXT', { status: 'ok', via: ['target.other.test'] }],
    [
      'a dangling CNAME',
      'dangling.example.test',
      'TXT',
      { status: 'nxdomain', ttl: 900, via: ['nowhere.example.test'] },
    ],
    ['one into another zone', 'lost.example.test', 'TXT', { status: 'nxdomain', ttl: 60, via: ['gone.other.test'] }],
    ['a wildcard', 'any.wild.example.test', 'TXT', { records: [{ name: 'any.wild.example.test' }] }],
    ['an empty non-terminal', 'empty.example.test', 'TXT', { status: 'nodata', ttl: 900 }],
    ['nothing', 'nothing.example.test', 'TXT', { status: 'nxdomain', ttl: 900 }],
    [
      'labels with blanks and macros',
      'odd blank.%{d}._spf.example.test',
      'TXT',
      { records: [{ strings: ['odd labels'] }] },
    ],
    ['a CNAME to a name of octets', 'toodd.example.test', 'TXT', { status: 'ok', via: ['oct\u00fc.example.test'] }],
    ['a loop', 'loop1.example.test', 'TXT', { status: 'failed', failure: 'malformed' }],
    ['a delegation', 'under.sec.example.test', 'TXT', { status: 'failed', failure: 'lame' }],
    ['a zone of somebody else', 'example.net', 'TXT', { status: 'failed', failure: 'refused' }],
  ])('%s is read rightly', async (_, name, type, answer) => {
    expect(await net.resolve(name, type)).toMatchObject(answer);
  });

  test.each([
    ['big', 10],
    ['huge', 200],
  ])('the TXT records of "%s", too large for UDP, come over TCP', async (name, count) => {
    expect(await net.resolve(`${name}.example.test`, 'TXT')).toHaveProperty('records.length', count);
  });

  test('every question has the same answer as from the zone file itself', async () => {
    const different = await differences(net, oddWorld());
    // The DS record of a zone lies in its parent (RFC 4035 §3.1.4.1): a server of the zone does not know that
    expect(different.filter(({ name, type }) => type !== 'DS' || !(name in ODD_ZONES))).toEqual([]);
  });
});
