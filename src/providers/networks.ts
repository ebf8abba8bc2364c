import { bitsOf, parseIp, unmapped, type IpAddress } from '../protocols/ip.ts';
import { parseNetwork } from '../protocols/network.ts';
import type { Provider } from './provider.ts';

type Holders = ReadonlyMap<bigint, Provider>;
/** By prefix length, longest first: the smallest network an address lies in says most. */
type Table = readonly (readonly [length: number, Holders])[];

/** Who publishes an address as one it sends from; undefined where nobody does, or where it is no address. */
export function networkLookup(providers: readonly Provider[]): (address: string) => Provider | undefined {
  const tables = { 4: tableOf(providers, 4), 6: tableOf(providers, 6) };
  return (text) => {
    const parsed = parseIp(text);
    if (parsed === undefined) return undefined;
    const address = unmapped(parsed);
    for (const [length, holders] of tables[address.family]) {
      const holder = holders.get(prefix(address, length));
      if (holder !== undefined) return holder;
    }
    return undefined;
  };
}

const prefix = ({ family, bits }: IpAddress, length: number): bigint => bits >> BigInt(bitsOf(family) - length);

function tableOf(providers: readonly Provider[], family: 4 | 6): Table {
  const byLength = new Map<number, Map<bigint, Provider>>();
  for (const provider of providers)
    for (const text of provider.networks ?? []) {
      const network = parseNetwork(text);
      if (network?.family !== family) continue;
      const holders = byLength.get(network.length) ?? new Map<bigint, Provider>();
      byLength.set(network.length, holders);
      const key = prefix({ family, bits: network.first }, network.length);
      const holder = holders.get(key);
      // A tenant and its landlord may publish the same network: the tenant's name says more.
      if (holder === undefined || provider.runsOn?.includes(holder.id) === true) holders.set(key, provider);
    }
  return [...byLength].toSorted(([a], [b]) => b - a);
}
