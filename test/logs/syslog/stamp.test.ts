import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlocks } from '../../../src/logs/block.ts';
import type { Assumptions } from '../../../src/logs/format.ts';
import { figuresOrderIn } from '../../../src/logs/syslog/figures-order.ts';
import { type StampReader, stampReader } from '../../../src/logs/syslog/stamp-reader.ts';
import { stampOf } from '../../../src/logs/syslog/stamp.ts';
import { zoneOf } from '../../../src/logs/zone.ts';

const blockOf = textBlocks();
function readStamp(reader: StampReader, line: string): boolean {
  const { block, end } = blockOf(line);
  return reader.read(block, 0, end);
}
const seconds = (iso: string): number => Date.parse(iso) / 1000;
const LATEST: Assumptions = { latest: seconds('2026-11-28T12:00:00Z') };
const of = (place: string): Pick<Assumptions, 'zone'> => {
  const zone = zoneOf(place);
  return zone === undefined ? {} : { zone };
};

function read(
  line: string,
  assumptions = LATEST,
): { time: string; rest: string; assumed: string | undefined } | undefined {
  const stamp = stampOf(line, assumptions);
  if (stamp === undefined) return undefined;
  return {
    time: new Date((stamp.minute + stamp.seconds) * 1000).toISOString(),
    rest: line.slice(stamp.end),
    assumed: stamp.assumed,
  };
}

test.each([
  ['Nov  9 10:52:13 mx x: y', '2026-11-09T10:52:13.000Z', 'year and zone'],
  ['Nov 19 10:52:13 mx x: y', '2026-11-19T10:52:13.000Z', 'year and zone'],
  ['Dec 31 23:59:59 mx x: y', '2025-12-31T23:59:59.000Z', 'year and zone'],
  ['Feb 29 01:00:00 mx x: y', '2024-02-29T01:00:00.000Z', 'year and zone'],
  ['2013 Jun 12 06:35:24.123 mx x: y', '2013-06-12T06:35:24.123Z', 'zone'],
  ['Jun 12 2013 06:35:24 mx x: y', '2013-06-12T06:35:24.000Z', 'zone'],
  ['Jun 12 06:35:24 2013 mx x: y', '2013-06-12T06:35:24.000Z', 'zone'],
  ['Mon Jun 12 06:35:24 2013 mx x: y', '2013-06-12T06:35:24.000Z', 'zone'],
  ['2026-11-09T01:13:17.774928+01:00 mx x: y', '2026-11-09T00:13:17.774Z', undefined],
  ['2026-11-09T01:13:17Z mx x: y', '2026-11-09T01:13:17.000Z', undefined],
  ['2026-11-09T01:13:17+0100 mx x: y', '2026-11-09T00:13:17.000Z', undefined],
  ['2026-11-09 01:13:17,774 mx x: y', '2026-11-09T01:13:17.774Z', 'zone'],
  ['2026/11/09 01:13:17 mx x: y', '2026-11-09T01:13:17.000Z', 'zone'],
  ['Mon 2026-11-09 10:52:13 CET mx x: y', '2026-11-09T09:52:13.000Z', undefined],
  ['Thu 2026-07-09 10:52:13 CEST mx x: y', '2026-07-09T08:52:13.000Z', undefined],
  ['Mon 2026-11-09 10:52:13 EST mx x: y', '2026-11-09T15:52:13.000Z', undefined],
  // Of Chicago, or of Shanghai.
  ['Mon 2026-11-09 10:52:13 CST mx x: y', '2026-11-09T10:52:13.000Z', 'zone'],
  ['09-Nov-2026 10:52:13 mx x: y', '2026-11-09T10:52:13.000Z', 'zone'],
  ['Mon, 9 Nov 2026 10:52:13 +0100 mx x: y', '2026-11-09T09:52:13.000Z', undefined],
  ['[2026-11-09 01:13:17] mx x: y', '2026-11-09T01:13:17.000Z', 'zone'],
  ['<22>Nov  9 10:52:13 mx x: y', '2026-11-09T10:52:13.000Z', 'year and zone'],
  ['<22>1 2026-11-09T01:13:17.5Z mx x: y', '2026-11-09T01:13:17.500Z', undefined],
  ['1731117133.25 mx x: y', '2024-11-09T01:52:13.250Z', undefined],
  ['28.01.2026, 19:30:50 mx x: y', '2026-01-28T19:30:50.000Z', 'zone'],
  ['31/10/2026 10:00:00 mx x: y', '2026-10-31T10:00:00.000Z', 'zone'],
  ['10/31/2026, 1:05:09 PM mx x: y', '2026-10-31T13:05:09.000Z', 'zone'],
  ['10/31/2026 12:05:09 AM mx x: y', '2026-10-31T00:05:09.000Z', 'zone'],
  ['11/11/2026 10:00:00.250 +01:00 mx x: y', '2026-11-11T09:00:00.250Z', undefined],
  ['Okt 15 23:48:15 mx x: y', '2026-10-15T23:48:15.000Z', 'year and zone'],
  ['févr. 03 23:48:15 mx x: y', '2026-02-03T23:48:15.000Z', 'year and zone'],
  ['Mär 03 23:48:15 mx x: y', '2026-03-03T23:48:15.000Z', 'year and zone'],
  ['ноя  9 10:52:13 mx x: y', '2026-11-09T10:52:13.000Z', 'year and zone'],
  ['10月 15 23:48:15 mx x: y', '2026-10-15T23:48:15.000Z', 'year and zone'],
  ['**Nov  9 10:52:13 mx x: y', '2026-11-09T10:52:13.000Z', 'year and zone'],
  ['`2026-11-09T01:13:17Z mx x: y', '2026-11-09T01:13:17.000Z', undefined],
  ['[COLOR=green]Nov  9 10:52:13 mx x: y', '2026-11-09T10:52:13.000Z', 'year and zone'],
])('%s', (line, time, assumed) => {
  expect(read(line)).toEqual({ time, rest: ' mx x: y', assumed });
});

test.each([
  '',
  'mx x: y',
  'Foo 12 10:00:00 mx',
  'mail.log-Nov 9 10:00',
  'main 99 10:00:00 mx',
  '12/11/2026 10:00:00 mx',
  '13/13/2026 10:00:00 mx',
  'Feb 30 10:00:00 mx',
  '2026-13-01T00:00:00Z mx',
  '\0\0\0',
])('%j has no stamp', (line) => {
  expect(read(line)).toBeUndefined();
});

test('a date in figures goes by what the log tells of it', () => {
  expect(read('12/11/2026 10:00:00 mx', { ...LATEST, figures: 'day' })?.time).toBe('2026-11-12T10:00:00.000Z');
  expect(read('12/11/2026 10:00:00 mx', { ...LATEST, figures: 'month' })?.time).toBe('2026-12-11T10:00:00.000Z');
});

test.each([
  [['12/11/2026 10:00:00 mx', '13/11/2026 10:00:00 mx'], 'day'],
  [['11/12/2026 10:00:00 mx', '11/13/2026 10:00:00 mx'], 'month'],
  [['01/02/2026 10:00:00 mx', '02/02/2026 10:00:00 mx'], 'day'],
  [['02/01/2026 10:00:00 mx', '02/02/2026 10:00:00 mx'], 'month'],
  // The 11th of December is still to come.
  [['12/11/2026 10:00:00 mx'], 'day'],
  [['11/12/2026 10:00:00 mx'], 'month'],
  [['09.01.2026, 10:00:00 | info'], 'day'],
  [['01/02/2026 10:00:00 mx', 'and a remark'], 'unclear'],
  [['11/11/2026 10:00:00 mx'], undefined],
  [['Nov  9 10:52:13 mx'], undefined],
])('%j: %s first', (lines, order) => {
  expect(figuresOrderIn(lines, LATEST.latest)).toBe(order);
});

test('a zone that is told is not assumed', () => {
  expect(read('Nov  9 10:52:13 mx', { ...LATEST, zone: () => 3600 })).toMatchObject({
    time: '2026-11-09T09:52:13.000Z',
    assumed: 'year',
  });
});

test('a place has its own time, summer and winter, across the change of clocks', () => {
  const rome = { ...LATEST, ...of('Europe/Rome') };
  const times = (...stamps: readonly string[]): (string | undefined)[] =>
    stamps.map((stamp) => read(`${stamp} mx`, rome)?.time.slice(0, 19));
  expect(times('Oct 25 01:59:59', 'Oct 25 03:00:00', '2026-10-25 03:00:00', 'Jul  1 12:00:00')).toEqual([
    '2026-10-24T23:59:59',
    '2026-10-25T02:00:00',
    '2026-10-25T02:00:00',
    '2026-07-01T10:00:00',
  ]);
  // The hour that comes twice is the first of the two; the one that is missing is told by the clock before it.
  expect(times('Oct 25 02:30:00', 'Mar 29 02:30:00')).toEqual(['2026-10-25T00:30:00', '2026-03-29T01:30:00']);
});

test('the lines after each other of one file change with the clocks', () => {
  const reader = stampReader();
  reader.begin({ ...LATEST, ...of('America/New_York') });
  const times = ['00:59:58', '00:59:59', '01:00:00', '02:00:00'].map((clock) => {
    expect(readStamp(reader, `Nov  1 ${clock} mx postfix/qmgr[1]: x`)).toBe(true);
    return new Date(reader.time * 1000).toISOString().slice(11, 19);
  });
  expect(times).toEqual(['04:59:58', '04:59:59', '05:00:00', '07:00:00']);
});

test('in the new year, what is dated December was last year', () => {
  const january = { latest: seconds('2027-01-01T00:10:00Z') };
  expect(read('Dec 31 23:59:59 mx', january)?.time).toBe('2026-12-31T23:59:59.000Z');
  expect(read('Jan  1 00:05:00 mx', january)?.time).toBe('2027-01-01T00:05:00.000Z');
  // A clock that runs ahead is no year behind.
  expect(read('Jan  1 00:30:00 mx', january)?.time).toBe('2027-01-01T00:30:00.000Z');
});

describe('line after line', () => {
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  const FORMS: readonly ((date: Date) => string)[] = [
    (date) => date.toISOString(),
    (date) => date.toISOString().replace('Z', '000+00:00'),
    (date) => `${date.toISOString().slice(0, 19)}+00:00`,
    (date) => date.toISOString().slice(0, 19).replace('T', ' '),
    (date) =>
      `${date.toUTCString().slice(8, 11)} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)}`,
    (date) =>
      `${date.getUTCFullYear()} ${date.toUTCString().slice(8, 11)} ${pad(date.getUTCDate())} ${date.toISOString().slice(11, 23)}`,
    (date) => (date.getTime() / 1000).toFixed(3),
  ];

  test('the quick way finds what the slow one does', () => {
    const lines = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 300_000 }),
        fc.constantFrom(...FORMS),
        fc.constantFrom(' mx a: b', ' mx', '', ' 7'),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const reader = stampReader();
        reader.begin(LATEST);
        for (const [ms, form, rest] of all) {
          const line = form(new Date(Date.UTC(2026, 10, 9, 23, 58) + ms)) + rest;
          const stamp = stampOf(line, LATEST);
          expect(readStamp(reader, line)).toBe(stamp !== undefined);
          if (stamp === undefined) continue;
          expect(reader.time).toBeCloseTo(stamp.minute + stamp.seconds, 5);
          expect({ end: reader.end, assumed: reader.assumed }).toEqual({ end: stamp.end, assumed: stamp.assumed });
        }
      }),
    );
  });

  test('no text throws', () => {
    const reader = stampReader();
    reader.begin(LATEST);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void readStamp(reader, line)));
  });
});
