import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReportUris } from '../../src/protocols/uri.ts';
import { corrected } from '../../src/protocols/tag-list-edit.ts';

const octets = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const meant = (list: string): string => corrected(list, parseReportUris(list).problems);
const faults = (list: string): string[] => parseReportUris(list).problems.map(({ code }) => code);

describe('a mailto URI', () => {
  test.each([
    ['mailto://d@example.com', 'mailto:d@example.com'],
    ['mailto:/d@example.com', 'mailto:d@example.com'],
    ['mailto:d@example.com.', 'mailto:d@example.com'],
    ['mailto:a/b@example.com', 'mailto:a%2Fb@example.com'],
    ['mailto:a#b@example.com?subject=x', 'mailto:a%23b@example.com?subject=x'],
  ])('%j is no address, and is corrected to %j', (written, correction) => {
    expect(faults(written)).toEqual(['uri-address']);
    expect(parseReportUris(written).uris.map(({ valid }) => valid)).toEqual([false]);
    expect(meant(written)).toBe(correction);
    expect(faults(correction)).toEqual([]);
  });

  test('may have a slash that is percent-encoded', () => {
    expect(parseReportUris('mailto:a%2Fb@example.com').uris).toMatchObject([
      { address: 'a/b@example.com', valid: true },
    ]);
  });

  test('has the domain as A-labels', () => {
    const list = octets('mailto:d@example.com,mailto:x@bücher.de');
    const { uris, problems } = parseReportUris(list);
    expect(problems).toMatchObject([
      { code: 'uri-character', message: '"mailto:x@bücher.de" holds "ü", which no URI may' },
    ]);
    expect(uris).toMatchObject([{ valid: true }, { valid: false, address: 'x@bücher.de', domain: 'xn--bcher-kva.de' }]);
    expect(meant(list)).toBe('mailto:d@example.com,mailto:x@xn--bcher-kva.de');
    expect(meant(octets('x@bücher.de')), 'and gets its scheme as well').toBe('mailto:x@xn--bcher-kva.de');
  });

  test('with a local part beyond ASCII is left to its owner', () => {
    const list = octets('mailto:jörg@bücher.de');
    expect(faults(list)).toEqual(['uri-character']);
    expect(meant(list)).toBe(list);
  });
});

test('a corrected list is a good one, wherever every fault has a correction', () => {
  const pieces = fc.constantFrom(
    'mailto:',
    '/',
    'd',
    '@',
    'example.com',
    '.',
    ',',
    ' ',
    '!10m',
    '%2F',
    '#',
    octets('ü'),
  );
  const lists = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(lists, (list) => {
      const { problems } = parseReportUris(list);
      for (const { start, end } of problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(list.length);
      }
      const once = problems.every(({ replacement, code }) => replacement !== undefined && code === 'uri-address');
      if (once) expect(faults(meant(list))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
