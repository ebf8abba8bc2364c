import type { Chance } from './chance.ts';
import { NETWORKS } from './networks.ts';

/** An address inside a network in CIDR notation. */
export function addressIn(network: string, random: Chance): string {
  const [base = '', length = '32'] = network.split('/');
  if (base.includes(':'))
    return `${base.replace(/::$/, '')}:${[1, 2, 3, 4, 5].map(() => random.text('123456789abcdef', 3)).join(':')}`;
  const start = base.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(length));
  const number = start + random.between(1, size - 2);
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

/** Addresses a service sends from. */
export function serviceHosts(id: string, count: number, random: Chance): string[] {
  const networks = NETWORKS[id];
  if (networks === undefined) throw new RangeError(`no network of ${id}`);
  return Array.from({ length: count }, () => addressIn(random.pick(networks), random));
}

/** Addresses nobody publishes: servers of one's own, rented machines, home connections. */
export const anyHost = (random: Chance): string =>
  random.maybe(0.1)
    ? `2001:db8:${random.text('123456789abcdef', 4)}:${random.text('123456789abcdef', 3)}::${random.text('123456789abcdef', 3)}`
    : addressIn(random.pick(['198.18.0.0/15', '100.64.0.0/10']), random);

/** The address next door. */
export function neighbour(address: string, random: Chance): string {
  if (address.includes(':')) return `${address}${random.text('123456789', 1)}`;
  const own = Number(address.slice(address.lastIndexOf('.') + 1));
  return address.replace(/\d+$/, String((own + random.between(1, 200)) % 256));
}
