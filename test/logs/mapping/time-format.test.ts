import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAMED_FORMATS, timeReader } from '../../../src/logs/mapping/time-format.ts';
import { zoneOf } from '../../../src/logs/zone.ts';

const read = (format: string | undefined, text: string): string | undefined => {
  const time = timeReader(format)?.(text);
  return time && `${new Date(Math.round(time.seconds * 1000)).toISOString()}${time.isZoned ? '' : ' local'}`;
};

test.each([
  [undefined, '2026-11-09T10:00:00Z', '2026-11-09T10:00:00.000Z'],
  [undefined, '2026-11-09 10:00:00+0130', '2026-11-09T08:30:00.000Z'],
  [undefined, '2026-11-09 10:00:00.25', '2026-11-09T10:00:00.250Z local'],
  [undefined, '2026/11/09 10:00:00 EST', '2026-11-09T15:00:00.000Z'],
  [undefined, '20261109T100000', '2026-11-09T10:00:00.000Z local'],
  [undefined, '1762682400', '2025-11-09T10:00:00.000Z'],
  [undefined, '1762682400.5', '2025-11-09T10:00:00.500Z'],
  [undefined, '1762682400123', '2025-11-09T10:00:00.123Z'],
  [undefined, '1762682400123456', '2025-11-09T10:00:00.123Z'],
  [undefined, 'Mon, 9 Nov 2026 10:00:00 +0100 (CET)', '2026-11-09T09:00:00.000Z'],
  [undefined, '09/11/2026 10:00', undefined],
  [undefined, '2026-02-30 10:00:00', undefined],
  [undefined, '2026-11-09 24:00:00', undefined],
  ['DD.MM.YYYY hh:mm:ss', '9.11.2026 10:00:01', '2026-11-09T10:00:01.000Z local'],
  ['DD.MM.YYYY hh:mm:ss', '09.11.2026 10:00:01,5', '2026-11-09T10:00:01.500Z local'],
  ['DD/MM/YYYY hh:mm', '09/11/2026 10:00 +02:00', '2026-11-09T08:00:00.000Z'],
  ['MM/DD/YYYY h:mm A', '11/9/2026 12:05 am', '2026-11-09T00:05:00.000Z local'],
  ['MM/DD/YYYY h:mm A', '11/9/2026 12:05 p.m.', '2026-11-09T12:05:00.000Z local'],
  ['MM/DD/YYYY h:mm A', '11/9/2026 13:05 PM', undefined],
  ['MMM DD, YYYY hh:mm', 'November 9, 2026 10:00', '2026-11-09T10:00:00.000Z local'],
  ['DD.MM.YY', '09.11.26', '2026-11-09T00:00:00.000Z local'],
  ['YYYY-MM-DDThh:mm:ssZ', '2026-11-09T10:00:00-05:00', '2026-11-09T15:00:00.000Z'],
])('%s: %s', (format, text, wanted) => expect(read(format, text)).toBe(wanted));

test.each(['', 'hh:mm', 'YYYY', 'DD.MM.JJJJ', 'YYYY-MM-DD YYYY', 'QQQ'])('`%s` is no format', (format) =>
  expect(timeReader(format)).toBeUndefined(),
);

test('a time written in a pattern is read back, whatever it is', () => {
  const date = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, (when) => {
      const [day, time = ''] = when.toISOString().replace('Z', '').split('T');
      const [year, month, dayOfMonth] = (day ?? '').split('-');
      const wanted = `${when.toISOString()} local`;
      expect(read('DD.MM.YYYY hh:mm:ss', `${dayOfMonth}.${month}.${year} ${time}`)).toBe(wanted);
      expect(read('MM/DD/YYYY hh:mm:ss', `${month}/${dayOfMonth}/${year} ${time}`)).toBe(wanted);
      expect(read('iso', `${day} ${time}`)).toBe(wanted);
    }),
  );
});

test('no text breaks a reader, and no pattern the making of one', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'YMDhmsAZ ./:-([\\$'.split('')) }),
      (text, pattern) => {
        for (const name of Object.keys(NAMED_FORMATS)) timeReader(name)?.(text);
        timeReader(pattern)?.(text);
      },
    ),
  );
});

test('a place has the offset of the day', () => {
  const berlin = zoneOf('Europe/Berlin');
  const at = (text: string): number | undefined => berlin?.(Date.parse(text) / 1000);
  expect([at('2026-01-15T12:00:00Z'), at('2026-07-15T12:00:00Z')]).toEqual([3600, 7200]);
  expect([at('2026-03-29T01:59:00Z'), at('2026-03-29T03:01:00Z')]).toEqual([3600, 7200]);
  expect([zoneOf('+05:30')?.(0), zoneOf('UTC')?.(0), zoneOf('GMT-3')?.(0)]).toEqual([19_800, 0, -10_800]);
  expect([zoneOf('Mars/Olympus'), zoneOf(''), zoneOf('+99:00')]).toEqual([undefined, undefined, undefined]);
});
