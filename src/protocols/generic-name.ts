import { addressLabels, printIp, type IpAddress } from './ip.ts';

/** Words of access networks: whoever is called so got the address for a while, or with many others. */
const ACCESS = new Set(
  'adsl broadband cable catv dhcp dial dialup dsl dyn dynamic dynip ftth fttb ppp pppoe unassigned unknown vdsl xdsl'.split(
    ' ',
  ),
);
/** Words that mail hosts have as well; beside the last octet of the address they say that every neighbour is called so. */
const COUNTED = new Set(
  'addr client clients cust customer customers host hosted ip ipv4 ipv6 node pool rev reverse static unused vm vps'.split(
    ' ',
  ),
);

/**
 * What in a host name says that it was made from its address, or for whoever has it, as `192-0-2-25` or `dhcp`;
 * undefined for a name somebody gave to a host. `organisation` is the registered domain, which is no telling part.
 */
export function genericPart(name: string, address: IpAddress, organisation: string): string | undefined {
  const whole = `.${name.toLowerCase()}`;
  const host = whole.endsWith(`.${organisation}`) ? whole.slice(0, -organisation.length - 1) : whole;
  return addressIn(host, address) ?? wordIn(host, address);
}

function addressIn(host: string, address: IpAddress): string | undefined {
  if (address.family === 6) return nibblesIn(host, address);
  const octets = addressLabels(address).map(Number);
  const groups = [...host.matchAll(/[0-9]+/g)];
  for (const order of [octets, octets.toReversed()]) {
    const first = groups.findIndex((_, at) =>
      order.every((octet, offset) => Number(groups[at + offset]?.[0]) === octet),
    );
    const [start, end] = [groups[first], groups[first + octets.length - 1]];
    if (start !== undefined && end !== undefined) return host.slice(start.index, end.index + end[0].length);
    const written = new Set([hex(order), order.map((octet) => String(octet).padStart(3, '0')).join('')]);
    const run = [...host.matchAll(/[0-9a-f]+/g)].find(([digits]) => written.has(digits));
    if (run !== undefined) return run[0];
  }
  return undefined;
}

const hex = (octets: readonly number[]): string => octets.map((octet) => octet.toString(16).padStart(2, '0')).join('');

/** All 32 nibbles in a row, whatever parts them, in either direction; or the address as it is written, with hyphens. */
function nibblesIn(host: string, address: IpAddress): string | undefined {
  const written = printIp(address).replaceAll(':', '-');
  if (host.includes(written)) return written;
  const plain = host.replaceAll(/[.-]/g, '');
  const nibbles = addressLabels(address);
  return [nibbles, nibbles.toReversed()].map((order) => order.join('')).find((row) => plain.includes(row));
}

function wordIn(host: string, address: IpAddress): string | undefined {
  const words = host.split(/[^a-z]+/);
  const access = words.find((word) => ACCESS.has(word));
  if (access !== undefined || address.family === 6) return access;
  const last = Number(addressLabels(address)[3]);
  const counted = [...host.matchAll(/[0-9]+/g)].some(([digits]) => Number(digits) === last);
  return counted ? words.find((word) => COUNTED.has(word)) : undefined;
}
