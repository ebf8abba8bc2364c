import type { Place } from '../../core/facts.ts';
import { parentOf, type Zone } from './zone.ts';

/**
 * By name, the place where files write it down: its SOA, else its first record. A plan may touch only what stands below a
 * name, or take something away: then it is that.
 */
export function placesIn({ records, removed = [] }: Pick<Zone, 'records' | 'removed'>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { name, type, place } of records)
    if (place !== undefined && (type === 'SOA' || !places.has(name))) places.set(name, place);
  for (const { name, place } of [...removed, ...records]) {
    if (place === undefined) continue;
    if (!places.has(name)) places.set(name, place);
    // What has a place already has given one to everything above it
    for (let at = parentOf(name); at !== '' && !places.has(at); at = parentOf(at)) places.set(at, place);
  }
  return places;
}
