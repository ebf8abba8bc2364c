import { fragmentsOf, parentOf } from './tree.ts';
import type { Zone } from './tree.ts';
import type { FileProblem, ZoneText } from './text.ts';
import type { Rr } from '../net.ts';

/** What files of records say together. */
export interface ZoneData extends Zone {
  /** Zones given whole: a master file with its SOA, an octoDNS file. */
  readonly apexes: readonly string[];
  /** Names under which some records are given, from files without an SOA. */
  readonly fragments: readonly string[];
  readonly problems: readonly FileProblem[];
  /** Worth knowing, nothing wrong. */
  readonly notes: readonly FileProblem[];
  /** The files read, without those they include. */
  readonly files: readonly string[];
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
  return {
    ...zone,
    pieces: piecesOf(loaded, zone.fragments),
    removed: loaded.flatMap(({ text }) => text.removed ?? []),
    partial: loaded.flatMap(({ text }) => text.partial ?? []),
    problems: [...problems, ...besideCnames(records)],
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

/** RFC 1034 §3.6.2: nothing stands beside a CNAME, and servers refuse a zone where something does. */
function besideCnames(records: readonly Rr[]): readonly FileProblem[] {
  const cnames = new Map<string, string>();
  for (const rr of records) if (rr.type === 'CNAME' && !cnames.has(rr.name)) cnames.set(rr.name, rr.target);
  const seen = new Set<string>();
  return records.flatMap((rr) => {
    const target = cnames.get(rr.name);
    const other = target !== undefined && (rr.type !== 'CNAME' || rr.target !== target);
    if (!other || rr.place === undefined || seen.has(rr.name)) return [];
    seen.add(rr.name);
    const message =
      rr.type === 'CNAME'
        ? `${rr.name} has a second CNAME, and servers refuse a zone with two`
        : `${rr.name} has a CNAME and a ${rr.type} record, and nothing may stand beside a CNAME`;
    return [{ ...rr.place, message }];
  });
}
