import { describe, expect, it } from 'vitest';
import { isStandardZone, mailDateIn } from '../../src/mail/date.ts';

const at = (text: string): number => Date.parse(text) / 1000;

describe('the date of a mail', () => {
  it.each([
    ['Tue, 10 Nov 2026 09:00:00 +0100', { clock: at('2026-11-10T09:00:00Z'), zone: '+0100', east: 60 }],
    // The forms of RFC 822: two digits of a year, no seconds, a zone with a name.
    ['10 Nov 26 09:00 EDT', { clock: at('2026-11-10T09:00:00Z'), zone: 'EDT', east: -240 }],
    ['10 Nov 49 09:00 GMT', { clock: at('2049-11-10T09:00:00Z'), zone: 'GMT', east: 0 }],
    ['10 Nov 96 09:00 GMT', { clock: at('1996-11-10T09:00:00Z'), zone: 'GMT', east: 0 }],
    ['Tuesday, 10-November-2026 09:00:00 MEST', { clock: at('2026-11-10T09:00:00Z'), zone: 'MEST', east: 120 }],
    ['Tue Nov 10 09:00:00 2026', { clock: at('2026-11-10T09:00:00Z') }],
    ['Tue Nov 10 09:00:00 KST 2026', { clock: at('2026-11-10T09:00:00Z'), zone: 'KST', east: 540 }],
    // One of the letters that mean something else to everybody (RFC 5322 §4.3).
    ['10 Nov 2026 09:00:00 Q', { clock: at('2026-11-10T09:00:00Z'), zone: 'Q' }],
    ['31 Dec 2016 23:59:60 +0000', { clock: at('2017-01-01T00:00:00Z'), zone: '+0000', east: 0 }],
    [
      'from mx.example by mx.example; Tue, 10 Nov 2026 09:00:00 -0530 (x)',
      { clock: at('2026-11-10T09:00:00Z'), zone: '-0530', east: -330 },
    ],
  ])('%s', (written, expected) => {
    expect(mailDateIn(written)).toEqual(expected);
  });

  it.each([
    '',
    'Tue',
    '31 Feb 2026 09:00:00',
    '0 Mar 2026 09:00:00',
    '10 Foo 2026 09:00:00',
    '10 Nov 2026 24:00:00',
    '1 Jan 1969 09:00:00',
  ])('is none: %s', (written) => expect(mailDateIn(written)).toBeUndefined());

  it('has a zone that everybody knows, or one that only its neighbours do', () => {
    expect(['+0100', 'gmt', 'PDT'].map((zone) => isStandardZone(zone))).toEqual([true, true, true]);
    expect(['CET', 'Q', 'constructor'].map((zone) => isStandardZone(zone))).toEqual([false, false, false]);
  });
});
