import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bimiAsMeant, isBimiVersion, parseBimi, resemblesBimi } from '../../src/protocols/bimi.ts';
import { corrected } from '../../src/protocols/tag-list-edit.ts';
import { damaged, lists } from '../support/tag-lists.ts';
import { expectInside } from '../support/ranges.ts';

const L = 'https://example.com/logo.svg';
const A = 'https://example.com/mark.pem';
const codes = (text: string) => parseBimi(text).problems.map(({ code }) => code);
const record = (text: string) => parseBimi(text).value;

describe('a BIMI record', () => {
  test('names an indicator and a certificate', () => {
    const { value, problems } = parseBimi(`v=BIMI1; l=${L}; a=${A};`);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ version: true, declined: false, preference: 'brand', localPartSelectors: false });
    expect(value.location).toMatchObject({ text: L, host: 'example.com', extension: 'svg', valid: true });
    expect(value.evidence).toMatchObject({ text: A, extension: 'pem', valid: true });
  });

  test('may leave the certificate out, or empty', () => {
    for (const text of [`v=BIMI1; l=${L}`, `v=BIMI1; l=${L}; a=`, `v=BIMI1;l=${L};a=;`]) {
      expect(codes(text)).toEqual([]);
      expect(record(text).evidence).toBeUndefined();
    }
  });

  test('declines with an empty l= and no certificate', () => {
    for (const text of ['v=BIMI1; l=; a=;', 'v=BIMI1; l=', 'v=BIMI1; l=; a=; lps=true;']) {
      expect(codes(text)).toEqual([]);
      expect(record(text).declined).toBe(true);
    }
  });

  test('without l= declines nothing, and is in error', () => {
    expect(codes('v=BIMI1')).toEqual(['missing-location']);
    expect(codes(`v=BIMI1; a=${A}`)).toEqual(['missing-location']);
    expect(record('v=BIMI1; a=').declined).toBe(false);
  });

  test('with a certificate needs an indicator as well', () => {
    expect(codes(`v=BIMI1; l=; a=${A}`)).toEqual(['evidence-alone']);
    expect(record(`v=BIMI1; l=; a=${A}`).declined).toBe(false);
  });

  test('says what is shown where the sender has an avatar', () => {
    expect(record(`v=BIMI1; l=${L}; avp=personal; lps=true`)).toMatchObject({
      preference: 'personal',
      localPartSelectors: true,
    });
    expect(codes(`v=BIMI1; l=${L}; avp=Personal; lps=yes`)).toEqual(['preference', 'local-part-selectors']);
    expect(record(`v=BIMI1; l=${L}; avp=Personal`).preference).toBe('brand');
  });

  test('is read with tags in capitals, which are a problem all the same', () => {
    const { value, problems } = parseBimi(`v=BIMI1; L=${L}`);
    expect(value.location?.valid).toBe(true);
    expect(problems).toMatchObject([{ code: 'tag-case', replacement: 'l' }]);
  });

  test('is read past tags nobody knows', () => {
    expect(codes(`v=BIMI1; l=${L}; z=64x64; e=`)).toEqual(['unknown-tag', 'unknown-tag']);
  });

  test('with a lost semicolon is corrected to one that works', () => {
    const text = `v=BIMI1; l=${L} a=${A}`;
    const { problems } = parseBimi(text);
    expect(problems.map(({ code }) => code)).toContain('missing-separator');
    expect(corrected(text, problems)).toBe(`v=BIMI1; l=${L}; a=${A}`);
  });
});

describe('an address in it', () => {
  test.each([
    ['http://example.com/logo.svg', 'uri-scheme', 'https://example.com/logo.svg'],
    ['data:image/svg+xml,x', 'uri-scheme', undefined],
    ['example.com/logo.svg', 'uri', 'https://example.com/logo.svg'],
    ['//example.com/logo.svg', 'uri', 'https://example.com/logo.svg'],
    ['/logo.svg', 'uri', undefined],
    ['self', 'uri', undefined],
    ['https://', 'uri', undefined],
    ['https://localhost/logo.svg', 'uri-host', undefined],
    ['https://192.0.2.1/logo.svg', 'uri-host', undefined],
    ['https://[2001:db8::1]/logo.svg', 'uri-host', undefined],
    [`${L},${A}`, 'uri-several', undefined],
    ['https://example.com/our logo.svg', 'uri', undefined],
  ])('%s is not one that receivers fetch', (uri, code, replacement) => {
    const { value, problems } = parseBimi(`v=BIMI1; l=${uri}`);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.replacement).toBe(replacement);
    expect(value.location?.valid).toBe(false);
  });

  test.each([
    ['https://EXAMPLE.com/logo.SVG', 'svg'],
    ['https://example.com:8443/a.b/logo.svg?v=1.2#x', 'svg'],
    ['https://example.com/logo', ''],
    ['https://example.com', ''],
  ])('%s is one, with the ending "%s"', (uri, extension) => {
    const { value, problems } = parseBimi(`v=BIMI1; l=${uri}`);
    expect(problems).toEqual([]);
    expect(value.location).toMatchObject({ extension, valid: true, host: 'example.com' });
  });
});

describe('the version', () => {
  test.each(['v=BIMI1', ' v = BIMI1 ; l=', 'v=BIMI1;l='])('is there in %j', (text) => {
    expect(isBimiVersion(text)).toBe(true);
    expect(resemblesBimi(text)).toBe(false);
  });

  test.each([
    'v=bimi1; l=',
    'V=BIMI1; l=',
    'v=BIMI; l=',
    'v=BIMI2; l=',
    'v=BIMI1 l=',
    '"v=BIMI1; l="',
    'BIMI1; l=',
    `l=${L}; v=BIMI1`,
    `l=${L}`,
  ])('is meant in %j, and receivers discard it', (text) => {
    expect(isBimiVersion(text)).toBe(false);
    expect(resemblesBimi(text)).toBe(true);
    expect(codes(text)).toContain('version');
    expect(isBimiVersion(bimiAsMeant(text))).toBe(true);
  });

  test.each(['', 'v', 'v=spf1 -all', 'v=DMARC1; p=none', 'google-site-verification=x', 'bimini islands', 'l=1'])(
    'is not meant in %j',
    (text) => expect([isBimiVersion(text), resemblesBimi(text)]).toEqual([false, false]),
  );

  test('put first leaves the tags as they were', () => {
    expect(bimiAsMeant(`l=${L}; V=bimi1; a=${A}; x=1`)).toBe(`v=BIMI1; l=${L}; a=${A}`);
    expect(bimiAsMeant(`“v=BIMI1” l=${L}`)).toBe(`v=BIMI1; l=${L}`);
  });
});

describe('whatever the text', () => {
  const texts = fc.oneof(lists, damaged(`v=BIMI1; l=${L}; a=${A}; avp=brand; lps=false`));

  test('it is read without a throw, with every span inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = parseBimi(text);
        expectInside(text, [...problems, ...[value.location ?? []].flat(), ...[value.evidence ?? []].flat()]);
        expect(value.declined && (value.location ?? value.evidence) !== undefined).toBe(false);
        expect(value.version).toBe(isBimiVersion(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('what was meant is a record of known tags, each once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const meant = bimiAsMeant(text);
        expect(isBimiVersion(meant)).toBe(true);
        for (const code of ['version', 'duplicate', 'tag-case', 'unknown-tag'])
          expect(codes(meant)).not.toContain(code);
      }),
      { numRuns: 1000 },
    );
  });
});
