import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { hostKey, type Host, type HostOf } from './host.ts';
import type { Lessons } from './lessons.ts';

/** What an address says by itself, whatever it sends: worked out once, since it may send for hundreds of signatures. */
export interface Addresses {
  networkOf(address: number, sourceIp: string): Provider | undefined;
  hostOf(sourceIp: string): Host | undefined;
  /** A text that is the same for all addresses that other rows and the reverse zones say the same of. */
  likeOf(address: number, sourceIp: string): string;
}

export function addressesOf(count: number, { catalogue, hostOf, lessons, organisation }: AddressKnowledge): Addresses {
  const networks = Array.from<Provider | 'none' | undefined>({ length: count });
  const likes = Array.from<string | undefined>({ length: count });
  const numbers = new Map<string, string>();
  const textOf = (address: number, sourceIp: string): string => {
    const key = lessons.keyOfAddress(address);
    const host = hostOf(sourceIp);
    const told = `${lessons.ofAddress(address) ?? ''} ${key ?? ''} ${lessons.ofKeyOfAddress(address) ?? ''}`;
    return host === undefined ? told : `${told} ${hostKey(host, catalogue, organisation)}`;
  };
  return {
    networkOf(address, sourceIp) {
      const network = (networks[address] ??= catalogue.byAddress(sourceIp) ?? 'none');
      return network === 'none' ? undefined : network;
    },
    hostOf,
    likeOf(address, sourceIp) {
      const known = likes[address];
      if (known !== undefined) return known;
      const text = textOf(address, sourceIp);
      const number = numbers.get(text) ?? String(numbers.size);
      numbers.set(text, number);
      return (likes[address] = number);
    },
  };
}

interface AddressKnowledge {
  readonly catalogue: Catalogue;
  readonly hostOf: HostOf;
  readonly lessons: Lessons;
  readonly organisation: (domain: string) => string;
}
