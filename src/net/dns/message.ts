import { CLASS_IN, NOERROR, NXDOMAIN, OPT, TYPE_CODES } from './codes.ts';
import type { RecordType } from '../net.ts';
import { encodeName, readName } from './wire-name.ts';

const HEADER = 12;
/** The largest UDP answer we ask for: fits any path without fragments (RFC 9715 §3, appendix A). */
const EDNS_PAYLOAD = 1232;
const OPT_OCTETS = 11;
const RD = 0x0100;
/** In a query: we understand the AD bit and want it (RFC 6840 §5.7). */
const AD = 0x0020;
const CD = 0x0010;
const EXTENDED_ERROR_OPTION = 15; // RFC 8914 §2

export interface Question {
  /** As `questionName` leaves it, or an octet string from the wire. */
  readonly name: string;
  readonly type: RecordType;
  /** RD, set unless said: an authoritative server is asked for what it knows itself (RFC 1035 §4.1.1). */
  readonly recursion?: boolean;
  /** CD: a validating resolver hands out what it does not believe (RFC 4035 §3.2.2). */
  readonly unchecked?: boolean;
}

export interface Query {
  readonly id: number;
  readonly bytes: Buffer;
  /** Where the question section ends. */
  readonly questionEnd: number;
}

export function encodeQuery(question: Question, id: number, edns: boolean): Query {
  const name = encodeName(question.name);
  const questionEnd = HEADER + name.length + 4;
  const bytes = Buffer.alloc(questionEnd + (edns ? OPT_OCTETS : 0));
  bytes.writeUInt16BE(id, 0);
  bytes.writeUInt16BE((question.recursion === false ? 0 : RD) | (question.unchecked ? CD : 0) | AD, 2);
  bytes.writeUInt16BE(1, 4);
  name.copy(bytes, HEADER);
  bytes.writeUInt16BE(TYPE_CODES[question.type], questionEnd - 4);
  bytes.writeUInt16BE(CLASS_IN, questionEnd - 2);
  if (edns) {
    bytes.writeUInt16BE(1, 10);
    bytes.writeUInt16BE(OPT, questionEnd + 1);
    bytes.writeUInt16BE(EDNS_PAYLOAD, questionEnd + 3);
  }
  return { id, bytes, questionEnd };
}

/** A resource record whose data nobody has looked at yet: it stands at `start`–`end` of the message. */
export interface WireRecord {
  readonly name: string;
  readonly type: number;
  readonly class: number;
  /** Seconds. */
  readonly ttl: number;
  readonly start: number;
  readonly end: number;
}

export interface DnsMessage {
  readonly bytes: Buffer;
  /** With the upper bits from EDNS (RFC 6891 §6.1.3). */
  readonly rcode: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly authentic: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  /** INFO-CODEs of the Extended DNS Errors (RFC 8914), in the order they came in. */
  readonly extendedErrors: readonly number[];
}

/**
 * Whether the bytes answer this query: same id, same question (letters of either case), a response.
 * An error without any question counts, too: that is how servers refuse what they could not read.
 */
export function answers(bytes: Buffer, query: Query): boolean {
  if (bytes.length < HEADER || bytes.readUInt16BE(0) !== query.id) return false;
  const flags = bytes.readUInt16BE(2);
  const isQueryResponse = flags >> 11 === 0b10000; // QR set, OPCODE 0
  if (!isQueryResponse) return false;
  const questions = bytes.readUInt16BE(4);
  if (questions === 0) return bytes.length === HEADER && isRefusal(flags & 0xf);
  return questions === 1 && hasSameQuestion(bytes, query);
}

const isRefusal = (rcode: number): boolean => rcode !== NOERROR && rcode !== NXDOMAIN;

function hasSameQuestion(bytes: Buffer, query: Query): boolean {
  if (bytes.length < query.questionEnd) return false;
  const nameEnd = query.questionEnd - 4;
  for (let at = HEADER; at < query.questionEnd; at++) {
    const asked = query.bytes[at] as number;
    const said = bytes[at] as number;
    // Length octets are below 64, so folding letters cannot confuse them
    if (asked !== said && (at >= nameEnd || lower(asked) !== lower(said))) return false;
  }
  return true;
}

const lower = (octet: number): number => (octet >= 0x41 && octet <= 0x5a ? octet | 0x20 : octet);

/** Reads a message that `answers` its query. Undefined where it is malformed; a truncated one may end anywhere. */
export function readMessage(bytes: Buffer, query: Query): DnsMessage | undefined {
  const flags = bytes.readUInt16BE(2);
  const truncated = (flags & 0x0200) !== 0;
  const answered = bytes.length === HEADER ? NO_RECORDS : readRecords(bytes, query.questionEnd, bytes.readUInt16BE(6));
  const authorities = answered && readRecords(bytes, answered.next, bytes.readUInt16BE(8));
  const additionals = authorities && readRecords(bytes, authorities.next, bytes.readUInt16BE(10));
  if (!truncated && !additionals) return undefined;
  const opt = additionals?.records.find((record) => record.type === OPT);
  return {
    bytes,
    rcode: (flags & 0xf) | (opt ? (bytes[opt.start - 6] as number) << 4 : 0),
    authoritative: (flags & 0x0400) !== 0,
    truncated,
    authentic: (flags & AD) !== 0,
    answers: answered?.records ?? [],
    authorities: authorities?.records ?? [],
    extendedErrors: opt ? readExtendedErrors(bytes, opt) : [],
  };
}

const NO_RECORDS = { records: [], next: HEADER };

/** Counts come from outside: nothing is allocated for them, and every record takes at least 11 octets of the message. */
function readRecords(bytes: Buffer, from: number, count: number) {
  const records: WireRecord[] = [];
  let next = from;
  for (let n = 0; n < count; n++) {
    const owner = readName(bytes, next);
    const start = owner && owner.next + 10;
    if (!owner || start === undefined || start > bytes.length) return undefined;
    const end = start + bytes.readUInt16BE(start - 2);
    if (end > bytes.length) return undefined;
    const ttl = bytes.readInt32BE(start - 6);
    records.push({
      name: owner.name,
      type: bytes.readUInt16BE(start - 10),
      class: bytes.readUInt16BE(start - 8),
      ttl: Math.max(ttl, 0), // RFC 2181 §8: the most significant bit set means 0
      start,
      end,
    });
    next = end;
  }
  return { records, next };
}

function readExtendedErrors(bytes: Buffer, opt: WireRecord): number[] {
  const codes: number[] = [];
  for (let at = opt.start; at + 4 <= opt.end; at += 4 + bytes.readUInt16BE(at + 2)) {
    const isExtendedError = bytes.readUInt16BE(at) === EXTENDED_ERROR_OPTION && at + 6 <= opt.end;
    if (isExtendedError) codes.push(bytes.readUInt16BE(at + 4));
  }
  return codes;
}
