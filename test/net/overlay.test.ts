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

describe('what a plan adds to and takes away from what is there', () => {
  const below = zoneWorld(
    parseMasterFile(
      `$TTL 3600
@        SOA ns h 1 2 3 4 900
@        TXT "v=spf1 -all"
@        TXT "by hand"
@        MX 10 old
_dmarc   TXT "v=DMARC1; p=none"
www      CNAME live
alias    CNAME away.example.net.
live     A 192.0.2.1
old      A 192.0.2.2
lb       A 192.0.2.3
*        TXT "wildcard"
*.w      TXT "old wildcard"
both     TXT "goes"
both     A 192.0.2.9
net.example.       SOA ns h 1 2 3 4 60
away.example.net.  TXT "live elsewhere"
in.example.net.    CNAME _dmarc.example.com.
many.example.net.  CNAME new.example.com.
`,
      { file: 'live', origin: 'example.com' },
    ),
    { outside: 'nxdomain', servfail: ['broken.example.com'] },
  );
  const place = { file: 'plan', line: 1 };
  const text = (name: string, ...strings: string[]) => ({ name, ttl: 60, type: 'TXT', strings, place }) as const;
  const gone = (name: string, type: RecordType) => ({ name, type, place });
  const txt = (name: string) => ({ name, type: 'TXT' }) as const;
  const names = ['example.com', 'new.example.com', 'alias.example.com', 'lb.example.com', 'fresh.example.com'];
  const net = overlayNet(
    {
      records: [
        text('example.com', 'verification'),
        text('new.example.com', 'planned'),
        text('alias.example.com', 'no alias'),
        text('broken.example.com', 'planned'),
      ],
      names,
      apexes: [],
      piecemeal: true,
      opaque: [
        { kind: 'alias', name: 'lb.example.com', types: ['A', 'AAAA'], place },
        { kind: 'alias', name: 'fresh.example.com', types: ['A', 'AAAA'], place },
        { kind: 'alias', name: 'old.example.com', types: ['A'], place },
        {
          kind: 'unreadable',
          name: 'later.example.com',
          types: ['TXT'],
          place,
          why: '(x.y) is known only after apply',
        },
      ],
      partial: [txt('example.com'), txt('new.example.com'), txt('broken.example.com')],
      removed: [
        { ...txt('example.com'), data: { type: 'TXT', strings: ['v=spf1', ' -all'] }, place },
        gone('_dmarc.example.com', 'TXT'),
        gone('www.example.com', 'CNAME'),
        gone('alias.example.com', 'CNAME'),
        gone('both.example.com', 'TXT'),
        gone('old.example.com', 'A'),
        gone('*.w.example.com', 'TXT'),
        { ...gone('example.com', 'MX'), data: { type: 'MX', preference: 20, exchange: 'other.example.com' } },
      ],
    },
    below,
  );
  const ask = asker(net);
  test.each<[string, RecordType, string, string]>([
    ['example.com', 'TXT', 'verification by hand', 'one record goes, however it is cut, one comes, one stays'],
    ['example.com', 'MX', 'MX', 'a record that is not there cannot go'],
    ['new.example.com', 'TXT', 'planned', 'a name of its own has nothing of the wildcard'],
    ['both.example.com', 'TXT', 'nodata', 'what goes is gone, and the name stays for the rest'],
    ['both.example.com', 'A', '192.0.2.9', 'the rest stays'],
    ['_dmarc.example.com', 'TXT', 'wildcard', 'where nothing is left at a name the wildcard answers'],
    ['www.example.com', 'A', 'nodata', 'an alias that goes leads nowhere'],
    ['www.example.com', 'CNAME', 'nodata', 'and is not there itself'],
    ['alias.example.com', 'TXT', 'no alias', 'a record comes in place of an alias'],
    ['alias.example.com', 'A', 'nodata', 'and the alias is gone for other types'],
    ['x.w.example.com', 'TXT', 'nodata', 'a wildcard that goes answers no more'],
    ['in.example.net', 'TXT', '_dmarc.example.com → wildcard', 'chains of others lead to what will be there'],
    ['many.example.net', 'TXT', 'new.example.com → planned', 'chains of others lead to what will be there'],
    ['live.example.com', 'A', '192.0.2.1', 'what the plan says nothing of is as it is'],
    ['lb.example.com', 'A', '192.0.2.3', 'an alias in service has the addresses it has'],
    ['lb.example.com', 'AAAA', 'nodata', 'and may have none of one family'],
    [
      'later.example.com',
      'TXT',
      'unrecorded: plan line 1 (x.y) is known only after apply: later.example.com TXT',
      'unknown',
    ],
  ])('%s %s: %s (%s)', async (name, type, answer) => expect(await ask(name, type)).toBe(answer));

  test.each<[string, RecordType, RegExp]>([
    ['fresh.example.com', 'A', /is an ALIAS that is only planned/],
    ['old.example.com', 'A', /is an ALIAS that is only planned/],
    ['broken.example.com', 'TXT', /^servfail/],
  ])('nobody can know %s %s', async (name, type, reason) => expect(await ask(name, type)).toMatch(reason));

  test('a zone given whole is not touched by what pieces take away', async () => {
    const whole = parseMasterFile('@ SOA ns h 1 2 3 4 300\n_dmarc TXT "stays"', {
      file: 'plan',
      origin: 'example.com',
    });
    const both = overlayNet({ ...whole, removed: [gone('_dmarc.example.com', 'TXT')] }, below);
    expect(await asker(both)('_dmarc.example.com')).toBe('stays');
  });

  test('without a world below, a plan knows what it gives and what it takes away, and nothing else', async () => {
    const alone = asker(
      zoneWorld(
        {
          records: [text('example.com', 'x')],
          names: ['example.com'],
          apexes: [],
          piecemeal: true,
          opaque: [],
          removed: [gone('_dmarc.example.com', 'TXT')],
        },
        { outside: 'unrecorded' },
      ),
    );
    expect(await alone('example.com')).toBe('x');
    expect(await alone('_dmarc.example.com')).toBe('nodata');
    expect(await alone('example.com', 'MX')).toMatch(/^unrecorded: .*a plan tells only of what it manages/);
    expect(await alone('other.example.com')).toMatch(/^unrecorded/);
  });
});
