import type { MailEvent } from '../../logs/event.ts';
import { logFormats } from '../../logs/formats/all.ts';
import { guessMapping } from '../../logs/mapping/guess.ts';
import { mappedFormat } from '../../logs/mapping/mapped-format.ts';
import type { TableFormat } from '../../logs/format.ts';
import { rowSplitter } from '../../logs/row-splitter.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

const ODD = 'sep=;\n"a";b\n"x\ny";"z ""q"""\n1\n1;2;3\na;b\n"never\n';

/** Tables: rows, every format that takes them for its own, and the mapping that is proposed for them. */
export default fuzzTarget({
  seeds: () => [
    ODD,
    ...fixtures('logs', '.csv', 4096),
    ...fixtures('mapping', '.csv', 4096),
    Buffer.from(`\uFEFF${ODD}`, 'utf16le'),
  ],
  tokens: [
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\uFEFF',
    'sep=|\n',
    '#Fields: a,b\n',
    '# x\n',
    'ann@example.net',
    '<>',
    '2026-11-09 10:00:00+0100',
    '09.11.2026 10:00',
    '1762682400',
    '550 5.1.1 x',
    'smtp;550-',
    '##Receive, Send',
    'bounce',
    'NA',
    '["a"]',
    '-1',
    'é',
  ],
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const table: (readonly string[])[] = [];
  const unread: string[] = [];
  const splitter = rowSplitter({
    row: (cells) => void table.push(cells),
    unread: (why, text) => void unread.push(`${why}: ${text}`),
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  const [columns = [], ...rows] = table;
  const told = logFormats.flatMap((format) =>
    format.shape === 'table' && format.recognise(columns) > 0 ? [eventsOf(format, columns, rows)] : [],
  );
  const guess = guessMapping({ columns, rows, records: [] }, 'fuzz');
  const mapped = guess.mapping === undefined ? undefined : mappedFormat(guess.mapping, 'fuzz.json');
  const proposed = mapped?.shape === 'table' ? eventsOf(mapped, columns, rows) : undefined;
  return [table, unread, told, guess, mapped?.unfit?.({ columns, rows, records: [] }), proposed];
}

function eventsOf(format: TableFormat, columns: readonly string[], rows: readonly (readonly string[])[]): unknown {
  const events: MailEvent[] = [];
  const sink = { event: (event: MailEvent) => void events.push(event), unread: () => undefined };
  const reader = format.open(columns, sink, { latest: 2e9 });
  for (const row of rows) reader.row(row);
  if (events.some(({ time }) => !Number.isFinite(time))) throw new Error('an event without a time');
  return events;
}
