import { describe, expect, it } from 'vitest';
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
  });
});
