import { expect, test } from 'vitest';
import { momentOption } from '../../src/cli/moment.ts';
import { stretchOption } from '../../src/cli/stretch.ts';
import { zoneOf } from '../../src/logs/zone.ts';

const now = new Date('2026-11-20T12:00:00Z');
const told = (typed: string, zone?: string): string =>
  new Date(
    momentOption('--since', typed, { now, zone: zone === undefined ? undefined : zoneOf(zone) }) * 1000,
  ).toISOString();

test.each([
  ['6h', '2026-11-20T06:00:00.000Z'],
  ['7d', '2026-11-13T12:00:00.000Z'],
  ['2w', '2026-11-06T12:00:00.000Z'],
  ['2W', '2026-11-06T12:00:00.000Z'],
  [' 7d ', '2026-11-13T12:00:00.000Z'],
  ['2026-10-01', '2026-10-01T00:00:00.000Z'],
  ['2026-10-01 08:30', '2026-10-01T08:30:00.000Z'],
  ['2026-10-01T08:30:15.5', '2026-10-01T08:30:15.500Z'],
  ['2026-10-01t08:30z', '2026-10-01T08:30:00.000Z'],
  ['2026-10-01T08:30+02:00', '2026-10-01T06:30:00.000Z'],
  ['2026-10-01T08:30+0200', '2026-10-01T06:30:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (typed, moment) => {
  expect(told(typed)).toBe(moment);
});

test('a moment that names no zone is one of the zone that was asked for, and no other is', () => {
  expect(told('2026-10-01', 'Europe/Rome')).toBe('2026-09-30T22:00:00.000Z');
  expect(told('2026-12-01 08:30', 'Europe/Rome')).toBe('2026-12-01T07:30:00.000Z');
  expect(told('2026-10-01T08:30Z', 'Europe/Rome')).toBe('2026-10-01T08:30:00.000Z');
  expect(told('7d', 'Europe/Rome')).toBe('2026-11-13T12:00:00.000Z');
});

test.each(['', 'yesterday', '7', '7m', '12345d', '2026-10', '01.10.2026', '2026-10-01T08', '2026-10-01T08:30+2'])(
  '`%s` is no time',
  (typed) => {
    expect(() => told(typed)).toThrow(`--since: \`${typed}\` is no time`);
  },
);

test.each(['2026-02-29', '2026-13-01', '2026-10-32', '2026-10-01T25:00', '2026-10-01T08:61', '2026-10-01T08:30:61'])(
  'there is no such time as %s',
  (typed) => {
    expect(() => told(typed)).toThrow(`--since: there is no such time as \`${typed}\``);
  },
);

test('a stretch ends behind its beginning, and does not begin in what is still to come', () => {
  const stretch = (since: string, until: string) => stretchOption({ since, until }, { now });
  expect(stretch('2d', '1d')).toEqual({ since: 1_795_003_200, until: 1_795_089_600 });
  expect(() => stretch('1d', '1d')).toThrow('--since is not before --until');
  expect(() => stretch('1d', '2d')).toThrow('--since is not before --until');
  expect(() => stretch('2026-11-20T12:01Z', '2026-12-01')).toThrow('--since: `2026-11-20T12:01Z` is still to come');
  expect(stretchOption({ until: '2026-12-01' }, { now })).toEqual({ until: 1_796_083_200 });
  expect(stretchOption({}, { now })).toEqual({});
});
