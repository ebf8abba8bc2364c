import { expect, test } from 'vitest';
import { localDateReader } from '../../../src/logs/mapping/local-date.ts';

/** Reads these as the rows of one table, exported on that day. */
function readOn(day: string, ...texts: readonly string[]): (string | undefined)[] {
  const reader = localDateReader({ latest: Date.parse(`${day}T12:00:00Z`) / 1000 });
  return texts.map((text) => {
    const time = reader(text);
    return time === undefined ? undefined : new Date(time.seconds * 1000).toISOString().slice(0, 19);
  });
}
const read = (...texts: readonly string[]): (string | undefined)[] => readOn('2026-11-12', ...texts);

test('what means one thing only is read as ever', () => {
  expect(read('2026-11-09T10:00:00Z', '25.11.2026 19:46:40', '09-11-2026 10:00', 'Nov 9, 2026 7:46:40 PM')).toEqual([
    '2026-11-09T10:00:00',
    '2026-11-25T19:46:40',
    '2026-11-09T10:00:00',
    '2026-11-09T19:46:40',
  ]);
});

test('a number that is no month tells the order for the rows that follow', () => {
  expect(read('6/25/2026 7:46:40 PM', '6/7/2026 12:00:00 AM')).toEqual(['2026-06-25T19:46:40', '2026-06-07T00:00:00']);
  expect(read('25/06/2026 19:46', '06/07/2026 12:00')).toEqual(['2026-06-25T19:46:00', '2026-07-06T12:00:00']);
});

test('of two days the one within a month of the export is meant, and tells for the rows that follow', () => {
  expect(read('11/09/2026 10:00:00', '06/07/2026 10:00:00')).toEqual(['2026-11-09T10:00:00', '2026-06-07T10:00:00']);
  expect(read('09/11/2026 10:00:00', '06/07/2026 10:00:00')).toEqual(['2026-11-09T10:00:00', '2026-07-06T10:00:00']);
});

test('where neither tells, halves of a day are American, and anything else may be either', () => {
  expect(read('6/7/2026 1:00:00 PM')).toEqual(['2026-06-07T13:00:00']);
  expect(read('06/07/2026 13:00:00')).toEqual([undefined]);
  // Both days lie within a month of the export.
  expect(readOn('2026-11-10', '10/11/2026 10:00:00')).toEqual([undefined]);
  expect(readOn('2026-11-10', '11/11/2026 10:00:00')).toEqual(['2026-11-11T10:00:00']);
});

test('what is no day and no time is none', () => {
  expect(read('31/02/2026 10:00', '13/13/2026 10:00', '11/09/2026 13:00 PM', '11/09/2026', '1/2/26 10:00')).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
