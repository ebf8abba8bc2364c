import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../src/core/day.ts';
import { dayOf, daysCovered, isLong } from '../../src/streams/day.ts';
import { newDayCounts } from '../../src/streams/day-counts.ts';
import { newTallies, type Tallies } from '../../src/streams/tally.ts';
import { HEAD, row } from './period.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const span = (begin: string, end: string) => ({ begin: at(begin), end: at(end) });

describe('a report is counted on the day its middle lies in', () => {
  test.each([
    ['a day to its last second', '2026-10-15T00:00:00Z', '2026-10-15T23:59:59Z', '2026-10-15'],
    ['a day to the next midnight', '2026-10-15T00:00:00Z', '2026-10-16T00:00:00Z', '2026-10-15'],
    ['a day and twenty seconds', '2026-10-15T00:00:03Z', '2026-10-16T00:00:23Z', '2026-10-15'],
    ['a day in California', '2026-10-15T00:00:00-07:00', '2026-10-16T00:00:00-07:00', '2026-10-15'],
    ['a day in Japan', '2026-10-15T00:00:00+09:00', '2026-10-16T00:00:00+09:00', '2026-10-15'],
    ['an hour', '2026-10-15T22:00:00Z', '2026-10-15T23:00:00Z', '2026-10-15'],
    ['no time at all', '2026-10-15T08:00:11Z', '2026-10-15T08:00:11Z', '2026-10-15'],
    ['a week', '2026-10-12T00:00:00Z', '2026-10-19T00:00:00Z', '2026-10-15'],
    ['an end before its begin', '2026-10-16T00:00:00Z', '2026-10-15T00:00:00Z', '2026-10-15'],
  ])('%s', (_, begin, end, day) => {
    expect(isoDay(dayOf(span(begin, end)))).toBe(day);
  });

  test('the day is one of those it covers, and a report of up to 36 hours covers no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e9 }), fc.integer({ min: 0, max: 40 * 86_400 }), (begin, length) => {
        const report = { begin, end: begin + length };
        const covered = daysCovered(report);
        expect(covered).toContain(dayOf(report));
        if (!isLong(report)) expect(covered).toHaveLength(1);
        else expect(Math.abs(covered.length - length / 86_400)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('one that claims the whole of time covers no more than a year', () => {
    expect(daysCovered({ begin: 0, end: 253_402_300_799 }).length).toBeLessThanOrEqual(366);
  });
});

test('days of all keys are what adding them up one by one gives', () => {
  const additions = fc.array(
    fc.record({ key: fc.nat(40), day: fc.integer({ min: 20_000, max: 20_060 }), messages: fc.nat(1000) }),
    { maxLength: 3000 },
  );
  fc.assert(
    fc.property(additions, (list) => {
      // Keys come in their order the first time, as tallies hand them out.
      const numbers = new Map<number, number>();
      const counts = newDayCounts();
      const expected = new Map<string, number>();
      const totals = new Map<number, number>();
      for (const { key: wanted, day, messages } of list) {
        const key = numbers.get(wanted) ?? numbers.size;
        numbers.set(wanted, key);
        counts.add(key, day, messages);
        expected.set(`${key} ${day}`, (expected.get(`${key} ${day}`) ?? 0) + messages);
        totals.set(key, (totals.get(key) ?? 0) + messages);
      }
      const told = new Map<string, number>();
      counts.each(
        (key) => totals.get(key) ?? 0,
        (key, day, messages) => void told.set(`${key} ${day}`, (told.get(`${key} ${day}`) ?? 0) + messages),
      );
      expect(told).toEqual(expected);
    }),
  );
});

/** Messages by key and day. */
function daysOf(tallies: Tallies): Record<string, number> {
  const days: Record<string, number> = {};
  tallies.eachDay((key, day, messages) => {
    days[`${key} ${day}`] = (days[`${key} ${day}`] ?? 0) + messages;
  });
  return days;
}

test('days are added up on the way, however many rows there are, and stay exact', () => {
  const tallies = newTallies();
  const expected: Record<string, number> = {};
  for (let n = 0; n < 300_000; n += 1) {
    const [host, day] = [n % 7, (n * 31) % 11];
    const head = { ...HEAD, begin: HEAD.begin + day * 86_400, end: HEAD.end + day * 86_400 };
    const key = tallies.add(head, row({ ip: `192.0.2.${host}`, count: n % 5 }));
    const about = `${key} ${dayOf(head)}`;
    expected[about] = (expected[about] ?? 0) + (n % 5);
  }
  expect(daysOf(tallies)).toEqual(expected);
});

test('messages of a key stay exact, its days add up to them, and long reports are counted', () => {
  const tallies = newTallies();
  const week = { ...HEAD, reportId: 'week', begin: HEAD.begin, end: HEAD.begin + 7 * 86_400 };
  const next = { ...HEAD, reportId: 'next', begin: HEAD.begin + 86_400, end: HEAD.end + 86_400 };
  for (const [head, count] of [
    [HEAD, 3],
    [week, 5],
    [next, 7],
    [next, 11],
  ] as const) {
    tallies.report(head);
    tallies.add(head, row({ count }));
  }
  const first = dayOf(HEAD);
  expect(tallies.get(0).messages).toBe(26);
  expect(daysOf(tallies)).toEqual({ [`0 ${first}`]: 3, [`0 ${first + 1}`]: 18, [`0 ${first + 3}`]: 5 });
  expect(tallies.longReports).toEqual({ reports: 1, messages: 5 });
  const [reporter] = tallies.reporters();
  // A week covers all its days; its messages stand on the one in the middle.
  expect([...(reporter?.days ?? [])].toSorted((a, b) => a[0] - b[0]).map(([, count]) => count)).toEqual([
    3, 18, 0, 5, 0, 0, 0,
  ]);
});
