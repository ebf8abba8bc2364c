import { expect, test } from 'vitest';
import { addressIn, bareMessageId, domainOf } from '../../../src/logs/address.ts';
import { dateMoment, epochMoment } from '../../../src/logs/moment.ts';

const NOON = Date.parse('2026-11-09T12:00:00Z') / 1000;
const none = { latest: NOON };

test.each([
  '2026-11-09T12:00:00Z',
  '2026-11-09T12:00:00.000000Z',
  '2026-11-09T13:00:00+01:00',
  '2026-11-09 13:00:00+01',
  '2026-11-09 13:00:00 +0100',
  '2026-11-09 12:00:00 UTC',
])('%s is noon in UTC', (text) => {
  expect(dateMoment(text, none)).toEqual({ time: NOON });
});

test('a time without zone is taken for UTC and says so, or for the zone that is given', () => {
  expect(dateMoment('2026-11-09 12:00:00', none)).toEqual({ time: NOON, assumed: 'zone' });
  expect(dateMoment('2026-11-09 13:00:00', { latest: NOON, zone: 60 })).toEqual({ time: NOON });
});

test.each(['2026-02-31T12:00:00Z', '2026-11-09T25:00:00Z', '1970-01-01T00:00:00Z', '2026-11-09', 'soon', ''])(
  '%j is no time of a mail',
  (text) => expect(dateMoment(text, none)).toBeUndefined(),
);

test('a Unix time is seconds or milliseconds by its size, and nothing is an event at 1970', () => {
  expect(epochMoment(NOON)).toEqual({ time: NOON });
  expect(epochMoment(NOON * 1000 + 123)).toEqual({ time: NOON + 0.123 });
  for (const value of [0, -1, 1, 1e300, 10_000_000_000, undefined]) expect(epochMoment(value)).toBeUndefined();
});

test('addresses are taken out of what stands around them', () => {
  expect(addressIn('Shop <shop@example.com>')).toBe('shop@example.com');
  expect(addressIn(' shop@example.com ')).toBe('shop@example.com');
  expect(addressIn('"a b"@example.com')).toBe('"a b"@example.com');
  for (const text of ['', '@', 'shop@', '@example.com', 'shop', '<>', 'a@b c', undefined])
    expect(addressIn(text)).toBeUndefined();
  expect(domainOf('a@Example.COM.')).toBe('example.com');
  expect(bareMessageId('<a@b>')).toBe('a@b');
  expect(bareMessageId('a@b')).toBe('a@b');
  expect(bareMessageId('<>')).toBe('<>');
});
