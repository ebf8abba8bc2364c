import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessmentOf,
  dmarcAsMeant,
  dmarcLookalike,
  isDmarcVersion,
  oneLevelDown,
  parseDmarc,
  printDmarc,
  withoutTag,
  withTag,
} from '../../src/protocols/dmarc.ts';
import { damaged, lists } from '../support/tag-lists.ts';
import { expectInside } from '../support/ranges.ts';
import { cpuTime } from '../support/cpu-time.ts';

const FULL =
  'v=DMARC1; p=quarantine; sp=reject; np=reject; adkim=s; aspf=r; fo=1:d; rua=mailto:a@example.com,mailto:b@example.net; ruf=mailto:c@example.com; psd=n; t=y';
const record = (text: string) => parseDmarc(text).value;
const codes = (text: string) => parseDmarc(text).problems.map(({ code }) => code);
const asked = (text: string) => assessmentOf(record(text), 'treewalk');

describe('a DMARC record', () => {
  test('with every tag of RFC 9989 has no problems', () => {
    const { value, problems } = parseDmarc(FULL);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ version: true, p: 'quarantine', sp: 'reject', np: 'reject', adkim: 's', aspf: 'r' });
    expect(value).toMatchObject({ fo: ['1', 'd'], psd: 'n', testing: true, unknown: [], invalid: [] });
    expect(value.rua.map(({ address, domain }) => [address, domain])).toEqual([
      ['a@example.com', 'example.com'],
      ['b@example.net', 'example.net'],
    ]);
  });

  test('holds the defaults where tags are missing', () => {
    expect(record('v=DMARC1; p=none')).toMatchObject({ adkim: 'r', aspf: 'r', fo: ['0'], psd: 'u', testing: false });
    expect(record('v=DMARC1; p=none')).not.toHaveProperty('sp');
  });

  test('may have capitals in its values and tags in any order', () => {
    const { value, problems } = parseDmarc('v=DMARC1; sp=Reject; p=NONE; adkim=S; ruf=mailto:a@example.com; fo=D:S');
    expect(value).toMatchObject({ p: 'none', sp: 'reject', adkim: 's', fo: ['d', 's'] });
    expect(problems.map(({ code }) => code)).toEqual(['late-policy']);
  });

  test('with capitals in tag names is read, and not by everyone', () => {
    expect(codes('V=DMARC1; P=reject')).toEqual(['tag-case', 'tag-case']);
    expect(asked('V=DMARC1; P=reject')?.p).toBe('reject');
  });

  test('falls back to the default of an invalid tag', () => {
    const { value, problems } = parseDmarc('v=DMARC1; p=none; adkim=x; psd=maybe; t=; fo=2; ruf=mailto:a@example.com');
    expect(value).toMatchObject({ adkim: 'r', psd: 'u', testing: false, fo: ['0'] });
    expect(value.invalid).toEqual(['adkim', 'fo', 'psd', 't']);
    expect(problems.map(({ code }) => code)).toEqual([
      'invalid-value',
      'invalid-value',
      'empty-value',
      'invalid-value',
    ]);
  });

  test('may still have the tags that RFC 9989 dropped', () => {
    const { value, problems } = parseDmarc('v=DMARC1; p=none; pct=25; rf=afrf; ri=86400');
    expect(value).toMatchObject({ pct: 25, rf: ['afrf'], ri: 86400 });
    expect(problems.map(({ code }) => code)).toEqual(['historic-tag', 'historic-tag', 'historic-tag']);
    expect(record('v=DMARC1; p=none; pct=101').invalid).toEqual(['pct']);
  });

  test('with a tag nobody knows ignores it and guesses what was meant', () => {
    const { unknown } = record('v=DMARC1; p=none; ruo=mailto:a@example.com; dkim=s; policy=x; zz=1');
    expect(unknown.map(({ name, suggestion }) => [name, suggestion])).toEqual([
      ['ruo', 'rua'],
      ['dkim', 'adkim'],
      ['policy', 'p'],
      ['zz', undefined],
    ]);
  });

  test('with a tag twice keeps what both say and drops what they do not agree on', () => {
    expect(codes('v=DMARC1; p=none; p=none')).toEqual(['duplicate']);
    expect(record('v=DMARC1; p=none; p=NONE').p).toBe('none');
    expect(record('v=DMARC1; p=none; p=reject')).toMatchObject({ invalid: ['p'] });
    expect(record('v=DMARC1; p=none; p=reject')).not.toHaveProperty('p');
  });

  test('has failure options that exclude each other, or that nobody can use', () => {
    expect(codes('v=DMARC1; p=none; ruf=mailto:a@example.com; fo=0:1')).toEqual(['fo-conflict']);
    expect(codes('v=DMARC1; p=none; ruf=mailto:a@example.com; fo=d:d')).toEqual(['fo-conflict']);
    expect(codes('v=DMARC1; p=none; fo=1')).toEqual(['fo-without-ruf']);
  });
});

describe('the policy a record asks for', () => {
  test('sp falls back to p, np to sp', () => {
    expect(asked('v=DMARC1; p=reject')).toEqual({ p: 'reject', sp: 'reject', np: 'reject', fallback: false });
    expect(asked('v=DMARC1; p=reject; sp=none')).toMatchObject({ sp: 'none', np: 'none' });
    expect(asked('v=DMARC1; p=none; np=reject')).toMatchObject({ p: 'none', sp: 'none', np: 'reject' });
  });

  test('is none without a valid p, where there is somewhere to report', () => {
    const none = { p: 'none', sp: 'none', np: 'none', fallback: true };
    expect(asked('v=DMARC1; rua=mailto:a@example.com')).toEqual(none);
    expect(asked('v=DMARC1; p=rejct; rua=mailto:a@example.com')).toEqual(none);
    expect(asked('v=DMARC1; p=reject; sp=bad; rua=mailto:a@example.com')).toEqual(none);
    expect(asked('v=DMARC1; p=reject; np=bad; rua=mailto:a@example.com')).toEqual(none);
  });

  test('is not there without a valid p and without anywhere to report', () => {
    for (const text of ['v=DMARC1', 'v=DMARC1; sp=reject', 'v=DMARC1; p=reject; sp=bad', 'v=DMARC1; rua=bogus']) {
      expect(asked(text), text).toBeUndefined();
    }
    expect(asked('v=dmarc1; p=reject')).toBeUndefined();
  });

  test('has no np for receivers after RFC 7489, so a bad one does not matter to them', () => {
    const { p, sp, np } = assessmentOf(record('v=DMARC1; p=reject; np=bad'), 'psl')!;
    expect([p, sp, np]).toEqual(['reject', 'reject', 'reject']);
    expect(assessmentOf(record('v=DMARC1; p=none; np=reject'), 'psl')?.np).toBe('none');
  });

  test('goes one level down in a test', () => {
    expect((['reject', 'quarantine', 'none'] as const).map(oneLevelDown)).toEqual(['quarantine', 'none', 'none']);
  });
});

describe('reporting addresses', () => {
  const faults = (rua: string) => codes(`v=DMARC1; p=none; rua=${rua}`);
  const valid = (rua: string) => record(`v=DMARC1; p=none; rua=${rua}`).rua.map((uri) => uri.valid);

  test('are listed between commas with or without blanks', () => {
    expect(faults('mailto:a@example.com ,\tmailto:b@example.com')).toEqual([]);
    expect(valid('mailto:a@example.com ,\tmailto:b@example.com')).toEqual([true, true]);
    expect(faults('mailto:a@example.com,,')).toEqual(['uri-empty', 'uri-empty']);
  });

  test('may carry the obsolete size limit, which is ignored', () => {
    expect(faults('mailto:a@example.com!10m')).toEqual(['uri-size']);
    expect(record('v=DMARC1; p=none; rua=mailto:a@example.com!10m').rua[0]).toMatchObject({
      text: 'mailto:a@example.com',
      size: '10m',
      valid: true,
    });
    expect(faults('mailto:a@example.com!10p')).toEqual(['uri-exclamation']);
    expect(valid('mailto:a@example.com!')).toEqual([false]);
  });

  test('without mailto: are offered with it', () => {
    const { problems } = parseDmarc('v=DMARC1; p=none; rua=dmarc@example.com');
    expect(problems).toMatchObject([{ code: 'uri-no-scheme', replacement: 'mailto:dmarc@example.com' }]);
  });

  test('with blanks, foreign characters or no address are invalid', () => {
    expect(faults('mailto: a@example.com')).toEqual(['uri-blank']);
    expect(faults('mailto:a@example.com mailto:b@example.com')).toEqual(['uri-blank']);
    expect(faults('mailto:<a@example.com>')).toEqual(['uri-character']);
    expect(faults('mailto:a%zz@example.com')).toEqual(['uri-character']);
    expect(faults('mailto:a@localhost')).toEqual(['uri-address']);
    expect(faults('mailto:example.com')).toEqual(['uri-address']);
    expect(faults('mailto:mailto:a@example.com')).toEqual(['uri-address']);
  });

  test('of other schemes are valid, though nobody need support them', () => {
    expect(faults('https://reports.example.com/dmarc')).toEqual(['uri-scheme']);
    expect(record('v=DMARC1; p=none; rua=https://Reports.example.com/x').rua[0]).toMatchObject({
      domain: 'reports.example.com',
      valid: true,
    });
  });

  test('keep an encoded exclamation mark in the address', () => {
    expect(record('v=DMARC1; p=none; rua=mailto:a%21b@example.com').rua[0]?.address).toBe('a!b@example.com');
  });
});

describe('the version', () => {
  test('may have blanks around its equals sign, and nothing before it', () => {
    for (const text of ['v=DMARC1', 'v=DMARC1;', 'v = DMARC1 ;p=none', 'V=DMARC1; p=none', 'v=DMARC1;p=none']) {
      expect(isDmarcVersion(text), text).toBe(true);
    }
    for (const text of [
      '',
      'v=',
      'v=DMARC12',
      'v=dmarc1; p=none',
      ' v=DMARC1',
      'v=DMARC1 p=none',
      'p=none; v=DMARC1',
    ]) {
      expect(isDmarcVersion(text), text).toBe(false);
    }
  });

  test.each([
    ['\u00EF\u00BB\u00BFv=DMARC1; p=none', 'byte-order-mark'],
    ['\uFEFFv=DMARC1; p=none', 'byte-order-mark'],
    [' v=DMARC1; p=none', 'leading-blank'],
    ['"v=DMARC1; p=none"', 'quotes'],
    ['v=dmarc1; p=none', 'case'],
    ['v=DMARC1\\; p=none', 'escaped-separator'],
    ['v=DMARC1 p=none', 'missing-separator'],
    ['v=DMARC1, p=none', 'missing-separator'],
    ['p=none; v=DMARC1', 'version-not-first'],
    ['rua=mailto:a@b.example; v=DMARC1; p=none', 'version-not-first'],
    ['\u200B"v=DMARC1; p=none', 'foreign-character'],
    ['v=DMARC1.0; p=none', 'version-value'],
    ['DMARC1; p=none', 'version-missing'],
    ['p=none', 'version-missing'],
    ['v=DMARC; p=none', 'version-value'],
    ['v=DMARC2; p=none', 'version-value'],
  ])('that receivers do not recognise in %j is told and mended', (text, reason) => {
    const lookalike = dmarcLookalike(text);
    expect(lookalike?.reason).toBe(reason);
    expect(asked(lookalike?.meant ?? '')?.p).toBe('none');
  });

  test('of something else altogether is nobody’s mistake', () => {
    const glued = [
      'v=spf1 -all v=DMARC1; p=none',
      ' "v=spf1 mx ~all; v=DMARC1; p=none"',
      'see _dmarc for v=DMARC1 record',
    ];
    for (const text of ['', 'v=spf1 -all', 'google-site-verification=p', 'hello', 'v=DKIM1; p=none', ...glued]) {
      expect(dmarcLookalike(text), text).toBeUndefined();
    }
    expect(dmarcLookalike('v=DMARC1; p=none')).toBeUndefined();
  });
});

describe('editing a record', () => {
  test('puts policies where old receivers look for them', () => {
    expect(withTag('v=DMARC1; rua=mailto:a@example.com', 'p', 'none')).toBe(
      'v=DMARC1; p=none; rua=mailto:a@example.com',
    );
    expect(withTag('v=DMARC1; p=none; t=y', 'sp', 'reject')).toBe('v=DMARC1; p=none; sp=reject; t=y');
    expect(withTag('v=DMARC1; p=none; sp=none; t=y', 'np', 'reject')).toBe('v=DMARC1; p=none; sp=none; np=reject; t=y');
    expect(withTag('v=DMARC1; p=none;', 'rua', 'mailto:a@example.com')).toBe(
      'v=DMARC1; p=none; rua=mailto:a@example.com;',
    );
  });

  test('takes a tag out', () => {
    expect(withoutTag('v=DMARC1; p=none; pct=100; t=n', 'pct')).toBe('v=DMARC1; p=none; t=n');
  });

  test.each([
    ['v=DMARC1 p=none rua=mailto:a@example.com', 'v=DMARC1; p=none; rua=mailto:a@example.com'],
    ['v=DMARC1\\; p=none\\; rua=mailto:a@example.com', 'v=DMARC1; p=none; rua=mailto:a@example.com'],
    ['v=DMARC1; p=quarentine; ruo=a@example.com;;', 'v=DMARC1; p=quarantine; rua=mailto:a@example.com;'],
    [
      'v=DMARC1; p=none; rua=mailto:a@example.com mailto:b@example.com!10m',
      'v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com',
    ],
    ['"v=DMARC1; P=reject; ruf=mailto: a@example.com; fo=1,d"', 'v=DMARC1; p=reject; ruf=mailto:a@example.com; fo=1:d'],
    ['v=DMARC1;\u00C2\u00A0p=none', 'v=DMARC1; p=none'],
    [
      'v=DMARC1; p=none rua=mailto:a@example.com ruf=mailto:b@example.com',
      'v=DMARC1; p=none; rua=mailto:a@example.com; ruf=mailto:b@example.com',
    ],
  ])('mends %j', (text, meant) => {
    expect(dmarcAsMeant(text)).toBe(meant);
    expect(codes(meant)).toEqual([]);
  });

  test('leaves a good record as it is', () => {
    expect(dmarcAsMeant(FULL)).toBe(FULL);
    expect(printDmarc(record(FULL))).toBe(FULL);
  });
});

describe('DMARC records of all sorts', () => {
  const texts = fc.oneof(lists, damaged(FULL), damaged('v=DMARC1; p=none; pct=5; rua=mailto:a@example.com!10m'));

  test('no text makes the parser throw, and every range lies inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = parseDmarc(text);
        expectInside(text, [...problems, ...value.rua, ...value.ruf, ...value.unknown]);
        dmarcLookalike(text);
        dmarcAsMeant(text);
      }),
      { numRuns: 500 },
    );
  });

  test('a printed record reads as the same record', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = record(text);
        const again = record(printDmarc(read));
        for (const key of [
          'p',
          'sp',
          'np',
          'adkim',
          'aspf',
          'fo',
          'psd',
          'testing',
          'pct',
          'given',
          'invalid',
        ] as const) {
          expect(again[key], key).toEqual(read[key]);
        }
        expect(again.rua.map((uri) => [uri.text, uri.valid])).toEqual(read.rua.map((uri) => [uri.text, uri.valid]));
      }),
      { numRuns: 500 },
    );
  });

  test('what is meant by a text is a record, if it is anything like one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (isDmarcVersion(text) || dmarcLookalike(text) !== undefined) {
          expect(isDmarcVersion(dmarcAsMeant(text))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a record of 64 kB built to be slow is read in no time', () => {
    for (const piece of [
      'a=1;',
      ' ',
      'p=1 p=1 ',
      'rua=a b,',
      'v= ',
      '\\;',
      'rau=!1!1,',
      'x'.repeat(31).concat('=1;'),
    ]) {
      const text = `v=DMARC1; ${piece.repeat(65_000 / piece.length)}`;
      const begun = cpuTime();
      parseDmarc(text);
      dmarcLookalike(` ${text}`);
      expect(cpuTime() - begun, piece).toBeLessThan(4000);
    }
  });
});
