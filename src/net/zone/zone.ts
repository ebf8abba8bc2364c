import type { RecordType, Rr } from '../net.ts';
import type { Opaque, Removed } from './text.ts';

/** Records to answer from: what a parsed text is, and what loaded files are. */
export interface Zone {
  readonly records: readonly Rr[];
  /** Every owner that exists. */
  readonly names: readonly string[];
  /** Zones that are whole: what is not in them does not exist. */
  readonly apexes: readonly string[];
  readonly opaque: readonly Opaque[];
  /** Names under which some records are given, and not all there are. Derived from `origins` where it is not said. */
  readonly fragments?: readonly string[];
  readonly origins?: readonly string[];
  /**
   * Fragments of which nothing is known but what is given or removed: not even that there is nothing else. All of them, where
   * it is not said and the text is `piecemeal`.
   */
  readonly pieces?: readonly string[];
  readonly piecemeal?: boolean;
  readonly removed?: readonly Removed[];
  /** RRsets of which single records are given: what else stands there stays. */
  readonly partial?: readonly { readonly name: string; readonly type: RecordType }[];
}

/** The name one label up. */
export const parentOf = (name: string): string => {
  const dot = name.indexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1);
};

/**
 * The apexes of records that come without an SOA: the top-most origins, and for owners outside all of those the owner
 * itself (for a wildcard, the name it stands below). With an SOA there are none: the rest is out of the zone.
 */
export function fragmentsOf(zone: Pick<Zone, 'names' | 'apexes' | 'origins'>): readonly string[] {
  if (zone.apexes.length > 0) return [];
  const fragments = new Set<string>();
  const covered = (name: string): boolean => {
    for (let at = name; ; at = parentOf(at)) {
      if (fragments.has(at)) return true;
      if (at === '') return false;
    }
  };
  for (const name of [...topFirst(zone.origins ?? []), ...topFirst(zone.names)]) {
    if (!covered(name)) fragments.add(name);
  }
  return [...fragments];
}

function topFirst(names: readonly string[]): readonly string[] {
  const labels = (name: string): number => (name === '' ? 0 : name.split('.').length);
  return names
    .map((name) => (name.startsWith('*.') ? name.slice(2) : name))
    .map((name) => ({ name, labels: labels(name) }))
    .toSorted((a, b) => a.labels - b.labels)
    .map(({ name }) => name);
}
