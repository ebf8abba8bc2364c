import type { Assumptions, EventSink, JsonObject, LogFormat, RecordFormat, TableFormat } from '../format.ts';
import { inside } from '../json/inside.ts';
import { ofChosenRows } from './chosen-rows.ts';
import { columnIndex, noSuchColumn } from './columns.ts';
import { eventsWithin } from './event-list.ts';
import { eventMaker, type EventMaker, type Extras } from './event-maker.ts';
import type { Mapping } from './mapping.ts';
import { messageMaker } from './message-maker.ts';
import { recordSource } from './record-source.ts';
import type { RowSource } from './row-source.ts';
import { type TableSource, tableSource } from './table-source.ts';
import { unfitRecords, unfitTable } from './unfit.ts';

export type Facts = Pick<LogFormat, 'id' | 'title' | 'service' | 'failuresOnly' | 'obtain' | 'caveats' | 'sources'>;

/** How sure it is by column names: all of them there, or not at all. */
export const ifThere =
  (sureness: number, ...names: readonly string[]) =>
  (columns: readonly string[]): number =>
    names.every((name) => columnIndex(columns, name) >= 0) ? sureness : 0;

/** What a mapping of a user's own is called where formats are named. */
export const mappingId = (name: string): string => `map:${name}`;

/** A mapping as a format: of a table, or of objects. `file` is where the mapping stands. */
export function mappedFormat(mapping: Mapping, file: string): LogFormat {
  const facts: Facts = {
    id: mappingId(mapping.name),
    title: `the mapping ${mapping.name}`,
    obtain: `Whatever ${file} is written for`,
    sources: [],
  };
  return mapping.input === 'table'
    ? {
        ...mappedTable(facts, mapping, () => 0, { headless: () => mapping.names }),
        unfit({ records, columns, rows }) {
          if (records.length > 0)
            return `${file}: the mapping is for a table, and there are JSON objects (\`"input": "records"\`)`;
          return mapping.names === undefined
            ? unfitTable(mapping, file, columns, rows)
            : unfitTable(mapping, file, mapping.names, [columns, ...rows]);
        },
      }
    : {
        ...mappedRecords(facts, mapping, () => 0),
        unfit({ records }) {
          const { events } = mapping;
          if (
            events !== undefined &&
            records.length > 0 &&
            records.every((one) => eventsWithin(one, events) === undefined)
          )
            return `${file}: events is \`${events}\`, and no object has a list of that name; ${noSuchColumn(events, [...new Set(records.flatMap((one) => Object.keys(one)))])}`;
          const told = events === undefined ? records : records.flatMap((one) => eventsWithin(one, events) ?? [one]);
          return unfitRecords(mapping, file, told);
        },
      };
}

/** A row is an event, or a message with a column for each. */
const makerOf = <Row>(
  mapping: Mapping,
  format: string,
  source: RowSource<Row>,
  sink: EventSink,
  assumptions: Assumptions,
  extras?: Extras<Row>,
): EventMaker<Row> =>
  ofChosenRows(
    mapping,
    source,
    mapping.kind.columns === undefined
      ? eventMaker(mapping, format, source, sink, assumptions, extras)
      : messageMaker(mapping, format, source, sink, assumptions),
  );

/** What a table of ours has beyond its mapping. */
interface TableExtras {
  readonly extras?: (columns: readonly string[], source: TableSource) => Extras<readonly string[]>;
  /** The names of the columns where the first row is none of names; undefined where it is, or is of something else. */
  readonly headless?: (first: readonly string[]) => readonly string[] | undefined;
}

/** A table whose columns a mapping tells; what is not there is left out. */
export function mappedTable(
  facts: Facts,
  mapping: Mapping,
  recognise: (columns: readonly string[]) => number,
  { extras, headless }: TableExtras = {},
): TableFormat {
  return {
    ...facts,
    shape: 'table',
    ...(mapping.encoding === undefined ? {} : { encoding: mapping.encoding }),
    recognise,
    open(first, sink, assumptions) {
      const names = headless?.(first);
      const columns = names ?? first;
      const source = { ...tableSource(columns), isForeign: (cells: readonly string[]) => recognise(cells) > SURELY };
      const make = makerOf(mapping, facts.id, source, sink, assumptions, extras?.(columns, source));
      if (names !== undefined) make(first);
      return { row: (cells) => make(cells) };
    },
  };
}
const SURELY = 0.5;

/** Objects whose keys a mapping tells. */
export function mappedRecords(
  facts: Facts,
  mapping: Mapping,
  recognise: (record: JsonObject) => number,
  extras?: Extras<JsonObject>,
): RecordFormat {
  const whose = [mapping.time.column, mapping.recipient.column].map((column) => recordSource.pick(column));
  /** A page of a list, a message of a queue: it has neither a time nor a recipient where the mapping says. */
  const isWrapper = (record: JsonObject): boolean =>
    whose.every((pick) => pick?.(record) === '') && inside(record) !== undefined;
  let last:
    | { readonly sink: unknown; readonly assumptions: unknown; readonly make: EventMaker<JsonObject> }
    | undefined;
  return {
    ...facts,
    shape: 'records',
    wantsWhole: mapping.events !== undefined,
    recognise,
    read(record, sink, assumptions) {
      const events = mapping.events === undefined ? undefined : eventsWithin(record, mapping.events);
      if (events === undefined && isWrapper(record)) return false;
      // One for all objects of a file: putting it together is most of the work.
      if (last?.sink !== sink || last.assumptions !== assumptions)
        last = {
          sink,
          assumptions,
          make: makerOf(mapping, facts.id, recordSource, sink, assumptions, extras),
        };
      const { make } = last;
      return events === undefined ? make(record) : events.every((event) => make(event));
    },
  };
}
