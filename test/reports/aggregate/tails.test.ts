import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVALUATED, IDENTIFIERS, RESULTS, recordXml, reportXml } from '../../support/aggregate-xml.ts';
import { newDrafts, saidOf } from '../../../src/reports/aggregate/drafts.ts';
import { createTails, type Tails } from '../../../src/reports/aggregate/tails.ts';
import { unitsOf } from '../../../src/reports/xml/units.ts';
import { readText } from './read-through.ts';

/** Records of a few kinds, as a large report has them; some kinds are odd. */
const KINDS = [
  {},
  { evaluated: `${EVALUATED}\n<reason><type>forwarded</type></reason>\n` },
  { evaluated: EVALUATED.replace('fail', 'pass'), more: '\r\n' },
  { results: `${RESULTS}${RESULTS}` },
  { results: `<dkim><domain>é😀.example</domain><result>pass</result></dkim>` },
  { identifiers: `${IDENTIFIERS}<envelope_from/><!-- </record> -->` },
  { more: '<row><source_ip>203.0.113.9</source_ip></row>' },
  { identifiers: '' },
  { evaluated: `${EVALUATED}</policy_evaluated><count>77</count><policy_evaluated>` },
];
const anyRecords = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), host: fc.nat({ max: 255 }), count: fc.constantFrom('1', '2', '', 'x') }),
  { minLength: 4, maxLength: 30 },
);
const textOf = (records: readonly { kind: object; host: number; count: string }[]): string =>
  reportXml({
    records: records.map(({ kind, host, count }) => recordXml({ ...kind, sourceIp: `192.0.2.${host}`, count })),
  });

describe('what stands behind the address and count of a record', () => {
  it('is read once and found again, and comes to the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, fc.integer({ min: 300, max: 2000 }), async (records, length) => {
        const text = textOf(records);
        // No such part is ever at hand as a whole where the text comes in small pieces.
        const slowly = await readText(text, 20);
        expect(await readText(text)).toEqual(slowly);
        expect(await readText(text, length)).toEqual(slowly);
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the same in documents with something cut out or put in', async () => {
    const junk = fc.constantFrom(
      '',
      '<',
      '</record>',
      '<record>',
      '<row>',
      '</row>',
      '&amp;',
      '&',
      '<x>',
      ' ',
      '\n',
      'R',
    );
    await fc.assert(
      fc.asyncProperty(anyRecords, fc.nat(), fc.nat({ max: 30 }), junk, async (records, place, length, put) => {
        const text = textOf(records);
        const at = place % text.length;
        const broken = text.slice(0, at) + put + text.slice(at + length);
        expect(await readText(broken)).toEqual(await readText(broken, 20));
      }),
      { numRuns: 300 },
    );
  });

  it('is handed out as the same lists', async () => {
    const results = '<spf><domain>the-same.example</domain><result>pass</result></spf>';
    const { records } = await readText(reportXml({ records: Array.from({ length: 5 }, () => recordXml({ results })) }));
    expect(records[4]?.spf).toBe(records[3]?.spf);
  });
});

describe('what is remembered of it', () => {
  const text = (kind: number): string => `${'x'.repeat(4000)}${kind}</record>`;
  const learn = (tails: Tails, kind: number): void => {
    const { length } = text(kind);
    tails.learn(unitsOf('', text(kind)), length, { length, lines: 0, column: undefined }, () => saidOf(newDrafts()));
  };
  const knows = (tails: Tails, kind: number): boolean => tails.find(unitsOf('', text(kind)), 0) !== undefined;

  it('is what was met twice: what comes once would push out what is of use', () => {
    const tails = createTails();
    learn(tails, 1);
    expect(knows(tails, 1)).toBe(false);
    learn(tails, 1);
    expect(knows(tails, 1)).toBe(true);
  });

  it('is no more than a megabyte, whatever comes', () => {
    const tails = createTails();
    const learnTwice = (kind: number): void => [1, 2].forEach(() => learn(tails, kind));
    for (let kind = 1000; kind < 1250; kind += 1) learnTwice(kind);
    expect([knows(tails, 1000), knows(tails, 1249)]).toEqual([true, true]);
    for (let kind = 1250; kind < 1270; kind += 1) learnTwice(kind);
    expect([knows(tails, 1000), knows(tails, 1249), knows(tails, 1269)]).toEqual([false, false, true]);
  });
});
