import { expect, test } from 'vitest';
import { newTallies } from '../../src/streams/tally.ts';
import { HEAD, row } from './period.ts';

test('rows that authenticate alike from one address are one key', () => {
  const tallies = newTallies();
  const one = row({ count: 3, dkim: ['example.com s1 pass'] });
  const keys = [
    tallies.add(HEAD, one),
    tallies.add({ ...HEAD, reportId: '2', begin: HEAD.begin - 9, end: HEAD.end + 9 }, one),
  ];
  expect(keys).toEqual([0, 0]);
  expect(tallies.get(0)).toMatchObject({
    messages: 6,
    records: 2,
    firstSeen: HEAD.begin - 9,
    lastSeen: HEAD.end + 9,
  });
});

test.each([
  ['address', { ip: '192.0.2.2' }],
  ['From domain', { from: 'news.example.com' }],
  ['selector', { dkim: ['example.com s2 pass'] }],
  ['result', { dkim: ['example.com s1 fail'] }],
  ['envelope', { envelopeFrom: 'b.example.com' }],
  ['SPF scope', { dkim: ['example.com s1 pass'], spf: ['example.com pass helo'] }],
  ['override', { overrides: ['forwarded'] }],
] as const)('another %s is another key', (_, text) => {
  const tallies = newTallies();
  const base = { dkim: ['example.com s1 pass'], spf: ['example.com pass mfrom'] };
  expect([tallies.add(HEAD, row(base)), tallies.add(HEAD, row({ ...base, ...text }))]).toEqual([0, 1]);
});

test('the ARC verdict in a comment is what a reason says, a pass and a fail', () => {
  const tallies = newTallies();
  const withComment = (type: string, comment: string) => ({ ...row({}), overrides: [{ type, comment }] });
  tallies.add(HEAD, withComment('local_policy', 'arc=pass as[1].d=relay.example'));
  tallies.add(HEAD, withComment('local_policy', 'arc=fail'));
  tallies.add(HEAD, { ...withComment('other', 'ARC=pass'), count: 2 });
  expect([...tallies.all()].map(({ signature, records }) => [signature.overrides, records])).toEqual([
    [['arc=pass'], 2],
    [['arc=fail'], 1],
  ]);
});

test('more keys than the columns began with keep their numbers', () => {
  const tallies = newTallies();
  const many = 5000;
  for (let index = 0; index < many; index += 1)
    tallies.add(HEAD, row({ ip: `10.0.${index >> 8}.${index & 255}`, count: index }));
  expect(tallies.size()).toBe(many);
  let index = 0;
  for (const { messages, records } of tallies.all()) {
    if (messages !== index || records !== 1) expect({ messages, records }).toEqual({ messages: index, records: 1 });
    index += 1;
  }
});

test('the policy shown is the latest, whatever order reports are read in', () => {
  const early = { ...HEAD, end: 10, policy: { p: 'none' } };
  const late = { ...HEAD, end: 20, policy: { p: 'reject' } };
  const twin = { ...HEAD, end: 20, policy: { p: 'quarantine' } };
  const shown = (...heads: readonly (typeof HEAD)[]): unknown => {
    const tallies = newTallies();
    for (const head of heads) tallies.report(head);
    return tallies.policyDomains();
  };
  expect(shown(early, late)).toEqual([{ domain: 'example.com', policy: { p: 'reject' }, seen: 20 }]);
  expect(shown(late, early)).toEqual(shown(early, late));
  expect(shown(late, twin)).toEqual(shown(twin, late));
});

test('reporters are counted by name, those with most messages first', () => {
  const tallies = newTallies();
  for (const [reporter, count] of [
    ['a.example', 1],
    ['b.example', 5],
    ['c.example', 1],
  ] as const) {
    const head = { ...HEAD, reporter };
    tallies.report(head);
    tallies.add(head, row({ count }));
  }
  expect(
    tallies.reporters().map(({ reporter, reports, records, messages }) => [reporter, reports, records, messages]),
  ).toEqual([
    ['b.example', 1, 1, 5],
    ['a.example', 1, 1, 1],
    ['c.example', 1, 1, 1],
  ]);
});
