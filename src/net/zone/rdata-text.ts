import { TYPE_CODES } from '../dns/codes.ts';
import type { Token } from './master-lexer.ts';
import type { RecordType, Rr } from '../net.ts';
import { octetsOf, shown } from './presentation.ts';
import { fieldsOf } from './rdata-fields.ts';
import type { Fields } from './rdata-fields.ts';
import { readRecord } from '../dns/rdata.ts';

type WithoutOwner<R> = R extends Rr ? Omit<R, 'name' | 'ttl' | 'place'> : never;
/** The data of a record, without its owner and TTL. */
export type Rdata = WithoutOwner<Rr>;

export interface RdataReading {
  /** Undefined where the data could not be read. */
  readonly data: Rdata | undefined;
  /** What is wrong, first thing first. Data may be there all the same: a string over 255 octets is kept. */
  readonly problems: readonly string[];
}

const OCTET = 0xff;
const SHORT = 0xffff;
const LONG = 0xffff_ffff;
const STRING_OCTETS = 255; // RFC 1035 §3.3: the length of a character-string is one octet

/** Data of a record in presentation form: tokens after the type. Relative names are completed with `origin`. */
export function readRdata(type: RecordType, tokens: readonly Token[], origin: string | undefined): RdataReading {
  if (tokens[0]?.text === '\\#' && !tokens[0].quoted) return readGeneric(type, tokens.slice(1));
  const fields = fieldsOf(tokens, origin);
  const data = READERS[type](fields);
  const rest = fields.rest();
  if (rest[0] !== undefined) fields.complain(`${shown(rest[0].text)} is left over after the ${type} data`);
  return { data: fields.broken() ? undefined : data, problems: fields.problems };
}

const READERS: { readonly [T in RecordType]: (fields: Fields) => Rdata } = {
  A: (fields) => ({ type: 'A', address: address(fields, 4) }),
  AAAA: (fields) => ({ type: 'AAAA', address: address(fields, 6) }),
  CNAME: (fields) => ({ type: 'CNAME', target: fields.name('target') }),
  NS: (fields) => ({ type: 'NS', target: fields.name('name server') }),
  PTR: (fields) => ({ type: 'PTR', target: fields.name('target') }),
  MX: (fields) => ({
    type: 'MX',
    preference: fields.integer('preference', SHORT),
    exchange: fields.name('mail exchanger'),
  }),
  TXT: (fields) => ({ type: 'TXT', strings: strings(fields) }),
  SPF: (fields) => ({ type: 'SPF', strings: strings(fields) }),
  SOA: (fields) => ({
    type: 'SOA',
    mname: fields.name('primary server'),
    rname: fields.name('mailbox'),
    serial: fields.integer('serial number', LONG),
    refresh: fields.seconds('refresh interval'),
    retry: fields.seconds('retry interval'),
    expire: fields.seconds('expiry'),
    minimum: fields.seconds('negative TTL'),
  }),
  SRV: (fields) => ({
    type: 'SRV',
    priority: fields.integer('priority', SHORT),
    weight: fields.integer('weight', SHORT),
    port: fields.integer('port', SHORT),
    target: fields.name('target'),
  }),
  CAA: (fields) => ({
    type: 'CAA',
    flags: fields.integer('flags', OCTET),
    tag: caaTag(fields),
    value: fields.string('value'),
  }),
  TLSA: (fields) => ({
    type: 'TLSA',
    usage: fields.integer('certificate usage', OCTET),
    selector: fields.integer('selector', OCTET),
    matching: fields.integer('matching type', OCTET),
    data: hex(fields, 'certificate data'),
  }),
  DS: (fields) => ({
    type: 'DS',
    keyTag: fields.integer('key tag', SHORT),
    algorithm: algorithm(fields),
    digestType: fields.integer('digest type', OCTET),
    digest: hex(fields, 'digest'),
  }),
  DNSKEY(fields) {
    const flags = fields.integer('flags', SHORT);
    fields.integer('protocol', OCTET);
    return { type: 'DNSKEY', flags, algorithm: algorithm(fields), key: base64(fields) };
  },
};

function address(fields: Fields, family: 4 | 6): string {
  const text = fields.word(`IPv${family} address`);
  if (fields.broken()) return '';
  const canonical = family === 4 ? IPV4.exec(text)?.[0] : canonicalIpv6(text);
  if (canonical !== undefined) return canonical;
  fields.complain(`${shown(text)} is no IPv${family} address`);
  return '';
}

const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const IPV4 = new RegExp(String.raw`^${BYTE}(?:\.${BYTE}){3}$`);

/** The URL parser knows IPv6 and its canonical form (RFC 5952 §4); that of the net module costs some milliseconds to load. */
function canonicalIpv6(text: string): string | undefined {
  const url = `http://[${text}]`;
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : undefined;
}

function strings(fields: Fields): readonly string[] {
  const tokens = fields.rest();
  if (tokens.length === 0) fields.complain('the text is missing');
  return tokens.map(({ text }) => {
    const octets = octetsOf(text);
    if (octets === undefined) fields.complain(`the string ${shown(text)} has an escape that is none`);
    if (octets !== undefined && octets.length > STRING_OCTETS) {
      fields.remark(
        `the string ${shown(text)} has ${octets.length} octets, and a string holds at most ${STRING_OCTETS}`,
      );
    }
    return octets ?? '';
  });
}

/** RFC 8659 §4.1: letters and digits, without regard to case. */
function caaTag(fields: Fields): string {
  const text = fields.word('tag');
  if (!fields.broken() && !/^[a-z0-9]{1,255}$/i.test(text)) fields.complain(`${shown(text)} is no CAA tag`);
  return text.toLowerCase();
}

/** Mnemonics of RFC 4034 appendix A.1 and its successors, as BIND writes them. */
const ALGORITHMS: Readonly<Record<string, number>> = {
  RSASHA1: 5,
  NSEC3RSASHA1: 7,
  RSASHA256: 8,
  RSASHA512: 10,
  ECDSAP256SHA256: 13,
  ECDSAP384SHA384: 14,
  ED25519: 15,
  ED448: 16,
};

function algorithm(fields: Fields): number {
  const text = fields.word('algorithm');
  const known = ALGORITHMS[text.toUpperCase()];
  if (known !== undefined) return known;
  if (!fields.broken() && !(/^\d{1,3}$/.test(text) && Number(text) <= OCTET)) {
    fields.complain(`${shown(text)} is no algorithm`);
  }
  return Number(text);
}

function hex(fields: Fields, what: string): string {
  const text = joined(fields).toLowerCase();
  if (text === '') fields.complain(`the ${what} is missing`);
  else if (text.length % 2 === 1 || !/^[0-9a-f]*$/.test(text)) fields.complain(`the ${what} ${shown(text)} is no hex`);
  return text;
}

function base64(fields: Fields): string {
  const text = joined(fields);
  if (text === '') fields.complain('the key is missing');
  else if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    fields.complain(`the key ${shown(text)} is no base64`);
  }
  return text;
}

const joined = (fields: Fields): string =>
  fields
    .rest()
    .map(({ text }) => text)
    .join('');

/** The generic form `\# length hex` (RFC 3597 §5), which any type may be written in. */
function readGeneric(type: RecordType, tokens: readonly Token[]): RdataReading {
  const refuse = (problem: string): RdataReading => ({ data: undefined, problems: [problem] });
  const [length, ...words] = tokens;
  if (length === undefined || !/^\d{1,5}$/.test(length.text)) return refuse('no length follows the \\#');
  const text = words.map((word) => word.text).join('');
  if (!/^[0-9a-f]*$/i.test(text) || text.length !== 2 * Number(length.text)) {
    return refuse(`the data after \\# is not ${length.text} octets of hex`);
  }
  const bytes = Buffer.from(text, 'hex');
  const record = { name: '', type: TYPE_CODES[type], class: 1, ttl: 0, start: 0, end: bytes.length };
  const read = readRecord(bytes, record, type);
  if (read === undefined) return refuse(`the data after \\# is no ${type} data`);
  const { name: _name, ttl: _ttl, ...data } = read;
  return { data, problems: [] };
}
