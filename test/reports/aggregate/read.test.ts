import { describe, expect, it } from 'vitest';
import { EVALUATED, recordXml, reportXml } from '../../support/aggregate-xml.ts';
import { readThrough } from './read-through.ts';
import { CASES } from './truth-table.ts';

describe('a report with', () => {
  it.each(CASES)('$name', async ({ bytes, records = 1, first, head, repairs = [], error, refused }) => {
    const read = await readThrough(bytes);
    const [reading] = read.readings;
    expect({
      records: read.records.length,
      repairs: reading?.repairs.map(({ what }) => what) ?? [],
      error: reading?.error?.what,
      refused: read.failed[0],
    }).toEqual({ records, repairs, error, refused });
    if (first !== undefined) expect(read.records[0]).toMatchObject(first);
    if (head !== undefined) expect(read.heads[0]).toMatchObject(head);
    // Complete is what was read to its end without a loss: who keeps track of copies goes by what the sink is told.
    const isWhole = error === undefined || error.includes('checksum');
    if (reading !== undefined) expect(reading.complete).toBe(isWhole);
    if (read.ends.length > 0) expect(read.ends.every(({ complete }) => complete)).toBe(isWhole);
  });
});

it('what one document declares says nothing in another', async () => {
  const said = recordXml({ evaluated: `${EVALUATED}<reason><type>other</type><comment>&x;</comment></reason>` });
  const declaring = reportXml({ records: [said, said, said] }).replace(
    '<feedback>',
    '<!DOCTYPE feedback [<!ENTITY x "b">]><feedback>',
  );
  const comments = async (xml: string): Promise<unknown> =>
    (await readThrough(xml)).records.map(({ overrides }) => overrides[0]?.comment);
  expect(await comments(declaring)).toEqual(['b', 'b', 'b']);
  expect(await comments(declaring.replace('"b"', '"c"'))).toEqual(['c', 'c', 'c']);
  expect(await comments(reportXml({ records: [said, said] }))).toEqual(['&x;', '&x;']);
});
