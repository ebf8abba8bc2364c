import { describe, expect, test } from 'vitest';
import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import type { Net, RecordType } from '../../src/net/net.ts';
import { overlayNet } from '../../src/net/overlay.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';

const LIVE = `$TTL 3600
@              SOA ns h 1 2 3 4 900
@          600 TXT "old"
@              MX 10 old
www            CNAME away.example.net.
live           A 192.0.2.1
sub            TXT "live below the delegation"
apex           A 192.0.2.7
*.w            TXT "old wildcard"
there.w        A 192.0.2.8
c              CNAME live
net.example.   SOA ns h 1 2 3 4 60
away.example.net.   TXT "live elsewhere"
back.example.net.   30 CNAME middle.example.net.
middle.example.net. 20 CNAME new.example.com.
new.example.com.    10 CNAME gone.example.org.
dead.example.net.   CNAME new.example.com.
`;
const live = zoneWorld(parseMasterFile(LIVE, { file: 'live', origin: 'example.com' }), {
  outside: 'nxdomain',
  servfail: ['broken.example.net'],
});

const planned = (text: string, below: Net = live) =>
  overlayNet(parseMasterFile(text, { file: 'plan', origin: 'example.com' }), below);
const asker =
  (net: Net) =>
  async (name: string, type: RecordType = 'TXT') => {
    const answer = await net.resolve(name, type);
    if (answer.status !== 'ok')
      return answer.status === 'failed' ? `${answer.failure}: ${answer.reason}` : answer.status;
    const data = answer.records.map((rr) =>
      'strings' in rr ? rr.strings.join('') : 'address' in rr ? rr.address : rr.type,
    );
    return [...answer.via, data.join(' ')].join(' → ');
  };

describe('a zone given whole', () => {
  const net = planned(`$TTL 3600
@        SOA ns h 1 2 3 4 300
@        TXT "new"
new  500 TXT "target"
out   50 CNAME away.example.net.
round    CNAME back.example.net.
none     CNAME nowhere.example.net.
sub      NS ns.example.net.
apex     ALIAS lb.example.net.
bad      MX ten mx
`);
  const ask = asker(net);
  test.each<[string, RecordType, string, string]>([
    ['example.com', 'TXT', 'new', 'the new record is there'],
    ['example.com', 'MX', 'nodata', 'what it does not list is gone'],
    ['live.example.com', 'A', 'nxdomain', 'so are names'],
    ['example.net', 'TXT', 'nodata', 'the rest of the world is asked below'],
    ['away.example.net', 'TXT', 'live elsewhere', 'the rest of the world is asked below'],
    ['sub.example.com', 'TXT', 'live below the delegation', 'delegated names are asked below'],
    ['apex.example.com', 'A', '192.0.2.7', 'what only a server knows is asked below'],
    ['out.example.com', 'TXT', 'away.example.net → live elsewhere', 'a CNAME out of the zone is followed below'],
    ['none.example.com', 'TXT', 'nxdomain', 'and may end nowhere'],
    [
      'back.example.net',
      'TXT',
      'middle.example.net → new.example.com → target',
      'a CNAME into the zone is answered by it',
    ],
    ['round.example.com', 'TXT', 'back.example.net → middle.example.net → new.example.com → target', 'both'],
    [
      'bad.example.com',
      'MX',
      'unrecorded: plan line 10 could not be read: bad.example.com MX',
      'what could not be read is not asked below',
    ],
  ])('%s %s: %s (%s)', async (name, type, answer) => expect(await ask(name, type)).toBe(answer));

  test('the TTL of a chain is that of the links that are followed, not of where they led before', async () => {
    expect(await net.resolve('back.example.net', 'TXT')).toMatchObject({ ttl: 20 });
    expect(await net.resolve('out.example.com', 'TXT')).toMatchObject({ ttl: 50 });
  });
  test('a negative answer through the zone keeps chain and TTL', async () =>
    expect(await net.resolve('dead.example.net', 'MX')).toMatchObject({
      status: 'nodata',
      via: ['new.example.com'],
      ttl: 300,
    }));
  test('a loop across both worlds is found', async () =>
    expect(await asker(planned('@ SOA ns h 1 2 3 4 5\nnew CNAME back.example.net.'))('new.example.com')).toMatch(
      /^malformed: the CNAME chain loops: new\.example\.com → back\.example\.net → middle\.example\.net → new\.example\.com/,
    ));
  test('failures below stay failures', async () => expect(await ask('broken.example.net')).toMatch(/^servfail: /));
});

test('a chain that is broken today is mended by the planned target', async () => {
  const below: Net = {
    ...live,
    resolve: (name, type) =>
      name === 'dead.example.net' && type !== 'CNAME'
        ? Promise.resolve({ status: 'failed', failure: 'servfail', reason: 'SERVFAIL' })
        : live.resolve(name, type),
  };
  expect(await asker(planned('@ SOA ns h 1 2 3 4 5\nnew TXT mended', below))('dead.example.net')).toBe(
    'new.example.com → mended',
  );
});

test('the authentic bit holds only where every part of the chain had it', async () => {
  const below: Net = {
    ...live,
    resolve: async (name, type) => {
      const answer = await live.resolve(name, type);
      return answer.status === 'failed' ? answer : { ...answer, authentic: true };
    },
  };
  const net = planned('@ SOA ns h 1 2 3 4 5\nout CNAME away.example.net.', below);
  expect(await net.resolve('away.example.net', 'TXT')).toMatchObject({ authentic: true });
  expect(await net.resolve('out.example.com', 'TXT')).toMatchObject({ authentic: false });
});

describe('records given without their zone', () => {
  const net = planned(`
@               TXT "new"
www             TXT "no alias any more"
www.c           TXT "below the alias"
c               CNAME live
sel._domainkey  TXT "key"
*.w             TXT "new wildcard"
*.v             TXT "first wildcard"
`);
  const ask = asker(net);
  test.each<[string, RecordType, string, string]>([
    ['example.com', 'TXT', 'new', 'an RRset is replaced'],
    ['example.com', 'MX', 'MX', 'the others at the name stay'],
    ['live.example.com', 'A', '192.0.2.1', 'other names stay'],
    ['nothing.example.com', 'A', 'nxdomain', 'what is nowhere is nowhere'],
    ['c.example.com', 'A', 'live.example.com → 192.0.2.1', 'a CNAME is followed below'],
    ['sel._domainkey.example.com', 'A', 'nodata', 'a name of theirs exists'],
    ['_domainkey.example.com', 'TXT', 'nodata', 'and so do the names above it'],
    ['x.w.example.com', 'TXT', 'new wildcard', 'a wildcard replaces the one there was'],
    ['there.w.example.com', 'TXT', 'nodata', 'and leaves names alone that exist'],
    ['x.v.example.com', 'TXT', 'first wildcard', 'a new wildcard covers what does not exist'],
    ['x.v.example.com', 'MX', 'nodata', 'for every type'],
  ])('%s %s: %s (%s)', async (name, type, answer) => expect(await ask(name, type)).toBe(answer));

  test('a CNAME replaces everything at its name', async () =>
    expect(await asker(planned('@ CNAME away.example.net.'))('example.com', 'MX')).toBe('nodata'));
});

test('names that cannot be asked for fail, and closing closes the world below', async () => {
  let closed = 0;
  const net = planned('@ TXT x', { ...live, close: async () => void (closed += 1) });
  expect(await net.resolve('a..b', 'TXT')).toMatchObject({ status: 'failed', failure: 'name' });
  await net.close();
  expect(closed).toBe(1);
});
