import type { Rr } from '../../src/net/net.ts';
import { wireName } from './dns-wire.ts';
import type { Asked, Behaviour, Reply } from './dns-server.ts';
import { cname, soa } from './live-world.ts';

const referral: Reply = { authority: [{ name: 'com', ttl: 60, type: 'NS', target: 'a.gtld-servers.net' }] };
const elsewhere = [soa('elsewhere.example', 300, 300)];

/** Links of a chain, each in an answer of its own: `link-8.example.com` leads to `link-9.example.com`. */
function nextLink({ name }: Asked): Rr {
  const [, number = '0'] = /^link-(\d+)\./.exec(name) ?? [];
  return cname(name, `link-${Number(number) + 1}.example.com`);
}

/** Behind the question, a record whose name is a pointer to itself (RFC 1035 §4.1.4). */
function pointerLoop({ name }: Asked): Reply {
  const at = 12 + wireName(name).length + 4;
  return {
    tail: { counts: [1, 0, 0], bytes: Buffer.from([0xc0 | (at >> 8), at & 0xff, 0, 16, 0, 1, 0, 0, 0, 9, 0, 0]) },
  };
}

/** Ways in which a name server gives no answer: after each, nobody knows what there is. */
export const DNS_FAULTS: Readonly<Record<string, Behaviour>> = {
  silence: () => 'drop',
  SERVFAIL: () => ({ rcode: 2 }),
  REFUSED: () => ({ rcode: 5 }),
  FORMERR: () => ({ rcode: 1 }),
  NOTIMP: () => ({ rcode: 4 }),
  'truncation, and a connection that is closed': ({ transport }) => (transport === 'udp' ? { tc: true } : { cutAt: 0 }),
  'truncation, and a connection that breaks': ({ transport }) => (transport === 'udp' ? { tc: true } : { cutAt: 9 }),
  'truncation, and silence': ({ transport }) => (transport === 'udp' ? { tc: true } : 'drop'),
  'a referral': () => referral,
  'another id': ({ id }) => ({ id: id ^ 1, rcode: 3 }),
  'an answer about another name': () => ({ question: { name: 'example.net', type: 'TXT' }, rcode: 3 }),
  'an answer about another type': () => ({ question: { name: 'example.com', type: 'SRV' }, rcode: 3 }),
  'an answer from another port': () => ({ elsewhere: true, rcode: 3 }),
  'a name that points to itself': pointerLoop,
  'a record that goes on behind the end': () => ({
    tail: { counts: [1, 0, 0], bytes: Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 9, 255, 255, 4]) },
  }),
  'more records announced than sent': () => ({ tail: { counts: [65_535, 0, 0], bytes: Buffer.alloc(0) } }),
  'a CNAME to itself': ({ name }) => ({ records: [cname(name, name)] }),
  'a loop of two CNAMEs': ({ name }) => ({ records: [cname(name, 'o.example.com'), cname('o.example.com', name)] }),
  'CNAMEs without end': (asked) => ({ records: [nextLink(asked)] }),
  'a hundred CNAMEs at once': ({ name }) => {
    const names = [name, ...Array.from({ length: 100 }, (_, index) => `c${index}.example.com`)];
    return { records: names.slice(1).map((target, index) => cname(names[index] ?? '', target)) };
  },
  garbage: () => ({ raw: Buffer.alloc(200, '\x9F\xC0\x0C\xFF', 'latin1') }),
  'garbage with the flags of an answer': () => ({ raw: Buffer.alloc(200, '\x81\x83', 'latin1') }),
  'a header alone': () => ({ raw: Buffer.from([0, 0, 0x81, 0x83, 0, 0, 0, 0, 0, 0, 0, 0]) }),
  'an empty packet': () => ({ raw: Buffer.alloc(0), rawId: true }),
  'NXDOMAIN from another zone': () => ({ rcode: 3, authority: elsewhere }),
  'no data in another zone': () => ({ authority: elsewhere }),
};
