import { describe, expect, it } from 'vitest';
import { documentFromText } from '../../../src/intake/document.ts';
import { readAggregate } from '../../../src/reports/aggregate/read.ts';
import type { ReportHead } from '../../../src/reports/aggregate/row.ts';
import { METADATA, reportXml } from '../../support/aggregate-xml.ts';

describe('a period the report does not tell', () => {
  const withoutPeriod = reportXml({ metadata: METADATA.replace(/<date_range>.*<\/date_range>/, '') });

  async function read(path: string, text: string) {
    const heads: ReportHead[] = [];
    let records = 0;
    const reading = await readAggregate(documentFromText(path, text), {
      head: (head) => (heads.push(head), 'read'),
      record: () => void (records += 1),
    });
    const [{ begin, end } = {}] = heads;
    return { records, begin, end, repairs: reading.repairs.map(({ what }) => what), error: reading.error?.what };
  }

  it.each([
    'receiver.example!example.com!1600000000!1600086399.xml',
    'mails/1.eml › receiver.example!example.com!1600000000!1600086399!2.xml.gz',
    'receiver.example!example.com!1600000000!1600086399.zip › report.xml',
  ])('is that of the file’s name: %s', async (path) => {
    expect(await read(path, withoutPeriod)).toEqual({
      records: 1,
      begin: 1_600_000_000,
      end: 1_600_086_399,
      repairs: [
        'date_range/begin is missing: that of the file name stands in for it',
        'date_range/end is missing: that of the file name stands in for it',
      ],
      error: undefined,
    });
  });

  it('is not guessed where no name tells it', async () => {
    expect(await read('report.xml', withoutPeriod)).toMatchObject({
      records: 0,
      error: 'report_metadata/date_range/begin is missing',
    });
  });

  it('is not looked for in a name where the report tells it', async () => {
    const path = 'receiver.example!example.com!1600000000!1600086399.xml';
    expect(await read(path, reportXml())).toMatchObject({ begin: 1_700_000_000, end: 1_700_086_399, repairs: [] });
  });
});
