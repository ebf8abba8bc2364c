import { plural } from '../core/format.ts';
import type { Dns } from '../net/net.ts';
import { hostAddresses, type Host } from './host.ts';

/** An answer of 64 kB names thousands of hosts, and each costs two questions and more; who has a service has a dozen. */
export const MOST_HOSTS = 20;

/** Why the others are unknown. */
export const passedOver = (kind: string): string => `only the first ${plural(MOST_HOSTS, kind)} were looked up`;

/** The hosts of these names in their order, the first of them with their addresses; `kind` says of what: `mail host`. */
export async function firstHosts(names: readonly string[], kind: string, net: Dns): Promise<readonly Host[]> {
  const first = new Set([...new Set(names)].slice(0, MOST_HOSTS));
  return Promise.all(
    names.map(async (name): Promise<Host> => {
      if (first.has(name)) return hostAddresses(name, net);
      return { name, ipv4: [], ipv6: [], via: [], state: 'unknown', reason: passedOver(kind) };
    }),
  );
}
