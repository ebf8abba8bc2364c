import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentFromText, type ReportDocument } from '../../../src/intake/document.ts';
import { createJsonReader, type JsonNode } from '../../../src/reports/tls-rpt/json.ts';
import { DOCUMENT_LIMIT, VALUE_LIMIT } from '../../../src/reports/tls-rpt/limits.ts';
import { readTlsRpt } from '../../../src/reports/tls-rpt/read.ts';
import type { TlsReading } from '../../../src/reports/tls-rpt/report.ts';

const HEALTHY = readFileSync('fixtures/tls-rpt/faults/healthy.json', 'utf8');
const read = (text: string): Promise<TlsReading> => readTlsRpt({ ...documentFromText('a.json', text), form: 'json' });
const policies = ({ reports }: TlsReading): unknown[] => reports.flatMap((report) => report.policies);

/** What JSON.parse would make of it; keys as the reader has them. */
function plain(node: JsonNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'text') return node.text;
  if (node.kind === 'list') return node.items.map((item) => plain(item));
  if (node.kind === 'object') return Object.fromEntries(Array.from(node.members, ([key, item]) => [key, plain(item)]));
  return JSON.parse(node.text) as unknown;
}
/** Keys in the reader's form, two that become one left out. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.constantFrom(true, false, null),
    fc.array(tie('any')),
    fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), tie('any')),
  ),
})).any;

describe('the JSON reader', () => {
  test('says of every JSON text what JSON.parse says', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, '\t'), (wanted, space) => {
        const notes: string[] = [];
        const text = JSON.stringify(wanted, undefined, space);
        const { node, end, fault } = createJsonReader(text, (kind) => void notes.push(kind)).read(0);
        expect(fault).toBeUndefined();
        expect(end).toBe(text.length);
        // A number keeps its digits: -0 is written as 0.
        expect(plain(node)).toEqual(JSON.parse(text));
        expect(notes).toEqual([]);
      }),
    );
  });

  test('stops where it cannot go on, and says where', () => {
    const { node, fault } = createJsonReader('{"a": [1, 2, @]}', () => {}).read(0);
    expect(plain(node)).toEqual({ a: [1, 2] });
    expect(fault).toEqual({ unfinished: false, what: 'unexpected "@"', at: 13 });
  });
});

describe('a TLS report', () => {
  test('may have its keys with underscores or capitals for hyphens', async () => {
    const { reports, repairs } = await read(HEALTHY);
    const renamed = (put: (letter: string) => string): string =>
      HEALTHY.replaceAll(/"[a-z-]+":/g, (key) => key.replaceAll(/-([a-z])/g, (_, letter: string) => put(letter)));
    for (const put of [(letter: string) => `_${letter}`, (letter: string) => letter.toUpperCase()]) {
      const other = await read(renamed(put));
      expect(other.reports).toEqual(reports);
      expect(JSON.stringify(other.repairs)).toContain('is read with hyphens');
    }
    expect(repairs).toEqual([]);
  });

  test('never makes the reader throw, whatever stands in it', async () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      value.map((one) => JSON.stringify({ policies: [one] })),
    );
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const reading = await read(text);
        expect(reading.reports.length > 0 || reading.error !== undefined).toBe(true);
      }),
    );
  });

  test('with any damage is read or refused, and counts stay numbers', async () => {
    const damage = fc.array(fc.tuple(fc.nat(HEALTHY.length), fc.nat(12), fc.string({ maxLength: 4 })), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (edits) => {
        let text = HEALTHY;
        for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
        for (const { successful, failed } of (await read(text)).reports.flatMap((report) => report.policies))
          for (const count of [successful, failed]) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      }),
    );
  });

  test('that is cut off anywhere keeps its whole policies, and says where it ends', async () => {
    const all = policies(await read(HEALTHY));
    for (let end = 1; end < HEALTHY.trimEnd().length; end += 1) {
      const reading = await read(HEALTHY.slice(0, end));
      const kept = policies(reading);
      expect(kept).toEqual(all.slice(0, kept.length));
      expect(reading.error?.what).toMatch(/^truncated at line \d+, column \d+ after \d whole/);
    }
  });

  test('reads the same in pieces', async () => {
    const whole = await read(HEALTHY);
    for (const length of [1, 7, 100]) {
      const pieces = async function* (): AsyncGenerator<string> {
        for (let at = 0; at < HEALTHY.length; at += length) yield HEALTHY.slice(at, at + length);
      };
      const document: ReportDocument = { ...documentFromText('a.json', HEALTHY), text: pieces() };
      expect(await readTlsRpt(document)).toEqual(whole);
    }
  });

  test('is read behind text that is none', async () => {
    const reading = await read(`)]}',\n${HEALTHY}`);
    expect(policies(reading)).toHaveLength(2);
    expect(reading.repairs).toEqual([{ what: 'text before the report is ignored', line: 1 }]);
  });

  test('whose container broke says so first', async () => {
    const document = documentFromText('a.json', HEALTHY.slice(0, 900));
    document.condition.broken = 'compressed data are cut off';
    expect((await readTlsRpt(document)).error?.what).toMatch(/^compressed data are cut off: truncated at line/);
  });

  test('keeps to its limits, and tells which it met', async () => {
    const flood = `{"organization-name": "x", "x": [${'1,'.repeat(VALUE_LIMIT)}1], "policies": []}`;
    expect((await read(flood)).error?.what).toContain(`more than ${VALUE_LIMIT} values, the limit`);
    const endless = `{"organization-name": "${'x'.repeat(DOCUMENT_LIMIT)}`;
    expect((await read(endless)).error?.what).toContain('the limit for a TLS report');
  }, 60_000);

  test('with one fault a thousand times tells it a few times and counts the rest', async () => {
    const details = Array.from({ length: 1000 }, () => '{"result-type":"x","failed-session-count":"1"}').join(',');
    const { repairs, reports } = await read(
      HEALTHY.replace(/"failure-details": \[[^\]]*\]/, `"failure-details": [${details}]`),
    );
    expect(reports[0]?.policies[0]?.failures).toHaveLength(1000);
    expect(repairs.filter(({ what }) => what.startsWith('failed-session-count is written'))).toHaveLength(5);
    expect(repairs).toContainEqual({ what: 'a number as text: 995 more of the same kind' });
  });
});
