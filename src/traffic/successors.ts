import { byName } from '../core/order.ts';
import type { StreamTotals } from './totals.ts';
import type { Traffic } from './traffic.ts';

/** A new stream is an earlier one under another name when this part of its messages comes from that one's addresses. */
const SAME_ADDRESSES = 0.5;

/**
 * Streams that go on under another id, new id → earlier id. Senders nobody can name, and servers of one's own, are told
 * apart by the key they sign with: when it is renewed, the stream is the same.
 */
export function successors(now: Traffic, then: Traffic): ReadonlyMap<string, string> {
  const [before, after] = [idsOf(then.streams), idsOf(now.streams)];
  const vanished = new Map(
    then.streams.filter((one) => !after.has(one.id) && isByKey(one)).map((one) => [one.id, one]),
  );
  const fresh = new Map(now.streams.filter((one) => !before.has(one.id) && isByKey(one)).map((one) => [one.id, one]));
  if (vanished.size === 0 || fresh.size === 0) return new Map();

  const owners = new Map<string, Set<string>>();
  for (const { key, sourceIp } of then.tallies.all()) {
    const id = then.attributions[key]?.stream.id;
    if (id === undefined || !vanished.has(id)) continue;
    owners.set(sourceIp, (owners.get(sourceIp) ?? new Set()).add(id));
  }
  const shared = new Map<string, Map<string, number>>();
  for (const { key, sourceIp, messages } of now.tallies.all()) {
    const stream = fresh.get(now.attributions[key]?.stream.id ?? '');
    if (stream === undefined) continue;
    for (const owner of owners.get(sourceIp) ?? []) {
      if (vanished.get(owner)?.headerFrom !== stream.headerFrom) continue;
      const counts = shared.get(stream.id) ?? new Map<string, number>();
      shared.set(stream.id, counts.set(owner, (counts.get(owner) ?? 0) + messages));
    }
  }
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, messages } of fresh.values()) {
    const [best] = [...(shared.get(id) ?? [])].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0]));
    if (best === undefined || best[1] < messages * SAME_ADDRESSES || taken.has(best[0])) continue;
    taken.add(best[0]);
    found.set(id, best[0]);
  }
  return found;
}

const idsOf = (streams: readonly StreamTotals[]): ReadonlySet<string> => new Set(streams.map(({ id }) => id));

const isByKey = ({ provider, class: streamClass }: StreamTotals): boolean =>
  (provider === undefined || provider === 'own') && (streamClass === 'aligned' || streamClass === 'fixable');
