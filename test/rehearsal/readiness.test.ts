import { describe, expect, test } from 'vitest';
import type { Readiness } from '../../src/rehearsal/readiness.ts';
import { rehearsal } from '../../src/rehearsal/rehearsal.ts';
import { NO_CHANGE } from '../../src/rehearsal/change.ts';
import { newTallies } from '../../src/streams/tally.ts';
import { attributed } from '../../src/traffic/attributed.ts';
import { row, services, type RowText } from '../streams/period.ts';
import { spfWorld, type SpfZone } from '../support/spf-world.ts';

const DAY = 86_400;
const FIRST = 1_790_812_800;
const MONTH = 30;

interface Month {
  /** Rows of every day. */
  readonly daily?: readonly RowText[];
  /** Rows of the first day only. */
  readonly once?: readonly RowText[];
  readonly days?: number;
  readonly reporters?: readonly string[];
  readonly policy?: Readonly<Record<string, string>>;
  readonly zone?: SpfZone;
  /** Days after the last report. */
  readonly age?: number;
}

const SIGNED: RowText = { count: 50, dkim: ['example.com post1'], spf: ['example.com pass'] };
const LARGE = ['google.com', 'Outlook.com', 'Yahoo'];

/** The verdict on a month in which everything is well but for what is said. */
async function verdictOn(month: Month): Promise<Readiness> {
  const { daily = [SIGNED], once = [], days = MONTH, reporters = LARGE, policy = { p: 'none' }, zone, age } = month;
  const tallies = newTallies();
  for (let day = 0; day < days; day += 1)
    for (const [index, reporter] of reporters.entries()) {
      const begin = FIRST + day * DAY;
      const head = {
        reporter,
        reportId: `${day} ${index}`,
        begin,
        end: begin + DAY - 1,
        policyDomain: 'example.com',
        policy,
        errors: [],
      };
      tallies.report(head);
      for (const text of [...daily, ...(day === 0 && index === 0 ? once : [])]) tallies.add(head, row(text));
    }
  const inputs = { read: 1, failed: [], repairs: [] };
  const now = zone === undefined ? undefined : spfWorld({ '_dmarc.example.com': 'v=DMARC1; p=none', ...zone });
  const traffic = await attributed(
    { tallies, inputs, files: 1, reports: days, duplicates: [] },
    { catalogue: services, ...(now && { net: now }) },
  );
  const rehearsed = await rehearsal(traffic, {
    change: { ...NO_CHANGE, policy: { p: 'reject' } },
    domains: [],
    asksReadiness: true,
    catalogue: services,
    ...(now && { worlds: { now } }),
    ...(age === undefined ? {} : { today: FIRST + (days + age) * DAY }),
  });
  const [verdict] = rehearsed.readiness;
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

const codes = ({ reasons }: Readiness, kind: string): string[] =>
  reasons.filter((reason) => reason.kind === kind).map(({ code }) => code);

test('a month in which everything is signed is ready', async () => {
  const verdict = await verdictOn({});
  expect(verdict).toMatchObject({ domain: 'example.com', verdict: 'yes' });
  expect(verdict.reasons.map(({ code }) => code)).toEqual(['own-mail', 'period']);
});

describe('not yet', () => {
  test('where a stream of your own fails', async () => {
    const verdict = await verdictOn({
      daily: [SIGNED, { count: 5, ip: '192.0.2.9', dkim: ['desk.test s1'], spf: ['desk.test pass'] }],
    });
    expect(verdict.verdict).toBe('not yet');
    expect(codes(verdict, 'against')).toEqual(['own-mail', 'failing-stream']);
  });

  test.each([
    ['more than a few in a thousand', 40, 'not yet'],
    ['a few in a thousand, as everywhere', 20, 'yes'],
  ] as const)('where signatures break: %s', async (_, broken, expected) => {
    const verdict = await verdictOn({
      // From an address of one's own, on a bad day of its name server.
      once: [{ count: broken, dkim: ['example.com post1 fail'], spf: ['example.com temperror'] }],
      zone: { 'example.com': 'v=spf1 ip4:192.0.2.1 -all' },
    });
    // 4,500 messages of your own.
    expect(verdict.verdict).toBe(expected);
  });

  test('where forwarders break what many people get', async () => {
    const broken: RowText = {
      count: 2,
      ip: '198.51.100.7',
      dkim: ['example.com post1 fail'],
      spf: ['list.test pass'],
      overrides: ['mailing_list'],
    };
    const verdict = await verdictOn({ daily: [SIGNED, broken] });
    expect(codes(verdict, 'against')).toEqual(['forwarded-mail']);
    expect(verdict.reasons.find(({ code }) => code === 'forwarded-mail')?.text).toContain(
      'for 180 of them the receiver noted an exception',
    );
  });

  test('where SPF is an error for mail of your own now', async () => {
    const verdict = await verdictOn({ zone: { 'example.com': 'v=spf1 include:gone.test -all' } });
    expect(verdict.verdict).toBe('not yet');
    expect(verdict.reasons.find(({ code }) => code === 'spf-permerror')?.text).toBe(
      'SPF of example.com is a permerror now for 4,500 messages of your own: gone.test has no SPF record',
    );
  });
});

describe('nobody can tell', () => {
  test.each<[string, Month, string]>([
    ['with less than a fortnight', { days: 13 }, 'few-days'],
    ['with few messages', { daily: [{ ...SIGNED, count: 1 }] }, 'few-messages'],
    ['without any large receiver', { reporters: ['a.example', 'b.example'] }, 'no-large-receiver'],
    ['with old reports', { age: 20 }, 'old'],
    [
      'where the record cannot be read',
      { zone: { 'example.com': 'v=spf1 ip4:192.0.2.1 -all', '_dmarc.example.com': { fails: 'all' } } },
      'policy',
    ],
  ])('%s', async (_, month, code) => {
    const verdict = await verdictOn(month);
    expect(verdict.verdict).toBe('cannot tell');
    expect(codes(verdict, 'open')).toEqual([code]);
  });

  test('but a fortnight is enough, and reports of two weeks ago are young enough', async () => {
    expect((await verdictOn({ days: 14 })).verdict).toBe('yes');
    expect((await verdictOn({ age: 14 })).verdict).toBe('yes');
    expect(codes(await verdictOn({ age: 16 }), 'open')).toEqual(['old']);
  });

  test('and without a day to judge by nothing is said of their age', async () => {
    const { reasons } = await verdictOn({});
    expect(reasons.map(({ code }) => code)).not.toContain('old');
  });
});

describe('worth knowing, and no reason to wait', () => {
  test.each<[string, Month, string[]]>([
    [
      'a stream that rests on SPF',
      { daily: [SIGNED, { count: 9, ip: '192.0.2.7', spf: ['example.com pass'] }] },
      ['spf-only'],
    ],
    [
      'a stream seen once',
      {
        once: [
          {
            from: 'news.example.com',
            count: 9,
            ip: '192.0.2.8',
            dkim: ['news.example.com tenant'],
            spf: ['news.example.com pass'],
          },
        ],
      },
      ['thin-stream'],
    ],
    [
      'a failing one seen once',
      {
        once: [
          { from: 'help.example.com', count: 9, ip: '192.0.2.8', dkim: ['desk.test s1'], spf: ['desk.test pass'] },
        ],
      },
      ['failing-stream', 'thin-stream'],
    ],
    ['one reporter that has it all', { reporters: ['google.com'] }, ['missing-receiver', 'one-reporter']],
    ['a weaker policy below', { policy: { p: 'quarantine', sp: 'none' } }, ['weaker-sp']],
    ['a weaker policy for what does not exist', { policy: { p: 'quarantine', np: 'none' } }, ['weaker-np']],
    ['a policy that is only tested', { policy: { p: 'quarantine', testing: 'y' } }, ['testing']],
  ])('%s', async (_, month, expected) => {
    const verdict = await verdictOn(month);
    expect({ verdict: verdict.verdict, cautions: codes(verdict, 'caution') }).toEqual({
      verdict: 'yes',
      cautions: expected,
    });
  });
});

test('a stream is known by twenty messages over a week; with less, what fails of it speaks against nothing', async () => {
  const failing = (count: number): RowText => ({
    from: 'help.example.com',
    count,
    ip: '192.0.2.8',
    dkim: ['desk.test s1'],
    spf: ['desk.test pass'],
  });
  const against = async (month: Month) => codes(await verdictOn({ reporters: ['google.com'], ...month }), 'against');
  const daily = [{ ...SIGNED, count: 5000 }, failing(1)];
  expect(await against({ daily, days: 20 })).toEqual(['failing-stream']);
  expect(await against({ daily, days: 19 })).toEqual([]);
  expect(await against({ daily: [{ ...SIGNED, count: 5000 }], once: [failing(100)] })).toEqual([]);
});
