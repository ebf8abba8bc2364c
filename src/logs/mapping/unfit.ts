import type { JsonObject } from '../format.ts';
import { unfitRows } from './chosen-rows.ts';
import { columnIndex, noSuchColumn } from './columns.ts';
import { type Column, type Mapping, PLAIN_FIELDS, columnsOf } from './mapping.ts';
import { LIKELY_PATTERNS } from './likely-patterns.ts';
import { flatKeys, textAt } from './record-path.ts';
import { recordSource } from './record-source.ts';
import { isThere, tableSource } from './table-source.ts';
import type { TimeReader } from './cell-time.ts';
import { NAMED_FORMATS, timeReader } from './time-format.ts';

/** Keys of the mapping and the columns they name. */
function namedColumns(mapping: Mapping): [key: string, column: Column][] {
  const named: [string, Column | undefined][] = [
    ['only.column', mapping.only?.column],
    ['time.column', mapping.time.column],
    ['time.clock', mapping.time.clock],
    ['time.zoneColumn', mapping.time.zoneColumn],
    ['kind.column', mapping.kind.column],
    ...Object.entries(mapping.kind.columns ?? {}).map(([kind, one]): [string, Column] => [`kind.columns.${kind}`, one]),
    ['recipient.column', mapping.recipient.column],
    ...(['delay', 'queuedAt', 'machine', 'permanent', ...PLAIN_FIELDS] as const).map(
      (key): [string, Column | undefined] => [`${key}.column`, mapping[key]?.column],
    ),
    ...Object.entries(mapping.tags ?? {}).map(([tag, one]): [string, Column | undefined] => [
      `tags.${tag}`,
      one.column,
    ]),
  ];
  return named.flatMap(([key, column]): [string, Column][] => (column === undefined ? [] : [[key, column]]));
}

/** Why a mapping cannot be that of this table; undefined where it can. */
export function unfitTable(
  mapping: Mapping,
  file: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  for (const [key, column] of namedColumns(mapping)) {
    const names = columnsOf(column);
    if (!isThere(columns, column))
      return `${file}: ${key} is ${told(names)}, and there is no such column; ${noSuchColumn(names[0] ?? '', columns)}`;
  }
  const nobody = unfitRecipients(mapping, file, columns, rows);
  if (nobody !== undefined) return nobody;
  const source = tableSource(columns);
  const passedOver = unfitRows(mapping, file, source, rows);
  if (passedOver !== undefined) return passedOver;
  const day = source.pick(mapping.time.column);
  const clock = mapping.time.clock === undefined ? undefined : source.pick(mapping.time.clock);
  return unfitTimes(
    mapping,
    file,
    rows.map((row) => `${day?.(row) ?? ''} ${clock?.(row) ?? ''}`.trim()),
  );
}

/** The same of objects. Keys other than those of time and kind may be in some objects only. */
export function unfitRecords(mapping: Mapping, file: string, records: readonly JsonObject[]): string | undefined {
  if (records.length === 0)
    return `${file}: the mapping is for JSON objects, and there are none (\`"input": "table"\` is for rows under column names)`;
  const keys = outermost([...new Set(records.flatMap((record) => flatKeys(record)))]);
  for (const [key, column] of namedColumns(mapping)) {
    if (!['only.column', 'time.column', 'kind.column', 'recipient.column'].includes(key)) continue;
    const paths = columnsOf(column);
    if (records.every((record) => paths.every((path) => textAt(record, path) === '')))
      return `${file}: ${key} is ${told(paths)}, and no object has it; ${noSuchColumn(paths[0] ?? '', keys)}`;
  }
  const passedOver = unfitRows(mapping, file, recordSource, records);
  if (passedOver !== undefined) return passedOver;
  const text = (record: JsonObject, column: Column | undefined): string =>
    column === undefined ? '' : (recordSource.pick(column)?.(record) ?? '');
  return unfitTimes(
    mapping,
    file,
    records.map((record) => `${text(record, mapping.time.column)} ${text(record, mapping.time.clock)}`.trim()),
  );
}

const told = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' or ');

/** Objects within others have been looked at, too: `reply` is `event.reply`. Places in a list are nobody's names. */
function outermost(keys: readonly string[]): string[] {
  const named = keys.filter((key) => !/\.\d+(?:\.|$)/.test(key));
  return named.filter((key) => !named.some((other) => other.endsWith(`.${key}`)));
}

/** Ids stand for recipients where a source hides them, but not beside a column of addresses. */
function unfitRecipients(
  mapping: Mapping,
  file: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  const names = columnsOf(mapping.recipient.column);
  const valuesAt = (at: number): string[] => rows.map((row) => (row[at] ?? '').trim()).filter(Boolean);
  const values = names.flatMap((name) => valuesAt(columnIndex(columns, name)));
  if (values.length === 0 || values.some((value) => value.includes('@'))) return undefined;
  const senders = new Set(
    [mapping.from, mapping.envelopeFrom, mapping.messageId].flatMap((field) =>
      field?.column === undefined ? [] : columnsOf(field.column),
    ),
  );
  const others = columns.filter((column, at) => {
    const held = valuesAt(at);
    return !senders.has(column) && held.length > 0 && held.every((value) => ADDRESS.test(value));
  });
  if (others.length === 0) return undefined;
  const held = [...new Set(values)].slice(0, SHOWN).map((value) => `\`${value.slice(0, LONGEST_SHOWN)}\``);
  const instead = others.map((column) => `\`${column}\``).join(' and ');
  return `${file}: recipient.column is ${told(names)}, which holds ${held.join(', ')} and no addresses; there are some in ${instead}`;
}
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const SHOWN = 3;
const LONGEST_SHOWN = 60;
let readers: readonly (readonly [format: string, read: TimeReader])[] | undefined;

/** Made when first asked for: hundreds of expressions are not for nothing. */
const likelyReaders = (): readonly (readonly [format: string, read: TimeReader])[] =>
  (readers ??= [...Object.keys(NAMED_FORMATS), ...LIKELY_PATTERNS].flatMap((format): [string, TimeReader][] => {
    const read = timeReader(format);
    return read === undefined ? [] : [[format, read]];
  }));

/** Formats that read all of these times, the named ones first. */
export const likelyFormats = (texts: readonly string[], among?: readonly string[]): string[] =>
  texts.length === 0
    ? []
    : likelyReaders().flatMap(([format, read]) =>
        among?.includes(format) !== false &&
        texts.every((text) => (read(text)?.seconds ?? 0) > LONG_AGO) &&
        (format !== SERIAL || texts.some((text) => /[.,]/.test(text)))
          ? [format]
          : [],
      );
/** 1990: what lies before is no time of a mail, but a number read as one. */
const LONG_AGO = 631_152_000;
/** Whole ones are taken for days only where somebody says so. */
const SERIAL = 'spreadsheet-serial';

function unfitTimes({ time }: Mapping, file: string, texts: readonly string[]): string | undefined {
  const read = timeReader(time.format);
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (read === undefined || texts.length === 0 || filled.some((text) => read(text) !== undefined)) return undefined;
  const [column = ''] = columnsOf(time.column);
  if (filled.length === 0) return `${file}: time.column is \`${column}\`, and that is empty in every row looked at`;
  const values = filled.slice(0, SHOWN).map((text) => `\`${text.slice(0, LONGEST_SHOWN)}\``);
  const likely = likelyFormats(filled).slice(0, 2);
  const instead = likely.length === 0 ? '' : `; \`${likely.join('` or `')}\` would read it`;
  return time.format === undefined
    ? `${file}: time has no format, and \`${column}\` holds ${values.join(', ')}, which want one${instead}`
    : `${file}: time.format is \`${time.format}\`, and \`${column}\` holds ${values.join(', ')}${instead}`;
}
