import { absent, found, unknown, type Fact } from '../core/facts.ts';
import type { Net } from '../net/net.ts';
import { parseIp, reverseName, type IpAddress } from '../protocols/ip.ts';
import { unreachableBlock } from '../protocols/ip-reserved.ts';
import { mailAddresses, type MailAddress } from './mail-addresses.ts';
import { defineSource } from './source.ts';

/** An address of the domain's mail, and the names its reverse zone gives it (RFC 1035 §3.5). */
export interface PointedAddress extends MailAddress {
  /** Absent: there is no PTR record. */
  readonly pointers: Fact<readonly Pointer[]>;
}
export interface Pointer {
  readonly name: string;
  /**
   * Whether the name leads back (RFC 1912 §2.1): `confirmed`, or to `other` addresses, or to none of the family,
   * `nowhere`; `unknown`: could not be found out, see `reason`.
   */
  readonly forward: 'confirmed' | 'other' | 'nowhere' | 'unknown';
  readonly reason?: string;
}

export type Value = readonly PointedAddress[];

/** As many as receivers look at for SPF (RFC 7208 §4.6.4); a reverse zone may hold thousands for one address. */
const MOST_POINTERS = 10;

export default defineSource<Value>({
  absence: 'no address is known that the domain itself answers for (`--ip`)',
  async gather(world) {
    const addresses = await mailAddresses(world);
    if (addresses.state !== 'found') return addresses;
    // Private addresses have no name outside; host/public-address tells of them.
    const reachable = addresses.value.filter(({ address }) => unreachableBlock(address) === undefined);
    const pointed = await Promise.all(reachable.map((address) => pointedAddress(address, world.net)));
    const seen = pointed.filter((one) => one !== undefined);
    return seen.length === 0 ? absent : found(seen);
  },
});

/** Undefined where the world, as that of a zone file, says nothing of reverse zones, and nobody asked about the address. */
async function pointedAddress(one: MailAddress, net: Net): Promise<PointedAddress | undefined> {
  const answer = await net.resolve(reverseName(one.ip), 'PTR');
  if (answer.status === 'failed') {
    if (answer.failure === 'unrecorded' && one.use === 'receiving') return undefined;
    return { ...one, pointers: unknown(answer.reason) };
  }
  if (answer.status !== 'ok') return { ...one, pointers: absent };
  const names = [...new Set(answer.records.map(({ target }) => target))].toSorted().slice(0, MOST_POINTERS);
  return { ...one, pointers: found(await Promise.all(names.map((name) => pointer(name, one.ip, net)))) };
}

async function pointer(name: string, { family, bits }: IpAddress, net: Net): Promise<Pointer> {
  const answer = await net.resolve(name, family === 4 ? 'A' : 'AAAA');
  if (answer.status === 'failed') return { name, forward: 'unknown', reason: answer.reason };
  if (answer.status !== 'ok') return { name, forward: 'nowhere' };
  const confirmed = answer.records.some(({ address }) => parseIp(address)?.bits === bits);
  return { name, forward: confirmed ? 'confirmed' : 'other' };
}
