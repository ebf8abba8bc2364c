import type { Block, Page } from '../core/page.ts';
import { plainReport, type Report } from '../core/report.ts';
import type { LogFormat } from '../logs/format.ts';
import { logFormats } from '../logs/formats/all.ts';
import { noSuchFormat } from './no-such-format.ts';

const SHAPES: Readonly<Record<LogFormat['shape'], string>> = {
  lines: 'lines of text; messages are followed from line to line',
  entries:
    'JSON objects: one to a line, in an array, or one after the other; messages are followed from one to the next',
  mail: 'mails: .eml files, mbox, Maildir',
  records: 'JSON objects: one to a line, in an array, or one after the other',
  table: 'rows under a header line: CSV, TSV, or with ; or | between the cells; columns are found by name',
};

/** What `explain logs/postfix` tells of a log format: `docs/formats` holds the same. */
export function formatExplained(id: string, startedAt: Date): Report {
  const format = logFormats.find((one) => one.id === id);
  if (format === undefined) throw noSuchFormat(id);
  const body = bodyOf(format);
  return plainReport({
    command: 'explain',
    startedAt,
    page: () => formatPage(format),
    body: () => ({ format: body }),
    lines: () => [body],
    *table() {
      yield ['format', 'title', 'shape', 'obtain'];
      yield [format.id, format.title, format.shape, format.obtain];
    },
  });
}

const bodyOf = ({ id, title, shape, service, obtain, caveats = [], sources }: LogFormat): object => ({
  id,
  title,
  shape,
  ...(service === undefined ? {} : { service }),
  obtain,
  caveats,
  sources,
});

function formatPage({ id, title, shape, service, obtain, caveats = [], sources }: LogFormat): Page {
  const blocks: Block[] = [
    {
      kind: 'pairs',
      rows: [
        { label: 'where from', lines: [obtain] },
        { label: 'holds', lines: [SHAPES[shape]] },
        ...(service === undefined ? [] : [{ label: 'service', lines: [service] }]),
        ...(caveats.length === 0 ? [] : [{ label: 'mind', lines: [...caveats] }]),
        { label: 'read with', lines: [`sendaudit logs FILE, or --log-format ${id} where it is not recognised`] },
        { label: 'see', lines: sources.map(({ label, url }) => `${label}  ${url}`) },
      ],
    },
  ];
  return { title: `logs/${id}`, aside: title, blocks };
}
