import type { Step } from '../chase.ts';
import { CLASS_IN, NOERROR, NXDOMAIN, TYPE_CODES } from './codes.ts';
import { extendedErrorName, rcodeFailure, rcodeName, saysBogus } from './codes.ts';
import type { DnsMessage, WireRecord } from './message.ts';
import type { Failure, RecordType } from '../net.ts';
import { readRecord } from './rdata.ts';

/** A message that says nothing about the name. `what` is a word or phrase for people: `SERVFAIL`. */
export interface Useless {
  readonly kind: 'useless';
  readonly failure: Failure;
  readonly what: string;
}

/** The CNAMEs a message holds from a name on, in a row. */
interface Chain {
  /** Ends with a name that was there before, where the chain loops. */
  readonly targets: readonly string[];
  readonly loops: boolean;
  readonly ttl: number;
}

/** Reads what a message says of `name`: the answer, or, where its CNAME chain goes on elsewhere, how far it led. */
export function readAnswer<T extends RecordType>(message: DnsMessage, name: string, type: T): Step<T> | Useless {
  if (message.rcode !== NOERROR && message.rcode !== NXDOMAIN) return refusal(message);
  const chain = type === 'CNAME' ? noChain : readChain(message, name);
  if (!chain) return malformed;
  const { authentic } = message;
  const alias = { kind: 'alias', targets: chain.targets, ttl: chain.ttl, authentic } as const;
  if (chain.loops) return alias;

  const end = chain.targets.at(-1) ?? name;
  const found = message.answers.filter((record) => isOf(record, end, type));
  const records = found.map((record) => readRecord(message.bytes, record, type)).filter((read) => read !== undefined);
  if (records.length < found.length) return malformed;
  if (records.length === 0) {
    return chain.targets.length > 0 && !speaksFor(message, end) ? alias : absence(message, chain, end);
  }
  const ttl = records.reduce((least, record) => Math.min(least, record.ttl), chain.ttl);
  return { kind: 'answer', answer: { status: 'ok', records, ttl, authentic, via: chain.targets } };
}

const malformed = { kind: 'useless', failure: 'malformed', what: 'malformed answer' } as const;
const noChain: Chain = { targets: [], loops: false, ttl: Infinity };

const isOf = (record: WireRecord, name: string, type: RecordType): boolean =>
  record.type === TYPE_CODES[type] && record.class === CLASS_IN && record.name === name;

function refusal({ rcode, extendedErrors }: DnsMessage): Useless {
  const why = extendedErrors.map(extendedErrorName).find((name) => name !== undefined);
  const what = why === undefined ? rcodeName(rcode) : `${rcodeName(rcode)} (${why})`;
  const failure = rcodeFailure(rcode);
  return { kind: 'useless', failure: failure === 'servfail' && saysBogus(extendedErrors) ? 'bogus' : failure, what };
}

/** Undefined where a CNAME is malformed. The order of records in an answer means nothing. */
function readChain(message: DnsMessage, name: string): Chain | undefined {
  const links = new Map<string, WireRecord>();
  for (const record of message.answers) {
    if (record.type === TYPE_CODES.CNAME && record.class === CLASS_IN) links.set(record.name, record);
  }
  const passed = new Set([name]);
  let ttl = Infinity;
  for (let at = name, link = links.get(at); link; link = links.get(at)) {
    const cname = readRecord(message.bytes, link, 'CNAME');
    if (!cname) return undefined;
    at = cname.target;
    ttl = Math.min(ttl, link.ttl);
    if (passed.has(at)) return { targets: [...passed, at].slice(1), loops: true, ttl };
    passed.add(at);
  }
  return { targets: [...passed].slice(1), loops: false, ttl };
}

/**
 * Whether a message without data at the end of a chain says that there is none. The RCODE is about the end of the chain
 * (RFC 6604 §2), but only of use where the server knows its zone: authoritative servers stop where theirs ends.
 */
function speaksFor(message: DnsMessage, end: string): boolean {
  const soa = soaOf(message);
  return soa ? isOfZone(end, soa.name) : message.rcode === NXDOMAIN;
}

const isOfZone = (name: string, zone: string): boolean => zone === '' || name === zone || name.endsWith(`.${zone}`);

/** RFC 2308 §2: NXDOMAIN, NODATA, or a referral, which is no answer at all. */
function absence(message: DnsMessage, chain: Chain, end: string): Step<never> | Useless {
  const status = message.rcode === NXDOMAIN ? 'nxdomain' : 'nodata';
  const soa = soaOf(message);
  // The SOA is that of the name's own zone (RFC 2308 §2.1, §2.2): one zone knows nothing of the names of another
  if (soa && !isOfZone(end, soa.name))
    return { kind: 'useless', failure: 'lame', what: 'only the SOA of another zone' };
  const refers = message.authorities.some((record) => record.type === TYPE_CODES.NS);
  if (status === 'nodata' && !soa && refers && !message.authoritative) {
    return { kind: 'useless', failure: 'lame', what: 'only a referral' };
  }
  const ttl = soa ? Math.min(chain.ttl, negativeTtl(message, soa)) : 0;
  return { kind: 'answer', answer: { status, ttl, authentic: message.authentic, via: chain.targets } };
}

export const soaOf = ({ authorities }: DnsMessage): WireRecord | undefined =>
  authorities.find((record) => record.type === TYPE_CODES.SOA && record.class === CLASS_IN);

/** RFC 2308 §5: the lesser of the SOA's own TTL and its minimum. */
function negativeTtl(message: DnsMessage, record: WireRecord): number {
  const soa = readRecord(message.bytes, record, 'SOA');
  return soa ? Math.min(record.ttl, soa.minimum) : 0;
}
