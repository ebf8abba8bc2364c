import { fragmentsOf, parentOf, type Zone } from './zone.ts';
import type { FileProblem, ZoneText } from './text.ts';
import type { RecordType, Rr } from '../net.ts';
import type { Place } from '../../core/facts.ts';

/** What files of records say together. */
export interface ZoneData extends Zone {
  /** Zones given whole: a master file with its SOA, an octoDNS file. */
  readonly apexes: readonly string[];
  /** Names under which some records are given, from files without an SOA. */
  readonly fragments: readonly string[];
  readonly problems: readonly FileProblem[];
  /** Names with more than a CNAME; they are among the problems as well. */
  readonly crowdedAliases: readonly CrowdedAlias[];
  /** Worth knowing, nothing wrong. */
  readonly notes: readonly FileProblem[];
  /** The files read, without those they include. */
  readonly files: readonly string[];
}

/** Something that stands beside a CNAME, where nothing may. */
export interface CrowdedAlias {
  readonly name: string;
  readonly target: string;
  /** What else is there: another record, or a second CNAME. */
  readonly other: RecordType;
  /** Of the other record. */
  readonly place: Place;
}

/** Puts files together: each speaks for its own zones only, and pieces of a zone given whole belong to it. */
export function mergedZones(
  loaded: readonly { readonly file: string; readonly text: ZoneText }[],
  earlier: readonly FileProblem[] = [],
): ZoneData {
  const problems = [...earlier, ...loaded.flatMap(({ text }) => text.problems)];
  const apexes = new Set(loaded.flatMap(({ text }) => text.apexes));
  const records: Rr[] = [];
  const names = new Set<string>();
  for (const { text } of loaded) {
    const own = new Set(text.apexes);
    const outOfZone = new Set<string>();
    const belongs = (name: string, type?: string): boolean => {
      if (own.size === 0) return true;
      const apex = nearest(name, apexes);
      if (apex !== undefined && own.has(apex)) return true;
      // The child zone's own file knows better than the delegation and glue in its parent; the DS is the parent's
      if (apex !== undefined && nearest(apex, own) !== undefined) return type === 'DS' && name === apex;
      outOfZone.add(name);
      return false;
    };
    for (const rr of text.records) {
      const known = outOfZone.size;
      if (belongs(rr.name, rr.type)) records.push(rr);
      else if (outOfZone.size > known && rr.place !== undefined) {
        problems.push({
          ...rr.place,
          message: `${rr.name} lies outside the zone ${text.apexes[0]}, and no server loads it`,
        });
      }
    }
    for (const name of text.names) if (belongs(name)) names.add(name);
  }
  const zone = {
    records,
    names: [...names],
    apexes: [...apexes],
    opaque: loaded.flatMap(({ text }) => text.opaque),
    fragments: ownFragments(loaded, apexes, records),
  };
  const crowded = crowdedAliases(records);
  return {
    ...zone,
    crowdedAliases: crowded,
    pieces: piecesOf(loaded, zone.fragments),
    removed: loaded.flatMap(({ text }) => text.removed ?? []),
    partial: loaded.flatMap(({ text }) => text.partial ?? []),
    problems: [...problems, ...crowded.map(crowdProblem)],
    notes: loaded.flatMap(({ text }) => text.notes),
    files: [...new Set(loaded.map(({ file }) => file))],
  };
}

/** Fragments that only plans speak of. */
function piecesOf(loaded: readonly { readonly text: ZoneText }[], fragments: readonly string[]): readonly string[] {
  const told = (isPiecemeal: boolean): ReadonlySet<string> =>
    new Set(loaded.flatMap(({ text }) => ((text.piecemeal === true) === isPiecemeal ? fragmentsOf(text) : [])));
  const [inPart, asTheyAre] = [told(true), told(false)];
  return fragments.filter((fragment) => inPart.has(fragment) && !asTheyAre.has(fragment));
}

/** A piece of a zone that is given whole is part of it, unless the zone delegates there. */
function ownFragments(
  loaded: readonly { readonly text: ZoneText }[],
  apexes: ReadonlySet<string>,
  records: readonly Rr[],
): readonly string[] {
  const servers = new Set(records.filter(({ type }) => type === 'NS').map(({ name }) => name));
  const fragments = new Set(loaded.flatMap(({ text }) => fragmentsOf(text)));
  return [...fragments].filter((fragment) => {
    const apex = nearest(fragment, apexes);
    if (apex === undefined) return true;
    for (let at = fragment; at !== apex; at = parentOf(at)) if (servers.has(at)) return true;
    return false;
  });
}

function nearest(name: string, apexes: ReadonlySet<string>): string | undefined {
  for (let at = name; ; at = parentOf(at)) {
    if (apexes.has(at)) return at;
    if (at === '') return undefined;
  }
}

/** RFC 1034 §3.6.2: nothing stands beside a CNAME, and servers refuse a zone where something does. A name comes once. */
export function crowdedAliases(records: readonly Rr[]): readonly CrowdedAlias[] {
  const targets = new Map<string, string>();
  for (const rr of records) if (rr.type === 'CNAME' && !targets.has(rr.name)) targets.set(rr.name, rr.target);
  const seen = new Set<string>();
  return records.flatMap(({ name, type: other, place, ...rr }) => {
    const target = targets.get(name);
    const isSame = other === 'CNAME' && 'target' in rr && rr.target === target;
    if (target === undefined || isSame || place === undefined || seen.has(name)) return [];
    seen.add(name);
    return [{ name, target, other, place }];
  });
}

function crowdProblem({ name, other, place }: CrowdedAlias): FileProblem {
  const message =
    other === 'CNAME'
      ? `${name} has a second CNAME, and servers refuse a zone with two`
      : `${name} has a CNAME and a ${other} record, and nothing may stand beside a CNAME`;
  return { ...place, message };
}
