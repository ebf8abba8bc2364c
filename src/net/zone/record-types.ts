import { TYPE_CODES } from '../dns/codes.ts';
import { RECORD_TYPES } from '../net.ts';
import type { RecordType } from '../net.ts';

/** For the generic form TYPE99 (RFC 3597 §5). */
const TYPE_OF_NUMBER: ReadonlyMap<number, string> = new Map<number, string>([
  ...RECORD_TYPES.map((type): [number, string] => [TYPE_CODES[type], type]),
  [39, 'DNAME'],
  [46, 'RRSIG'],
  [50, 'NSEC3'],
]);

const READ: ReadonlySet<string> = new Set(RECORD_TYPES);

/** Registered types nobody here asks for, and what servers write beside them. A word that is neither is a misspelling. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  (
    'A6 AFSDB AMTRELAY APL ATMA AVC BRID CDNSKEY CDS CERT CLA CSYNC DHCID DLV DNAME DOA DSYNC EID EUI48 EUI64 GID ' +
    'GPOS HHIT HINFO HIP HTTPS IPN IPSECKEY ISDN KEY KX L32 L64 LOC LP MB MD MF MG MINFO MR NAPTR NID NIMLOC NINFO ' +
    'NSAP NSAP-PTR NSEC NSEC3 NSEC3PARAM NULL NXT OPENPGPKEY PX RESINFO RKEY RP RRSIG RT SIG SINK SMIMEA SSHFP SVCB ' +
    'TA TALINK UID UINFO UNSPEC URI WALLET WKS X25 ZONEMD ALIAS ANAME LUA'
  ).split(' '),
);

/** Stand-ins for addresses that only the server knows. */
const ADDRESS_ALIASES: ReadonlySet<string> = new Set(['ALIAS', 'ANAME', 'LUA']);
export const isAddressAlias = (type: string): boolean => ADDRESS_ALIASES.has(type);

/** Records that do not bring their owner into existence (RFC 5155 §7.2.8: a hash of a name is no name). */
export const makesNoName = (type: string): boolean => type === 'NSEC3' || type === 'RRSIG';

export type TypeReading = { readonly type: RecordType } | { readonly passedOver: string };

const isRead = (type: string): type is RecordType => READ.has(type);

/** What a word in the place of a type means; undefined where it is no type. */
export function readType(word: string): TypeReading | undefined {
  if (word.length > 20) return undefined;
  const upper = word.toUpperCase();
  const number = /^TYPE(\d{1,5})$/.exec(upper)?.[1];
  const type = number === undefined ? upper : (TYPE_OF_NUMBER.get(Number(number)) ?? upper);
  if (isRead(type)) return { type };
  if (PASSED_OVER.has(type) || (number !== undefined && Number(number) <= 0xffff)) return { passedOver: type };
  return undefined;
}
