import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFromText } from '../../../src/intake/document.ts';
import { createReportBuilder } from '../../../src/reports/aggregate/builder.ts';
import { createNotes } from '../../../src/reports/aggregate/notes.ts';
import { readAggregate } from '../../../src/reports/aggregate/read.ts';
import type { DmarcRecord } from '../../../src/reports/aggregate/row.ts';
import { createSegmentScanner } from '../../../src/reports/aggregate/segments.ts';
import { parsedLoosely } from '../../../src/reports/aggregate/tolerant.ts';
import {
  EVALUATED,
  IDENTIFIERS,
  METADATA,
  POLICY,
  RESULTS,
  manyRecords,
  recordXml,
  reportXml,
} from '../../support/aggregate-xml.ts';
import { readText, readThrough } from './read-through.ts';

const good = reportXml({ records: manyRecords(4) });

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Records of random but sound content, some of it escaped. */
const anyRecord = fc
  .record({
    sourceIp: fc.oneof(fc.ipV4(), fc.ipV6()),
    count: fc.nat().map(String),
    comment: fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '&amp;',
        '&amp;lt;',
        '&#233;',
        'é',
        '😀',
        '&lt;',
        '<![CDATA[&]]>',
        '<!-- </record> -->',
      ),
    }),
    result: fc.constantFrom('pass', 'FAIL', ' none ', ''),
    signatures: fc.nat({ max: 3 }),
  })
  .map(({ sourceIp, count, comment, result, signatures }) =>
    recordXml({
      sourceIp,
      count,
      evaluated: `${EVALUATED}<reason><type>other</type><comment>x${comment}</comment></reason>`,
      identifiers: `${IDENTIFIERS}<envelope_from>${result}.example</envelope_from>`,
      results: `<dkim><domain>d.example</domain><result>${result}</result></dkim>`.repeat(signatures),
    }),
  );

describe('the reader', () => {
  it('hands on the same whatever pieces the text comes in', async () => {
    const whole = await readText(good);
    expect(whole.records).toHaveLength(4);
    for (const length of [1, 7, 64, 1000]) expect(await readText(good, length)).toEqual(whole);
  });

  it('hands on the same whatever pieces a broken text comes in', async () => {
    const broken = good.replace('<count>2</count>', '<count>2<count>').replace('</feedback>', '');
    const whole = await readText(broken);
    expect(whole.records.map(({ count }) => count)).toEqual([1, 2, 3, 4]);
    for (const length of [1, 50, 1000]) expect(await readText(broken, length)).toEqual(whole);
  });

  it('never throws, and never hangs, on arbitrary bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('', '<feedback>', '\x1F\x8B\x08\x00', 'PK\x03\x04'),
        async (tail, start) => {
          await readThrough(Buffer.concat([Buffer.from(start, 'latin1'), tail]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws on a report with something cut out or put in, never makes records up, and never loses one silently', async () => {
    const place = fc.nat({ max: good.length });
    const junk = fc.constantFrom(
      '',
      '<',
      '>',
      '&',
      '</record>',
      '<record>',
      '</feedback>',
      '<!--',
      ']]>',
      '\0',
      '<feedback>',
      '"',
      '<?',
      '&#0;',
      METADATA,
    );
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 200 }), junk, async (at, length, put) => {
        const { records, reading } = await readText(good.slice(0, at) + put + good.slice(at + length));
        expect(records.length).toBeLessThanOrEqual(4);
        expect(reading.records).toBe(records.length);
        if (records.length < 4) expect([...reading.repairs, reading.error]).not.toEqual([undefined]);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts of a report that is cut off anywhere only the records before the cut, and says so', async () => {
    const ends = manyRecords(4).map((record) => good.indexOf(record) + record.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: good.indexOf('<report_metadata>'), max: good.length - 1 }), async (at) => {
        const { records, reading } = await readText(good.slice(0, at));
        expect(records).toHaveLength(ends.filter((end) => end <= at).length);
        expect(reading).toMatchObject({
          complete: false,
          error: { what: expect.stringMatching(/^truncated at line \d/) },
        });
      }),
      { numRuns: 200 },
    );
  });

  it('reads well-formed records strictly and loosely to the same effect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 4 }), async (records) => {
        const text = reportXml({ records });
        const { reading, records: strict } = await readText(text);
        expect(reading.error).toBeUndefined();
        expect(reading.repairs.filter(({ what }) => what.includes('well-formed'))).toEqual([]);
        expect(looseRecords(text)).toEqual(strict);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the records around a broken one as if nothing were wrong', async () => {
    const anyBreak = fc.constantFrom('<x>', '</x>', '&', '<', '</row>', '<count>', '&nbsp;', '\u0001');
    await fc.assert(
      fc.asyncProperty(anyBreak, fc.nat({ max: RESULTS.length }), async (put, at) => {
        const results = RESULTS.slice(0, at) + put + RESULTS.slice(at);
        const [before, after] = [recordXml({ count: '11' }), recordXml({ count: '13' })];
        const { records } = await readText(reportXml({ records: [before, recordXml({ results }), after] }));
        const counts = records.map(({ count }) => count);
        expect([counts.at(0), counts.at(-1)]).toEqual([11, 13]);
        expect(records.at(-1)).toEqual({ ...records.at(0), count: 13 });
      }),
      { numRuns: 300 },
    );
  });

  it('does not take an error of the sink for one of the document', async () => {
    const sink = {
      head: () => 'read' as const,
      record: () => {
        throw new Error('disk full');
      },
    };
    await expect(readAggregate(documentFromText('a.xml', good), sink)).rejects.toThrow('disk full');
    const broken = good.replace('</count>', '</cuont>');
    await expect(readAggregate(documentFromText('a.xml', broken), sink)).rejects.toThrow('disk full');
  });

  it('hands on no record of a report nobody wants, and still knows how many there are', async () => {
    const records: DmarcRecord[] = [];
    const ends: unknown[] = [];
    const sink = {
      head: () => 'skip' as const,
      record: (record: DmarcRecord) => void records.push(record),
      end: (end: unknown) => void ends.push(end),
    };
    const late = `<feedback>${manyRecords(4).join('')}${METADATA}${POLICY}</feedback>`;
    for (const text of [good, late]) {
      const reading = await readAggregate(documentFromText('a.xml', text), sink);
      expect(reading).toMatchObject({ reports: 1, records: 0, complete: true });
    }
    expect(records).toEqual([]);
    expect(ends).toEqual([1, 2].map(() => ({ records: 4, complete: true })));
  });

  it('tells five repairs of a kind and counts the others', async () => {
    const records = Array.from({ length: 12 }, () => recordXml({ count: 'x' }));
    const { reading } = await readText(reportXml({ records }));
    expect(reading.repairs).toHaveLength(6);
    expect(reading.repairs.at(-1)).toEqual({ what: 'count is no number: 7 more of the same kind' });
  });

  it('gives up on metadata that never come, instead of keeping all records', async () => {
    const { reading, records } = await readText(
      `<feedback>${recordXml().repeat(20_001)}${METADATA}${POLICY}</feedback>`,
    );
    expect(records).toEqual([]);
    expect(reading.error?.what).toBe('no report_metadata before the first 20000 records, the limit');
  });

  it('gives up on a record that never ends, well-formed or not', async () => {
    const start = reportXml({ records: [], end: '<record>' });
    const endless = '<x></x>'.repeat(160_000);
    expect((await readText(start + endless)).reading.error?.what).toBe(
      'no whole record in 1048576 characters, the limit',
    );
    expect((await readText(`${start}<a></b>${endless}`)).reading.error?.what).toBe(
      'a record with more than 1048576 characters, the limit',
    );
  });

  it('passes over beginnings of further reports that break at once, and still knows in which line it is', async () => {
    const broken = (times: number): string => '<feedback x>\n'.repeat(times);
    const last = reportXml({ declaration: '', records: [recordXml({ count: 'x' })] });
    const { reading, records } = await readText(`${good}\n${broken(100)}${last}`);
    expect(records).toHaveLength(5);
    const { line } = reading.repairs.find(({ what }) => what.includes('the count "x"')) ?? {};
    expect(line).toBe(`${good}\n${broken(100)}`.split('\n').length + 4);
  });

  it('finds the next report behind such beginnings, in whatever pieces it comes', async () => {
    const text = `${good}\n${'<feedback x>\n'.repeat(3)}${reportXml({ declaration: '', records: manyRecords(4) })}`;
    const first = text.lastIndexOf('<feedback>') - 20;
    for (let length = first; length < first + 40; length += 1)
      expect((await readText(text, length)).records).toHaveLength(8);
  });

  it('gives up on a tail of nothing but such beginnings', async () => {
    const broken = '<feedback x>\n'.repeat(101);
    const behind = `${broken}${' '.repeat(5000)}${good}`;
    const { reading, records } = await readText(`${good}\n${behind}`, 1000);
    expect(records).toHaveLength(4);
    expect(reading.repairs.at(-1)?.what).toMatch(/: 96 more of the same kind$/);
  });

  it.each([
    ['{"policies":[]}', 'a TLS report (JSON)'],
    ['[1]', 'JSON'],
    ['Feedback-Type: auth-failure\n', 'a DMARC failure report'],
    ['From: a@b.example\n\nhello', 'a mail message'],
    [' ', 'an empty document'],
    ['<!-- nothing -->', 'XML without any element'],
    ['hello', 'plain text'],
  ])('says what a text is that is none: %j', async (text, what) => {
    const { reading } = await readText(text);
    expect(reading).toMatchObject({
      complete: false,
      error: { what: `not a DMARC aggregate report: looks like ${what}` },
    });
  });

  it('says in which line the first of the records stands that are lost', async () => {
    const records = [recordXml(), recordXml().slice(0, 120), recordXml(), recordXml({ more: '<!DOCTYPE x>' })];
    const { reading } = await readText(reportXml({ records }));
    expect(reading.error).toEqual({ what: expect.stringMatching(/^not well-formed: 2 records/), line: 6 });
  });

  it('keeps nothing of a text it was handed in slices', async () => {
    // A slice keeps the whole chunk alive it was cut from: 60 MB here, where the records themselves are nothing.
    const kept: DmarcRecord[] = [];
    const filler = `<x>${'y'.repeat(60_000)}</x>`;
    const one = (at: number): string =>
      recordXml({
        sourceIp: `2001:db8::${at.toString(16)}:1234`,
        more: filler,
        identifiers: `<header_from>host-${at}.example.com</header_from>`,
      });
    async function* text() {
      await Promise.resolve();
      yield reportXml({ records: [], end: '' });
      for (let at = 1; at <= 1000; at += 1) yield Buffer.from(one(at)).toString('latin1');
      yield '</feedback>';
    }
    gc();
    const before = process.memoryUsage().heapUsed;
    const sink = { head: () => 'read' as const, record: (record: DmarcRecord) => void kept.push(record) };
    await readAggregate({ ...documentFromText('a.xml', ''), text: text() }, sink);
    gc();
    expect(kept).toHaveLength(1000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
  });
});

/** What the loose parser makes of every record of a text. */
function looseRecords(text: string): DmarcRecord[] {
  const records: DmarcRecord[] = [];
  const sink = { head: () => 'read' as const, record: (record: DmarcRecord) => void records.push(record) };
  const builder = createReportBuilder(sink, createNotes(), () => 1);
  const scanner = createSegmentScanner(1, {
    segment(segment) {
      builder.abandon();
      parsedLoosely(segment.text)(builder);
    },
    feedback: (tag) => (tag === 'end' ? builder.end(true) : builder.abandon()),
    strayEnd: () => undefined,
    cutOff: () => undefined,
  });
  scanner.push(text);
  scanner.end();
  return records;
}
