import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostMatcher, patternMatcher } from '../../src/protocols/mta-sts/mx-pattern.ts';
import { parseMtaStsPolicy } from '../../src/protocols/mta-sts-policy.ts';
import { mtaStsRecordAsMeant, parseMtaStsRecord } from '../../src/protocols/mta-sts-record.ts';
import { isMeantAs } from '../../src/protocols/versioned-fields.ts';
import { damaged, lists } from '../support/tag-lists.ts';
import { expectInside } from '../support/ranges.ts';
import { cpuTime } from '../support/cpu-time.ts';

const recordCodes = (text: string) => parseMtaStsRecord(text).problems.map(({ code }) => code);
const policyCodes = (text: string) => parseMtaStsPolicy(text).problems.map(({ code }) => code);
const GOOD = 'version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n';
/** The good policy with one line in the place of another. */
const policyWith = (key: string, line: string): string => GOOD.replace(new RegExp(`^${key}:.*$`, 'm'), line);

describe('the record', () => {
  test.each([
    'v=STSv1; id=20261101;',
    'v=STSv1;id=a',
    'v=STSv1; \t id=20261101T000000 \t;',
    'v=STSv1; ext=1; id=a; more.of-it_2=x:y/z',
    `v=STSv1; id=${'9'.repeat(32)}`,
  ])('%s is valid', (text) => {
    expect(recordCodes(text)).toEqual([]);
    expect(parseMtaStsRecord(text).value.valid).toBe(true);
  });

  test.each([
    ['', ['empty-tag', 'version', 'id-missing']],
    ['v=STSv1', ['version', 'id-missing']],
    ['v=STSv10; id=1', ['version']],
    ['V=STSv1; id=1', ['version']],
    [' v=STSv1; id=1', ['version']],
    ['id=1; v=STSv1', ['version']],
    ['v=STSv1;', ['id-missing']],
    ['v=STSv1; ID=1', ['id-missing']],
    ['v=STSv1; id=', ['id-value']],
    ['v=STSv1; id=2026-11-01', ['id-value']],
    [`v=STSv1; id=${'9'.repeat(33)}`, ['id-value']],
    ['v=STSv1; id = 1', ['blank-around-equals']],
    ['v=STSv1; id=1;;', ['empty-tag']],
    ['v=STSv1; id=1; ext=', ['extension-value']],
    ['v=STSv1; id=1; a==b', ['extension-value']],
    ['v=STSv1; id=1; ext=a b', ['extension-value']],
    ['v=STSv1; id=1; _ext=1', ['extension-name']],
    [`v=STSv1; id=1; ${'a'.repeat(33)}=1`, ['extension-name']],
    ['v=STSv1; id=1; please', ['trailing-text']],
    ['v=STSv1;\r\n id=1', ['bad-character']],
  ])('%j breaks the grammar', (text, codes) => {
    expect(recordCodes(text)).toEqual(codes);
    expect(parseMtaStsRecord(text).value.valid).toBe(false);
  });

  test('of two ids the first counts, and the record stays valid', () => {
    const { value, problems } = parseMtaStsRecord('v=STSv1; id=1; id=2');
    expect([value.id?.value, value.valid]).toEqual(['1', true]);
    expect(problems.map(({ code }) => code)).toEqual(['duplicate']);
  });

  test('a blank before the first semicolon is legal, and mentioned', () => {
    expect(recordCodes('v=STSv1 ; id=1')).toEqual(['version-blank']);
    expect(parseMtaStsRecord('v=STSv1 ; id=1').value.valid).toBe(true);
  });

  test.each([
    ['v=stsv1; id=1', 'v=STSv1; id=1;'],
    ['v=STSv1 id=1', 'v=STSv1; id=1;'],
    ['"v=STSv1; id=1;"', 'v=STSv1; id=1;'],
    [String.raw`v=STSv1\; id=1\;`, 'v=STSv1; id=1;'],
    ['id=1; v=STSv1', 'v=STSv1; id=1;'],
    ['v=STSv1; ID = 2026-11-01T00:00:00Z', 'v=STSv1; id=20261101T000000Z;'],
    ['v=STSv1; ext=1; two words', 'v=STSv1; id=new; ext=1;'],
  ])('%j was meant as %j', (text, meant) => {
    expect(isMeantAs(text, 'STSv1')).toBe(true);
    expect(mtaStsRecordAsMeant(text, 'new')).toBe(meant);
  });

  test('other texts are not taken for an attempt', () => {
    for (const text of ['v=spf1 -all', 'v=DMARC1; p=none', 'google-site-verification=sts', 'stsomething', '']) {
      expect(isMeantAs(text, 'STSv1'), text).toBe(false);
    }
  });
});

describe('the policy', () => {
  test('the example of the RFC is read, with either line end and blanks behind values', () => {
    for (const text of [GOOD, GOOD.replaceAll('\n', '\r\n'), GOOD.replaceAll('\n', ' \t\n'), GOOD.trimEnd()]) {
      const { value, problems } = parseMtaStsPolicy(text);
      expect(problems).toEqual([]);
      expect(value).toMatchObject({ mode: 'enforce', maxAge: 604_800, valid: true });
      expect(value.mx.map(({ name, wildcard }) => [name, wildcard])).toEqual([['mail.example.com', false]]);
    }
  });

  test('keys may come in any order, unknown ones are passed over, their values may be UTF-8', () => {
    const text = `x-note: caf\u00C3\u00A9 = ok; ok\n${GOOD.trim().split('\n').toReversed().join('\n')}\n`;
    expect(policyCodes(text)).toEqual([]);
  });

  test('of a repeated key the first counts, but every mx', () => {
    const { value, problems } = parseMtaStsPolicy(`${GOOD}mode: none\nmx: *.example.net\nmax_age: 1\n`);
    expect(value).toMatchObject({ mode: 'enforce', maxAge: 604_800, valid: true });
    expect(value.mx).toHaveLength(2);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['duplicate', 5],
      ['duplicate', 7],
    ]);
  });

  test('a policy with mode none needs no host', () => {
    expect(policyCodes('version: STSv1\nmode: none\nmax_age: 86400')).toEqual([]);
    expect(policyCodes('version: STSv1\nmode: testing\nmax_age: 86400')).toEqual(['mx-missing']);
  });

  test.each([
    ['', ['version-missing', 'mode-missing', 'max-age-missing', 'mx-missing']],
    ['<!doctype html>', ['page']],
    [`\xEF\xBB\xBF${GOOD}`, ['byte-order-mark']],
    [`# comment\n${GOOD}`, ['no-colon']],
    [` ${GOOD}`, ['blank-before-colon']],
    [policyWith('mode', 'mode : enforce'), ['blank-before-colon']],
    [policyWith('mode', 'Mode: enforce'), ['mode-missing']],
    [policyWith('mode', 'mode: Enforce'), ['mode-value']],
    [policyWith('mode', 'mode:'), ['value-empty', 'mode-value']],
    [policyWith('version', 'version: STSv2'), ['version-value']],
    [policyWith('max_age', 'max_age: -1'), ['max-age-value']],
    [policyWith('max_age', 'max_age: 01234567890'), ['max-age-value']],
    [policyWith('mx', 'mx: a.example, b.example'), ['mx-value']],
    [`${GOOD}note: a\tb\n`, ['value-character']],
    [GOOD.replaceAll('\n', '\r'), ['line-ends']],
  ])('%j is not applied', (text, codes) => {
    expect(policyCodes(text).toSorted()).toEqual(codes.toSorted());
    expect(parseMtaStsPolicy(text).value.valid).toBe(false);
  });

  test('a blank line is mentioned and does no harm, blank lines at the end are nothing', () => {
    expect(policyCodes(policyWith('mode', 'mode: enforce\n'))).toEqual(['blank-line']);
    expect(parseMtaStsPolicy(policyWith('mode', 'mode: enforce\n')).value.valid).toBe(true);
    expect(policyCodes(`${GOOD}\n\n`)).toEqual([]);
  });

  test('a year and a quarter of a day is the longest time', () => {
    expect(policyCodes(policyWith('max_age', 'max_age: 31557600'))).toEqual([]);
    expect(policyCodes(policyWith('max_age', 'max_age: 31557601'))).toEqual(['max-age-high']);
  });
});

describe('a host pattern', () => {
  /** Asked from either side. */
  const matches = (pattern: string, host: string): boolean => {
    const { mx } = parseMtaStsPolicy(`mx: ${pattern}`).value;
    const answer = hostMatcher(mx)(host);
    expect(mx.some((one) => patternMatcher([host])(one))).toBe(answer);
    return answer;
  };

  test('matches its own host, whatever the letters', () => {
    expect(matches('Mail.Example.com', 'mail.example.COM')).toBe(true);
    expect(matches('mail.example.com', 'mail2.example.com')).toBe(false);
    expect(matches('example.com', 'mail.example.com')).toBe(false);
  });

  test('has a wildcard that stands for exactly one label', () => {
    expect(matches('*.example.com', 'mail.example.com')).toBe(true);
    expect(matches('*.example.com', 'example.com')).toBe(false);
    expect(matches('*.example.com', 'foo.mail.example.com')).toBe(false);
    expect(matches('*.example.com', 'mail.badexample.com')).toBe(false);
  });

  test.each([
    ['mail.example.com.', 'mail.example.com'],
    ['.example.com', '*.example.com'],
    ['<mail.example.com>', 'mail.example.com'],
    ['https://mail.example.com/', 'mail.example.com'],
    ['m\u00C3\u00B6x.example', 'xn--mx-fka.example'],
    ['*', undefined],
    ['*.*.example.com', undefined],
    ['mx*.example.com', undefined],
    ['192.0.2.1', undefined],
    ['[IPv6:2001:db8::1]', undefined],
    ['mail_1.example.com', undefined],
    ['a.example b.example', undefined],
  ])('%j is none, and %j is what was meant', (pattern, meant) => {
    const [read] = parseMtaStsPolicy(`mx: ${pattern}`).value.mx;
    expect(read?.fault).toContain('"');
    expect(read?.meant).toBe(meant);
    expect(matches(pattern, pattern)).toBe(false);
  });
});

describe('texts of all sorts', () => {
  const texts = fc.oneof(lists, damaged('v=STSv1; id=20261101; ext=1;'), damaged(GOOD));

  test('never make a parser throw, and every range lies inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const policy = parseMtaStsPolicy(text);
        expectInside(text, [...parseMtaStsRecord(text).problems, ...policy.problems, ...policy.value.fields]);
      }),
      { numRuns: 500 },
    );
  });

  test('end in no backslash as they were meant: it would escape the semicolon', () => {
    expect(mtaStsRecordAsMeant('v=STSv1; id=20261101; ext=1\\\\', '1')).toBe('v=STSv1; id=20261101; ext=1;');
  });

  test('have a record as it was meant that is valid, and meant as itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const meant = mtaStsRecordAsMeant(text, '1');
        expect(recordCodes(meant).filter((code) => code !== 'duplicate')).toEqual([]);
        expect(mtaStsRecordAsMeant(meant, '2')).toBe(meant);
      }),
      { numRuns: 500 },
    );
  });

  test('of 64 kB, built to be slow, are read in no time', () => {
    for (const piece of [' ', '\t:', 'a:b\n', '\n', ';', 'id=1;', ' id=1', 'v=', '.', '*.', '\r', 'mx: \t']) {
      const text = piece.repeat(65_536 / piece.length);
      const begun = cpuTime();
      parseMtaStsPolicy(`mx: a${text}b`);
      parseMtaStsPolicy(text);
      parseMtaStsRecord(`v=STSv1;${text}`);
      mtaStsRecordAsMeant(text, '1');
      isMeantAs(text, 'STSv1');
      expect(cpuTime() - begun, JSON.stringify(piece)).toBeLessThan(4000);
    }
  });
});
