import { readable } from '../../core/readable.ts';
import { addressLabels, type IpAddress } from '../../protocols/ip.ts';

/**
 * Team Cymru's IP to ASN mapping over DNS (https://www.team-cymru.com/ip-asn-mapping): an address below `origin` (or
 * `origin6`) has TXT records `23028 | 216.90.108.0/24 | US | arin | 1998-09-25`, and `AS23028.asn.cymru.com` has one like
 * `23028 | US | arin | 2002-01-04 | TEAMCYMRU, US`.
 */
const SERVICE = 'asn.cymru.com';

export const originName = (address: IpAddress): string =>
  `${addressLabels(address).toReversed().join('.')}.${address.family === 4 ? 'origin' : 'origin6'}.${SERVICE}`;

export const asnName = (number: number): string => `AS${number}.${SERVICE}`;

/** The network an address is routed in. */
export interface Origin {
  readonly number: number;
  readonly prefixLength: number;
  /** ISO 3166 code of the country the address block is registered in; empty where nobody says. */
  readonly country: string;
}

/** AS numbers have 32 bits (RFC 6793). */
const HIGHEST = 2 ** 32 - 1;

function numberOf(text: string): number | undefined {
  // A block announced by several networks has them all in the first field: any is as good as the other.
  const [digits = ''] = text.trim().split(' ');
  return /^\d{1,10}$/.test(digits) && Number(digits) > 0 && Number(digits) <= HIGHEST ? Number(digits) : undefined;
}

const fieldsOf = (record: string): string[] => record.split('|').map((field) => field.trim());

/** The origin with the longest prefix: that is the way packets take. Undefined where no record makes sense. */
export function originOf(records: readonly string[]): Origin | undefined {
  let best: Origin | undefined;
  for (const record of records) {
    const [numbers = '', prefix = '', country = ''] = fieldsOf(record);
    const number = numberOf(numbers);
    const length = /^[\da-f.:]{2,45}\/(\d{1,3})$/i.exec(prefix)?.[1];
    if (number === undefined || length === undefined) continue;
    if (best !== undefined && best.prefixLength >= Number(length)) continue;
    best = { number, prefixLength: Number(length), country: /^[A-Z]{2}$/.test(country) ? country : '' };
  }
  return best;
}

/** A name longer than this is no name. */
const LONGEST_NAME = 100;

/** The name of a network, as its registry has it; undefined where no record makes sense. */
export function asNameOf(records: readonly string[]): string | undefined {
  for (const record of records) {
    const fields = fieldsOf(record);
    if (fields.length < 5 || numberOf(fields[0] ?? '') === undefined) continue;
    const name = readable(fields.slice(4).join('|'));
    if (name !== '') return name.slice(0, LONGEST_NAME);
  }
  return undefined;
}
