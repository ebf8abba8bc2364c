import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import { parseIp, unmapped, type IpAddress } from '../protocols/ip.ts';
import { reservedBlock } from '../protocols/ip-reserved.ts';
import { found, type Fact } from '../core/facts.ts';
import type { MxHost } from './mx.ts';
import type { World } from './source.ts';

/** An address of the domain's own mail. */
export interface MailAddress {
  readonly address: string;
  readonly ip: IpAddress;
  /** `sending`: the user says that mail leaves from there; `receiving`: an MX host of the domain's own has it. */
  readonly use: 'sending' | 'receiving';
  /** The MX host that has it. */
  readonly host?: string;
}

/** Each costs questions, and nobody who runs more hosts than this for one domain looks after them one by one. */
const MOST_HOSTS = 10;

/**
 * The addresses the user named, and those of MX hosts in the domain's own organisation, the first of each family.
 * What is true of a mailbox provider's hosts is not the domain's business.
 */
export async function mailAddresses({ domain, hints, fact }: World): Promise<Fact<readonly MailAddress[]>> {
  const sending = (hints.sendingAddresses ?? []).flatMap((address) => mailAddress(address, 'sending'));
  const mx = await fact('mx');
  if (mx.state === 'unknown' && sending.length === 0) return mx;
  const organisation = organizationalDomain(domain) ?? domain;
  const own = (mx.state === 'found' ? mx.value.hosts : []).filter(({ name }) => isSubdomainOf(name, organisation));
  const receiving = own.slice(0, MOST_HOSTS).flatMap((host) => receivingAddresses(host));
  const all = [...sending, ...receiving.filter(({ ip }) => !isReserved(ip))];
  return found(all.filter((one, index) => all.findIndex(({ address }) => address === one.address) === index));
}

const receivingAddresses = ({ name, ipv4, ipv6 }: MxHost): MailAddress[] =>
  [ipv4[0], ipv6[0]].flatMap((address) => mailAddress(address, 'receiving', name));

function mailAddress(address: string | undefined, use: MailAddress['use'], host?: string): MailAddress[] {
  const ip = address === undefined ? undefined : parseIp(address);
  if (address === undefined || ip === undefined) return [];
  return [{ address, ip: unmapped(ip), use, ...(host === undefined ? {} : { host }) }];
}

/** Private addresses have another check. Those of manuals stand for real ones, there and in tests. */
function isReserved({ family, bits }: IpAddress): boolean {
  const block = reservedBlock({ family, first: bits, last: bits });
  return block !== undefined && block.name !== 'documentation';
}
