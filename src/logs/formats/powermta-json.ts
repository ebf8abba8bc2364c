import { defineLogFormat, type JsonObject, type TableReader } from '../format.ts';
import { textOf } from '../mapping/record-path.ts';
import powermta from './powermta.ts';

export default defineLogFormat({
  id: 'powermta-json',
  title: 'PowerMTA accounting, JSON',
  shape: 'records',
  obtain:
    'Records of PowerMTA’s accounting as JSON, as its HTTP pipes post them or a collector of its files writes them',
  caveats: ['Everything is as with the accounting files; the names are those of their columns'],
  sources: powermta.sources,
  recognise: (record) => (isRecord(record) ? powermta.recognise(Object.keys(record)) : 0),
  read(record, sink, assumptions) {
    if (!isRecord(record)) return false;
    const columns = Object.keys(record);
    const signature = columns.join('\n');
    // Most records have the columns of the one before.
    if (last?.sink !== sink || last.assumptions !== assumptions || last.signature !== signature) {
      const open = powermta.open(
        columns,
        { ...sink, event: (event) => sink.event({ ...event, source: 'powermta-json' }) },
        assumptions,
      );
      last = { sink, assumptions, signature, reader: open };
    }
    return last.reader.row(columns.map((column) => textOf(record[column])));
  },
});

let last:
  | { readonly sink: unknown; readonly assumptions: unknown; readonly signature: string; readonly reader: TableReader }
  | undefined;

/** Of `tq`, which tells of a queue, nobody is named. What is asked is what the row will have. */
const isRecord = ({ type, rcpt, orcpt, queue }: JsonObject): boolean => {
  const kind = textOf(type);
  const recipient = textOf(rcpt) || textOf(orcpt);
  if (recipient === '') return kind === 'tq' && textOf(queue) !== '';
  return /^[a-z]{1,2}$/.test(kind) && recipient.includes('@');
};
