import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasBigNumber } from '../../../src/logs/json/big-number.ts';
import { plainInstant } from '../../../src/logs/json/plain-instant.ts';
import { instantOf } from '../../../src/logs/json/time.ts';
import { timeReader } from '../../../src/logs/mapping/time-format.ts';

const NOWHERE = { latest: Number.POSITIVE_INFINITY };

test('a time as machines write it is read by its digits as it is by the calendar', () => {
  const moment = fc.date({
    min: new Date('1974-01-01T00:00:00Z'),
    max: new Date('4999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, fc.nat({ max: 10 }), fc.stringMatching(/^\d{10}$/), (date, length, digits) => {
      const fraction = digits.slice(0, length);
      const text = `${date.toISOString().slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
      const expected = Math.floor(date.getTime() / 1000) + Number(`0.${fraction}`);
      expect(instantOf(text, NOWHERE)).toEqual({ time: expected });
      // Ten digits and leap days are read the slow way.
      const isPlain = length < 10 && !text.includes('-02-29T');
      expect(plainInstant(text)).toBe(isPlain ? expected : Number.NaN);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is no such time is left to the patterns, and they say what they said', () => {
  const oneWrong = fc.tuple(fc.nat({ max: 23 }), fc.constantFrom('x', '9', '-', ':', 'T', 'Z', '.', ' ', '/', '+'));
  fc.assert(
    fc.property(oneWrong, ([at, wrong]) => {
      const right = '2026-11-09T10:00:05.250Z';
      const text = right.slice(0, at) + wrong + right.slice(at + 1);
      const seconds = plainInstant(text);
      const parsed = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/.test(text) ? Date.parse(text) / 1000 : Number.NaN;
      if (!Number.isNaN(seconds)) expect(seconds).toBe(parsed);
    }),
    { numRuns: 1000 },
  );
  for (const text of ['2026-02-29T10:00:00Z', '2026-04-31T10:00:00Z', '2026-00-01T10:00:00Z', '2026-13-01T10:00:00Z'])
    expect(plainInstant(text)).toBeNaN();
  for (const text of ['2026-11-09T24:00:00Z', '2026-11-09T10:60:00Z', '2026-11-09T10:00:60Z', '2026-11-09T10:00:00.Z'])
    expect(plainInstant(text)).toBeNaN();
});

test('an integer of sixteen digits is found wherever it stands, and shorter ones are none', () => {
  const before = fc.string({ unit: fc.constantFrom('a', '"', ' ', '1', ':', 'z'), maxLength: 40 });
  fc.assert(
    fc.property(before, fc.integer({ min: 1, max: 40 }), before, (left, length, right) => {
      const text = `${left}x:${'7'.repeat(length)}y${right}`;
      const bytes = Buffer.from(text);
      const expected = /(?:^|[:,[\s-])\d{16}/.test(text);
      expect(hasBigNumber(bytes, 0, bytes.length)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('a time in a cell is the same by its digits as by the pattern that takes any', () => {
  const read = timeReader(undefined);
  const moment = fc.date({ min: new Date('1971-01-01Z'), max: new Date('2200-01-01Z'), noInvalidDate: true });
  const zones = fc.constantFrom('', '+0000', '-0330', '+0545', '-1200', '+1400');
  fc.assert(
    fc.property(moment, fc.constantFrom('T', ' '), zones, (date, between, zone) => {
      const [day, clock] = date.toISOString().slice(0, 19).split('T');
      // A comma of no thousandths is read by the pattern.
      const slowly = read?.(`${day}${between}${clock}.0${zone}`);
      expect(slowly).toBeDefined();
      expect(read?.(`${day}${between}${clock}${zone}`)).toEqual(slowly);
    }),
    { numRuns: 1000 },
  );
  for (const text of ['0000-00-00 00:00:00', '0000-01-01 00:00:00', '2026-02-30 10:00:00', '2026-11-09 10:00:00+1e2 '])
    expect(read?.(text)).toBeUndefined();
});
