import * as fc from 'fast-check';
import { RECORD_TYPES } from '../../src/net/net.ts';
import type { RecordType, Rr } from '../../src/net/net.ts';

const octet = (most = 255) => fc.integer({ min: 0, max: most });
const short = octet(65_535);
const long = octet(4_294_967_295);
const octets = (constraints: { minLength?: number; maxLength: number }) =>
  fc.array(octet(), constraints).map((codes) => String.fromCharCode(...codes));

/** Any octet may stand in a label (RFC 2181 §11); a dot parts labels, and A to Z are lower case with us. */
const label = fc.oneof(
  fc.stringMatching(/^[a-z0-9_-]{1,12}$/),
  octets({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/[A-Z.\\]/g, '_')),
  fc.constantFrom('*', '@', '$', '"', ';', '(', ')', ' ', '\u0000', '$ttl', '\u00fc'),
);
export const anyName = fc.array(label, { maxLength: 5 }).map((labels) => labels.join('.'));
const hex = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'));

const DATA: { readonly [T in RecordType]: fc.Arbitrary<object> } = {
  A: fc.record({ address: fc.ipV4() }),
  AAAA: fc.record({
    address: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((groups) => {
      const text = [...groups].map((group) => (group < 128 ? 0 : group).toString(16)).join(':');
      return new URL(`http://[${text}]`).hostname.slice(1, -1);
    }),
  }),
  CNAME: fc.record({ target: anyName }),
  NS: fc.record({ target: anyName }),
  PTR: fc.record({ target: anyName }),
  MX: fc.record({ preference: short, exchange: anyName }),
  TXT: fc.record({ strings: fc.array(octets({ maxLength: 255 }), { maxLength: 4 }) }),
  SPF: fc.record({ strings: fc.array(octets({ maxLength: 255 }), { maxLength: 4 }) }),
  SOA: fc.record({
    mname: anyName,
    rname: anyName,
    serial: long,
    refresh: long,
    retry: long,
    expire: long,
    minimum: long,
  }),
  SRV: fc.record({ priority: short, weight: short, port: short, target: anyName }),
  CAA: fc.record({ flags: octet(), tag: fc.stringMatching(/^[a-z0-9]{1,15}$/), value: octets({ maxLength: 60 }) }),
  TLSA: fc.record({ usage: octet(), selector: octet(), matching: octet(), data: hex }),
  DS: fc.record({ keyTag: short, algorithm: octet(), digestType: octet(), digest: hex }),
  DNSKEY: fc.record({
    flags: short,
    algorithm: octet(),
    key: fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  }),
};

export const anyTtl = octet(2_147_483_647);

/** Any record of a type, as name servers may send it. */
export const rrOfType = (type: RecordType, name: fc.Arbitrary<string> = anyName): fc.Arbitrary<Rr> =>
  fc
    .tuple(name, anyTtl, DATA[type])
    .map(([owner, ttl, data]) => ({ name: owner, ttl, type, ...data }) as unknown as Rr);

export const anyType = fc.constantFrom(...RECORD_TYPES);
export const anyRr = anyType.chain((type) => rrOfType(type));
