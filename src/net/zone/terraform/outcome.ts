import type { Place } from '../../../core/facts.ts';
import type { RecordType } from '../../net.ts';
import { readTtl, shown } from '../presentation.ts';
import { readDatum } from '../zone-draft.ts';
import type { Datum, ZoneDraft } from '../zone-draft.ts';
import type { RecordReading } from './reading.ts';

const DEFAULT_TTL = 300; // what the providers that choose themselves choose

/** The records of a resource whose type, name and zone could be found out. */
export interface LocatedRecords {
  readonly address: string;
  readonly line: number;
  readonly name: string;
  readonly type: RecordType;
  readonly reading: RecordReading;
  /** The name is that of its zone. */
  readonly isApex: boolean;
}

/** What resources come to in a zone: the records they leave behind, and those they take away. */
export interface PlanOutcome {
  remove(gone: LocatedRecords): void;
  keep(planned: readonly LocatedRecords[]): void;
}

export function planOutcome(draft: ZoneDraft, file: string): PlanOutcome {
  /** What stood there before: the whole RRset, or the one record the resource was. */
  function remove(gone: LocatedRecords): void {
    const { name, type, reading, address, line } = gone;
    const place = placeOf(address, reading.data[0]?.line ?? line);
    const aliased = aliasedBy(gone);
    if (aliased !== undefined) return aliased.forEach((one) => draft.addRemoved({ name, type: one, place }));
    // A CNAME stands alone, so whoever takes it away takes all of them
    if (reading.single !== true || type === 'CNAME') return draft.addRemoved({ name, type, place });
    for (const datum of reading.data) {
      const { data } = readDatum(type, datum);
      if (data !== undefined) draft.addRemoved({ name, type, data, place: placeOf(address, datum.line) });
    }
    if (reading.hidden !== undefined) hide(name, type, place, `what goes ${reading.hidden}`);
  }

  function keepSet(set: readonly LocatedRecords[]): void {
    const [first] = set;
    const chosen = set.filter(({ reading }) => reading.chosenFrom === true);
    if (first === undefined || chosen.length === 0) return set.forEach(keepOne);
    draft.remark(first.line, `${first.address}: a routing policy chooses the answer to ${first.name} ${first.type}`);
    // Addresses are tried one after the other anyway; of other data it matters which
    if (first.type === 'A' || first.type === 'AAAA') return set.forEach(keepOne);
    if (new Set(set.map(({ reading }) => dataOf(reading.data))).size === 1) return keepOne(first);
    hide(
      first.name,
      first.type,
      placeOf(first.address, first.line),
      `is one of ${set.length} answers that a routing policy chooses from`,
    );
  }

  function keepOne(planned: LocatedRecords): void {
    const { name, type, reading, address, line } = planned;
    const place = placeOf(address, reading.data[0]?.line ?? line);
    const aliased = aliasedBy(planned);
    if (aliased !== undefined) return draft.addOpaque({ kind: 'alias', name, types: aliased, place });
    if (reading.hidden !== undefined) return hide(name, type, place, reading.hidden);
    if (reading.data.length === 0) {
      draft.complain(line, `${address}: the ${type} record at ${shown(name)} has no data`);
      return hide(name, type, place, 'has no data');
    }
    if (reading.single === true && type !== 'CNAME') draft.addPartial(name, type);
    const ttl = reading.ttl === undefined ? DEFAULT_TTL : readTtl(reading.ttl);
    if (ttl === undefined) draft.complain(line, `${address}: ${shown(reading.ttl ?? '')} is no TTL`);
    for (const datum of reading.data)
      draft.addRecord(name, type, ttl ?? DEFAULT_TTL, datum, placeOf(address, datum.line));
  }

  function hide(name: string, type: RecordType, place: Place, why: string): void {
    draft.addOpaque({ kind: 'unreadable', name, types: [type], place, why: `(${place.what}) ${why}` });
  }

  function placeOf(address: string, line: number): Place {
    return { file, line, what: address };
  }

  return {
    remove,
    keep: (planned) => {
      for (const set of setsOf(planned)) keepSet(set);
    },
  };
}

/** The types that only the provider's servers know the data of; undefined where the resource gives the data itself. */
function aliasedBy({ reading, type, isApex }: LocatedRecords): readonly RecordType[] | undefined {
  return isApex && type === 'CNAME' && reading.flattensApex === true ? ['A', 'AAAA'] : reading.aliased;
}

function setsOf(planned: readonly LocatedRecords[]): Iterable<readonly LocatedRecords[]> {
  const sets = new Map<string, LocatedRecords[]>();
  for (const one of planned) {
    const key = `${one.name} ${one.type}`;
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [one]);
    else set.push(one);
  }
  return sets.values();
}

const dataOf = (data: readonly Datum[]): string =>
  JSON.stringify(data.map(({ line: _line, ...datum }) => JSON.stringify(datum)).toSorted());
