import { describe, expect, test } from 'vitest';
import { RSA_2048 } from '../../src/checks/dkim/example-keys.ts';
import { row, type RowText } from '../streams/period.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';
import type { Change } from '../../src/rehearsal/change.ts';
import type { Rehearsal } from '../../src/rehearsal/rehearsal.ts';
import { rehearsed, trafficOf } from './period.ts';

const ZONE: SpfZone = {
  'example.com': { TXT: ['v=spf1 ip4:192.0.2.0/28 include:spf.post.test -all'], A: ['192.0.2.1'] },
  'bounce.example.com': 'v=spf1 include:spf.post.test -all',
  'ret.example.com': { CNAME: 'srv.post.test' },
  'spf.post.test': 'v=spf1 ip4:198.51.100.0/24 -all',
  'srv.post.test': 'v=spf1 ip4:198.51.100.0/24 -all',
  'news.example.com': { A: ['192.0.2.1'] },
  '_dmarc.example.com': 'v=DMARC1; p=quarantine; np=reject',
  's1._domainkey.example.com': `v=DKIM1; k=rsa; p=${RSA_2048}`,
};
const { 's1._domainkey.example.com': _, ...WITHOUT_KEY } = ZONE;

async function over(
  rows: readonly RowText[],
  change: Partial<Change>,
  { planned, zone = ZONE }: { planned?: SpfZone; zone?: SpfZone } = {},
): Promise<Rehearsal> {
  const now = spfWorld(zone);
  const reports = [
    { policyDomain: 'example.com', policy: { p: 'quarantine' }, day: 0, rows: rows.map((text) => row(text)) },
  ];
  const { traffic } = await trafficOf(reports, now);
  return rehearsed(traffic, change, { worlds: { now, ...(planned && { planned: spfWorld(planned) }) } });
}
const ours = ({ groups }: Rehearsal) => groups.ours.after;

const UNSIGNED: RowText = { count: 10, ip: '198.51.100.9', spf: ['example.com pass'] };
const SIGNED: RowText = { count: 7, ip: '203.0.113.5', dkim: ['example.com s1'], spf: ['example.com softfail'] };

describe('the policy that applies', () => {
  const spoofed = (from: string): RowText => ({
    from,
    count: 3,
    ip: '203.0.113.1',
    dkim: [],
    spf: ['stranger.test pass'],
  });
  test('is that of np for a From domain that does not exist, and that of sp for one that does', async () => {
    const { groups } = await over(
      [spoofed('gone.example.com'), spoofed('news.example.com'), spoofed('example.com')],
      {},
    );
    expect(groups.suspicious.after).toMatchObject({ refused: 3, quarantined: 6, ifMissing: { messages: 0 } });
  });

  test('is counted as not known where its record could not be read', async () => {
    const dark = { ...ZONE, '_dmarc.example.com': { fails: 'all' as const } };
    const found = await over([spoofed('example.com')], { policy: { p: 'reject' } }, { zone: dark });
    expect(found.groups.suspicious.after).toMatchObject({ open: 3, refused: 0 });
    expect(found.unreadable).toEqual([
      { domain: 'example.com', messages: 3, reason: 'SERVFAIL for _dmarc.example.com TXT' },
    ]);
  });
});

describe('a planned zone', () => {
  test('is rehearsed as a whole: policy, SPF and keys', async () => {
    const planned: SpfZone = {
      ...WITHOUT_KEY,
      'example.com': 'v=spf1 ip4:192.0.2.0/28 -all',
      '_dmarc.example.com': 'v=DMARC1; p=reject',
    };
    const found = await over([UNSIGNED, SIGNED], { planned: true }, { planned });
    expect(found.groups.ours.before).toMatchObject({ pass: 17, quarantined: 0 });
    expect(ours(found)).toMatchObject({ pass: 0, refused: 17 });
    expect(found.lostKeys).toEqual(['s1._domainkey.example.com']);
    expect(found.parts.map(({ part, ours: { fail, refused } }) => [part, fail, refused])).toEqual([
      ['policy', 0, 0],
      ['spf', 10, 0],
      ['dkim', 7, 0],
    ]);
  });

  test('a key that is not there today either was rotated, and nobody takes it away', async () => {
    const found = await over([SIGNED], { planned: true }, { zone: WITHOUT_KEY, planned: WITHOUT_KEY });
    expect([found.lostKeys, ours(found).pass]).toEqual([[], 7]);
  });
});

describe('a service withdrawn, with DNS', () => {
  test('its includes go from every record of the domain, and names that are its own lose their SPF', async () => {
    const rows: RowText[] = [
      UNSIGNED,
      { count: 20, ip: '198.51.100.9', spf: ['bounce.example.com pass'] },
      { count: 30, ip: '198.51.100.9', spf: ['ret.example.com pass'] },
      { count: 40, ip: '192.0.2.3', spf: ['example.com pass'] },
    ];
    const found = await over(rows, { providers: ['post'] });
    expect(
      found.spf?.envelopes.map(({ domain, after }) => [
        domain,
        'text' in after.tree.root ? after.tree.root.text.text : after.tree.root.state,
      ]),
    ).toEqual([
      ['example.com', 'v=spf1 ip4:192.0.2.0/28 -all'],
      ['ret.example.com', 'none'],
      ['bounce.example.com', 'v=spf1 -all'],
    ]);
    expect(ours(found)).toMatchObject({ pass: 40, fail: 60 });
  });
});

test('a record takes the place of an alias', async () => {
  const rows: RowText[] = [{ count: 30, ip: '198.51.100.9', spf: ['ret.example.com pass'] }];
  const found = await over(rows, { spf: new Map([['ret.example.com', 'v=spf1 ip4:192.0.2.1 -all']]) });
  expect(ours(found)).toMatchObject({ pass: 0, fail: 30 });
});

test('SPF that depends on what reports do not tell: the present is what they saw, the future is not known', async () => {
  const zone = { ...ZONE, 'example.com': 'v=spf1 exists:%{l}.users.test -all' };
  const found = await over(
    [UNSIGNED],
    { spf: new Map([['example.com', 'v=spf1 ip4:192.0.2.1 exists:%{l}.users.test -all']]) },
    { zone },
  );
  expect(found.groups.ours.before.pass).toBe(10);
  expect(ours(found)).toMatchObject({ pass: 0, unknown: 10, open: 10 });
});

test('a bounce has no envelope-from, and passes by its HELO name: it does so without its key, too, if the name is the From domain where alignment is strict', async () => {
  const bounce = (helo: string): RowText => ({
    count: 5,
    dkim: ['example.com s1'],
    spf: [`${helo} pass helo`],
    aligned: ['dkim', 'spf'],
  });
  const without = { selectors: [{ selector: 's1' }] };
  const strict = { policy: { adkim: 's', aspf: 's' } } as const;
  expect(ours(await over([bounce('mx.example.com')], without))).toMatchObject({ pass: 5, unknown: 0 });
  expect(ours(await over([bounce('mx.example.com')], { ...without, ...strict }))).toMatchObject({
    pass: 0,
    unknown: 0,
  });
  expect(ours(await over([bounce('example.com')], { ...without, ...strict }))).toMatchObject({ pass: 5 });
});

test('the rows in which reporters saw another SPF result are counted', async () => {
  const rows: RowText[] = [
    UNSIGNED,
    { count: 4, ip: '198.51.100.7', dkim: ['example.com s1'], spf: ['example.com temperror'] },
  ];
  const { drift } = await over(rows, { spf: new Map([['example.com', 'v=spf1 -all']]) });
  expect(drift).toEqual({ rows: 1, messages: 4, of: 14 });
});
