import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReportable, parseTlsRpt, tlsRptAsMeant } from '../../src/protocols/tls-rpt.ts';
import { damaged, lists } from '../support/tag-lists.ts';
import { expectInside } from '../support/ranges.ts';
import { cpuTime } from '../support/cpu-time.ts';

const codes = (text: string) => parseTlsRpt(text).problems.map(({ code }) => code);
const targets = (text: string) => parseTlsRpt(text).value.rua.map(({ text: uri }) => uri);

describe('the record', () => {
  test('holds mail and web addresses, separated by commas and blanks', () => {
    const text = 'v=TLSRPTv1; rua=mailto:t@example.com , \t https://example.net/tls?d=1; ext=1;';
    expect(codes(text)).toEqual([]);
    expect(targets(text)).toEqual(['mailto:t@example.com', 'https://example.net/tls?d=1']);
    expect(parseTlsRpt(text).value.rua.map(({ domain }) => domain)).toEqual(['example.com', 'example.net']);
  });

  test('may give several lists, all of which are read, and mentioned', () => {
    const text = 'v=TLSRPTv1; rua=mailto:a@example.com; rua=mailto:b@example.com';
    expect(targets(text)).toEqual(['mailto:a@example.com', 'mailto:b@example.com']);
    expect(codes(text)).toEqual(['duplicate']);
    expect(parseTlsRpt(text).value.valid).toBe(true);
  });

  test('reads what is percent-encoded', () => {
    const [uri] = parseTlsRpt('v=TLSRPTv1; rua=mailto:t%21s@example.com').value.rua;
    expect(uri).toMatchObject({ address: 't!s@example.com', valid: true });
  });

  test.each([
    ['v=TLSRPTv1', ['version', 'rua-missing']],
    ['v=TLSRPTv1;', ['rua-missing']],
    ['v=TLSRPTv1; rua=', ['uri-empty', 'rua-missing']],
    ['v=TLSRPTv2; rua=mailto:t@example.com', ['version']],
    ['v=TLSRPTv1; rua = mailto:t@example.com', ['blank-around-equals']],
    ['v=TLSRPTv1; rua=t@example.com', ['uri-no-scheme']],
    ['v=TLSRPTv1; rua=mailto:t@example.com!10m', ['uri-size']],
    ['v=TLSRPTv1; rua=mailto:t!s@example.com', ['uri-exclamation']],
    ['v=TLSRPTv1; rua=mailto:t@example.com mailto:u@example.com', ['uri-blank']],
    ['v=TLSRPTv1; rua=mailto:t@example.com,', ['uri-empty']],
    ['v=TLSRPTv1; rua=https:///tls', ['uri-host']],
    ['v=TLSRPTv1; rua=https://example.net/%', ['uri-character']],
    ['v=TLSRPTv1; rua=mailto:t@example.com; ext=', ['extension-value']],
  ])('%j breaks the grammar', (text, expected) => {
    expect(codes(text).toSorted()).toEqual(expected.toSorted());
    expect(parseTlsRpt(text).value.valid).toBe(false);
  });

  test('may hold a scheme nobody reports to, which is a URI all the same', () => {
    const { value, problems } = parseTlsRpt('v=TLSRPTv1; rua=http://example.net/');
    expect(problems.map(({ code }) => code)).toEqual(['uri-scheme']);
    expect(value.valid).toBe(true);
    expect(value.rua.map((uri) => isReportable(uri))).toEqual([false]);
  });
});

describe('the record as it was meant', () => {
  test.each([
    ['v=tlsrpt1; rua=t@example.com', 'v=TLSRPTv1; rua=mailto:t@example.com'],
    ['v=TLSRPTv1 rua=mailto:t@example.com!10m', 'v=TLSRPTv1; rua=mailto:t@example.com'],
    ['v=TLSRPTv1; RUA = mailto: t@example.com', 'v=TLSRPTv1; rua=mailto:t@example.com'],
    ['v=TLSRPTv1; rua=http://example.net/tls,', 'v=TLSRPTv1; rua=https://example.net/tls'],
    [
      'v=TLSRPTv1; rua=mailto:a@example.com; ext=1; rua=mailto:b@example.com',
      'v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com; ext=1',
    ],
    ['v=TLSRPTv1; rua=postmaster', undefined],
  ])('%j becomes %j', (text, meant) => expect(tlsRptAsMeant(text)).toBe(meant));

  test('joins the addresses of several records, each once', () => {
    expect(
      tlsRptAsMeant(
        'v=TLSRPTv1; rua=mailto:a@example.com',
        'v=TLSRPTv1; rua=mailto:b@example.com,mailto:a@example.com',
      ),
    ).toBe('v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com');
  });
});

describe('texts of all sorts', () => {
  const texts = fc.oneof(lists, damaged('v=TLSRPTv1; rua=mailto:t@example.com,https://example.net/tls; ext=1;'));

  test('never make the parser throw, and every range lies inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = parseTlsRpt(text);
        expectInside(text, [...problems, ...value.rua]);
      }),
      { numRuns: 500 },
    );
  });

  test('have no size limit as they were meant, also where two fields ran together', () => {
    expect(tlsRptAsMeant('v=TLSRPTv1; rua=mailto:t@example.com,https://example.net/tls!10m ext=1;')).toBe(
      'v=TLSRPTv1; rua=mailto:t@example.com,https://example.net/tls',
    );
  });

  test('have a record as it was meant that has no problems, or none', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const meant = tlsRptAsMeant(text);
        if (meant === undefined) return;
        expect(codes(meant)).toEqual([]);
        expect(tlsRptAsMeant(meant)).toBe(meant);
      }),
      { numRuns: 500 },
    );
  });

  test('of 64 kB, built to be slow, are read in no time', () => {
    for (const piece of [' ', ',', 'a,', 'rua=a@b.cc,', ';', '!1', '%', '@', 'mailto:']) {
      const text = `v=TLSRPTv1; rua=${piece.repeat(65_536 / piece.length)}`;
      const begun = cpuTime();
      parseTlsRpt(text);
      tlsRptAsMeant(text);
      expect(cpuTime() - begun, JSON.stringify(piece)).toBeLessThan(4000);
    }
  });
});
