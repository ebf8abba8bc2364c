import type { Place } from '../../core/facts.ts';
import type { RecordType, Rr } from '../net.ts';
import { shown } from './presentation.ts';
import type { Token } from './master-lexer.ts';
import { readRdata } from './rdata-text.ts';
import type { Rdata } from './rdata-text.ts';
import { problemList } from './text.ts';
import type { Opaque, Removed, ZoneText } from './text.ts';

/** A list of a thousand records may stand in a file a thousand times. */
const MOST_RECORDS = 200_000;

/** What one record holds, wherever it is written: tokens of the presentation form, or the strings of a TXT record. */
export type Datum = {
  readonly line: number;
  /** Wrong, but not so wrong that nothing can be read. */
  readonly remarks?: readonly string[];
} & ({ readonly tokens: readonly Token[] } | { readonly strings: readonly string[] } | { readonly problem: string });

/** A text of records in the making, read from something that is no master file. */
export interface ZoneDraft {
  complain(line: number, message: string): void;
  remark(line: number, message: string): void;
  /** The name exists, whether or not anybody here asks for what it owns. */
  addName(name: string): void;
  /** A record; where its data cannot be read, its RRset is unknown from here on. */
  addRecord(name: string, type: RecordType, ttl: number, datum: Datum, place: Place): void;
  addOpaque(opaque: Opaque): void;
  addRemoved(removed: Removed): void;
  addPartial(name: string, type: RecordType): void;
  /** Of a type nobody here asks for. */
  skip(name: string): void;
  finished(zone: Pick<ZoneText, 'apexes' | 'origins' | 'piecemeal'>): ZoneText;
}

export function zoneDraft(file: string): ZoneDraft {
  const problems = problemList();
  const notes = problemList();
  const records: Rr[] = [];
  const names = new Set<string>();
  const opaque: Opaque[] = [];
  const removed: Removed[] = [];
  const partial = new Map<string, { readonly name: string; readonly type: RecordType }>();
  let skipped = 0;
  let full = false;

  const complain = (line: number, message: string): void => problems.add(file, line, message);
  const addOpaque = (one: Opaque): void => {
    names.add(one.name);
    opaque.push(one);
  };

  function addRecord(name: string, type: RecordType, ttl: number, datum: Datum, place: Place): void {
    if (full) return;
    if (records.length === MOST_RECORDS) {
      full = true;
      return complain(datum.line, `more than ${MOST_RECORDS} records: the rest is not read`);
    }
    const { data, problems: wrong } = readDatum(type, datum);
    const who = place.what === undefined ? '' : `${place.what}: `;
    for (const problem of wrong) problems.add(place.file, place.line, `${who}${type} at ${shown(name)}: ${problem}`);
    if (data === undefined) return addOpaque({ kind: 'unreadable', name, types: [type], place });
    names.add(name);
    records.push({ name, ttl, ...data, place });
  }

  return {
    complain,
    remark: (line, message) => notes.add(file, line, message),
    addName: (name) => void names.add(name),
    addRecord,
    addOpaque,
    addRemoved: (one) => void removed.push(one),
    addPartial: (name, type) => void partial.set(`${name} ${type}`, { name, type }),
    skip(name) {
      names.add(name);
      skipped += 1;
    },
    finished: (zone) => ({
      ...zone,
      // What an overlong text does not say may be said in the part that was not read
      apexes: full ? [] : zone.apexes,
      records,
      names: [...names],
      opaque,
      removed,
      partial: [...partial.values()],
      skipped,
      problems: problems.closed(),
      notes: notes.closed(),
      included: [],
    }),
  };
}

/** The data of a record; names in it are absolute with and without the final dot. */
export function readDatum(
  type: RecordType,
  datum: Datum,
): { readonly data: Rdata | undefined; readonly problems: readonly string[] } {
  const remarks = datum.remarks ?? [];
  if ('problem' in datum) return { data: undefined, problems: [...remarks, datum.problem] };
  if ('tokens' in datum) {
    const { data, problems } = readRdata(type, datum.tokens, '');
    return { data, problems: [...remarks, ...problems] };
  }
  if (type === 'TXT' || type === 'SPF') return { data: { type, strings: datum.strings }, problems: remarks };
  return { data: undefined, problems: [`a text is no ${type} data`] };
}
