import { describe, expect, test } from 'vitest';
import { type Hour, newHour } from '../../src/delivery/hours.ts';
import type { Reason } from '../../src/delivery/reasons.ts';
import { spikesIn } from '../../src/delivery/spikes.ts';

interface Told {
  readonly attempts: number;
  readonly failures: number;
  /** Of recipients who had not failed before; all, where it is not said. */
  readonly first?: number;
  readonly reasons?: readonly (readonly [reason: number, times: number])[];
}
const hourOf = ({ attempts, failures, first = failures, reasons }: Told): Hour => ({
  ...newHour(),
  attempts,
  deferrals: failures - 1,
  bounced: 1,
  firstFailures: first,
  reasons: reasons === undefined ? undefined : new Map(reasons),
});

/** Calm hours, but for those named. */
function spikes(length: number, calm: Told, others: Readonly<Record<number, Told>>, lastHour = length) {
  const hours = new Map(Array.from({ length }, (_, hour) => [hour, hourOf(others[hour] ?? calm)]));
  return spikesIn(hours, [reason('full'), reason('slow')], lastHour);
}
const reason = (text: string): Reason => ({
  number: 0,
  class: 'mailbox-full',
  severity: 'soft',
  text,
  example: text,
  firstSeen: 0,
  lastSeen: 0,
});
const HOUR = 3600;

describe('an hour stands out', () => {
  const calm = { attempts: 100, failures: 10 };
  test.each([
    ['that has three times the failures that are usual', calm, { attempts: 100, failures: 30 }],
    ['but not below', calm, { attempts: 100, failures: 29 }, false],
    ['against what its mail would have usually', calm, { attempts: 200, failures: 60 }],
    ['but not because there is more of it', calm, { attempts: 300, failures: 60 }, false],
    ['that has twenty failures where none are usual', { attempts: 100, failures: 0 }, { attempts: 100, failures: 20 }],
    ['but not below', { attempts: 100, failures: 0 }, { attempts: 100, failures: 19 }, false],
    ['of which a twentieth failed', { attempts: 1000, failures: 0 }, { attempts: 1000, failures: 50 }],
    ['but not below', { attempts: 1000, failures: 0 }, { attempts: 1000, failures: 49 }, false],
  ] as [string, Told, Told, boolean?][])('%s', (_, usual, hour, stands = true) => {
    expect(spikes(48, usual, { 20: hour })).toHaveLength(stands ? 1 : 0);
  });
});

test('hours with one between them are one spike, with two they are two', () => {
  const bad = { attempts: 100, failures: 50 };
  const calm = { attempts: 100, failures: 2 };
  expect(spikes(48, calm, { 10: bad, 12: bad })).toMatchObject([
    { begin: 10 * HOUR, end: 13 * HOUR, failures: 100, usual: 4, attempts: 200 },
  ]);
  expect(spikes(48, calm, { 10: bad, 13: bad })).toMatchObject([
    { begin: 10 * HOUR, end: 11 * HOUR },
    { begin: 13 * HOUR, end: 14 * HOUR },
  ]);
});

test('what stands out in the last two hours goes on: the last is mostly a piece of one', () => {
  const of = (lastHour: number) =>
    spikes(48, { attempts: 9, failures: 0 }, { 47: { attempts: 50, failures: 40 } }, lastHour);
  expect([of(47)[0]?.goesOn, of(48)[0]?.goesOn, of(49)[0]?.goesOn]).toEqual([true, true, false]);
});

test('what comes every day at its hour is usual, and what comes every week', () => {
  const bad = { attempts: 100, failures: 50 };
  const calm = { attempts: 100, failures: 0 };
  const every = (step: number, times: number) =>
    Object.fromEntries(Array.from({ length: times }, (_, time) => [3 + time * step, bad]));
  expect(spikes(5 * 24, calm, every(24, 5))).toEqual([]);
  expect(spikes(5 * 24, calm, { 3: bad })).toHaveLength(1);
  // Of too short a time it is not known what is usual for an hour.
  expect(spikes(3 * 24, calm, every(24, 3))).toHaveLength(3);
  expect(spikes(4 * 168, calm, every(168, 4))).toEqual([]);
  expect(spikes(2 * 168, calm, every(168, 2))).toHaveLength(2);
});

test('an hour in which no other week or day had mail is held to the rest', () => {
  const morning = { attempts: 100, failures: 2 };
  const bad = { attempts: 80, failures: 80 };
  // Four weeks, sent at ten on Mondays; one of them is deferred, and tried again until the afternoon.
  const hours = new Map([0, 1, 2, 3].map((week) => [week * 168 + 10, hourOf(morning)]));
  for (const late of [11, 12, 13]) hours.set(2 * 168 + late, hourOf(bad));
  expect(spikesIn(hours, [], 4 * 168)).toMatchObject([
    { begin: (2 * 168 + 11) * HOUR, end: (2 * 168 + 14) * HOUR, failures: 240 },
  ]);
  // Mail of one hour alone is like nothing.
  expect(spikesIn(new Map([[10, hourOf(bad)]]), [], 168)).toEqual([]);
});

test('a spike has the reason that was given most in its hours', () => {
  const bad = (reasons: Told['reasons']): Told => ({
    attempts: 100,
    failures: 50,
    ...(reasons === undefined ? {} : { reasons }),
  });
  const found = spikes(
    48,
    { attempts: 100, failures: 1 },
    {
      5: bad([
        [0, 30],
        [1, 20],
      ]),
      6: bad([
        [0, 5],
        [1, 40],
      ]),
    },
  );
  expect(found).toMatchObject([{ reason: { text: 'slow', failures: 60 } }]);
  expect(spikes(48, { attempts: 100, failures: 1 }, { 5: bad(undefined) })[0]).not.toHaveProperty('reason');
});

test('of few mails an hour, half must fail, and it goes on through the night', () => {
  const calm = { attempts: 8, failures: 0 };
  const bad = { attempts: 8, failures: 6 };
  const night = { attempts: 1, failures: 1 };
  expect(spikes(72, calm, { 40: bad, 41: bad, 42: bad, 43: night, 44: night, 45: bad })).toMatchObject([
    { begin: 40 * HOUR, end: 46 * HOUR, failures: 26 },
  ]);
  const some = { attempts: 16, failures: 6 };
  expect(spikes(72, calm, { 40: some, 41: some, 42: some, 43: some })).toEqual([]);
});

test('one recipient tried again and again is no incident, nor is what a large mailing leaves to be tried again', () => {
  const calm = { attempts: 10, failures: 0 };
  const again = { attempts: 30, failures: 25, first: 1 };
  expect(spikes(72, calm, { 40: again, 41: again, 42: again })).toEqual([]);
  const mailing = { attempts: 5000, failures: 20 };
  expect(spikes(72, calm, { 40: mailing, 41: { attempts: 40, failures: 30 } })).toEqual([]);
});

test('hours with few mails are taken together: none of them alone tells what is usual', () => {
  const hours = new Map(
    Array.from({ length: 60 }, (_, hour) => [hour, hourOf({ attempts: 4, failures: hour % 4 === 0 ? 1 : 0 })]),
  );
  hours.set(60, hourOf({ attempts: 200, failures: 30 }));
  hours.set(62, hourOf({ attempts: 200, failures: 12 }));
  expect(spikesIn(hours, [], 100)).toEqual([]);
});
