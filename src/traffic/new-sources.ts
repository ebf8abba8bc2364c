import { byName } from '../core/order.ts';
import type { NewSources } from './comparison.ts';
import type { Traffic } from './traffic.ts';

/** Of hundreds of thousands in a botnet, those worth looking at. */
const MOST_LISTED = 10;

/** New addresses by the stream they send for, which may have had another id then; streams without any are left out. */
export function newSources(
  now: Traffic,
  then: Traffic,
  idThen: (id: string) => string,
): ReadonlyMap<string, NewSources> {
  const known = new Map<string, Set<string>>();
  for (const { key, sourceIp } of then.tallies.all()) {
    const id = then.attributions[key]?.stream.id;
    if (id === undefined) continue;
    const addresses = known.get(id) ?? new Set<string>();
    if (addresses.size === 0) known.set(id, addresses);
    addresses.add(sourceIp);
  }
  const fresh = new Map<string, Map<string, number>>();
  for (const { key, sourceIp, messages } of now.tallies.all()) {
    const id = now.attributions[key]?.stream.id;
    if (id === undefined || known.get(idThen(id))?.has(sourceIp) === true) continue;
    const counts = fresh.get(id) ?? new Map<string, number>();
    if (counts.size === 0) fresh.set(id, counts);
    counts.set(sourceIp, (counts.get(sourceIp) ?? 0) + messages);
  }
  return new Map(Array.from(fresh, ([id, counts]) => [id, summedUp(counts)]));
}

function summedUp(counts: ReadonlyMap<string, number>): NewSources {
  let messages = 0;
  for (const count of counts.values()) messages += count;
  const largest = Array.from(counts, ([ip, count]) => ({ ip, messages: count }))
    .toSorted((a, b) => b.messages - a.messages || byName(a.ip, b.ip))
    .slice(0, MOST_LISTED);
  return { count: counts.size, messages, largest };
}
