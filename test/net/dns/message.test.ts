import dnsPacket from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../src/net/dns/answer.ts';
import { answers, encodeQuery, readMessage } from '../../../src/net/dns/message.ts';
import type { DnsMessage } from '../../../src/net/dns/message.ts';
import { RECORD_TYPES } from '../../../src/net/net.ts';
import type { RecordType, Rr } from '../../../src/net/net.ts';
import { readRecord } from '../../../src/net/dns/rdata.ts';
import { encodeName, readName } from '../../../src/net/dns/wire-name.ts';
import { replyBytes } from '../../support/dns-server.ts';
import type { Asked } from '../../support/dns-server.ts';
import { u16, wireRecord } from '../../support/dns-wire.ts';

const asked = (name: string, type: RecordType): Asked => ({
  name,
  type,
  transport: 'tcp',
  id: 7,
  edns: 1232,
  flags: 0x0120,
  port: 0,
});

/** What we read of records that another encoder wrote. */
function read(name: string, type: RecordType, bytes: Buffer): unknown {
  const query = encodeQuery({ name, type }, 7, true);
  expect(answers(bytes, query)).toBe(true);
  const step = readAnswer(readMessage(bytes, query) as DnsMessage, name, type);
  return step.kind === 'answer' && step.answer.status === 'ok' ? step.answer.records : step;
}

const octet = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const octets = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit: octet, maxLength });
/** Lower case, as names come out; no dots, which part labels. */
const label = fc
  .string({ unit: octet.filter((char) => !/[A-Z.]/.test(char)), minLength: 1, maxLength: 63 })
  .filter((text) => !text.includes('\\'));
const name = fc
  .array(label, { maxLength: 6 })
  .map((labels) => labels.join('.'))
  .filter((text) => text.length <= 253);
const hex = fc.uint8Array({ minLength: 1, maxLength: 70 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const number = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 });
const strings = fc.array(octets(255), { minLength: 1, maxLength: 5 });
const ttl = number(31);

const DATA: { readonly [T in RecordType]: fc.Arbitrary<Record<string, unknown>> } = {
  A: fc.record({ address: fc.ipV4() }),
  AAAA: fc.record({ address: fc.ipV6().map((text) => new URL(`http://[${text}]/`).hostname.slice(1, -1)) }),
  CAA: fc.record({ flags: number(8), tag: fc.constantFrom('issue', 'iodef', 'issuemail'), value: octets(300) }),
  CNAME: fc.record({ target: name }),
  DNSKEY: fc.record({
    flags: number(16),
    algorithm: number(8),
    key: hex.map((text) => Buffer.from(text, 'hex').toString('base64')),
  }),
  DS: fc.record({ keyTag: number(16), algorithm: number(8), digestType: number(8), digest: hex }),
  MX: fc.record({ preference: number(16), exchange: name }),
  NS: fc.record({ target: name }),
  PTR: fc.record({ target: name }),
  SOA: fc.record({
    mname: name,
    rname: name,
    serial: number(32),
    refresh: number(32),
    retry: number(32),
    expire: number(32),
    minimum: number(32),
  }),
  SPF: fc.record({ strings }),
  SRV: fc.record({ priority: number(16), weight: number(16), port: number(16), target: name }),
  TLSA: fc.record({ usage: number(8), selector: number(8), matching: number(8), data: hex }),
  TXT: fc.record({ strings }),
};
const record = fc
  .tuple(fc.constantFrom(...RECORD_TYPES), name, ttl)
  .chain(([type, owner, seconds]) => DATA[type].map((data) => ({ name: owner, ttl: seconds, type, ...data }) as Rr));

describe('records', () => {
  test('of every type come back as they were sent, whatever the octets in their names and strings', () => {
    fc.assert(
      fc.property(record, (rr) => {
        expect(read(rr.name, rr.type, replyBytes(asked(rr.name, rr.type), { records: [rr] }))).toEqual([rr]);
      }),
      { numRuns: 500 },
    );
  });

  test('are malformed, never a crash, when cut short or too long', () => {
    fc.assert(
      fc.property(record, fc.nat(), fc.boolean(), (rr, where, longer) => {
        const wire = wireRecord(rr);
        const start = wire.length - dataLength(rr);
        const data = wire.subarray(start);
        const changed = longer
          ? Buffer.concat([data, Buffer.from([0xc0])])
          : data.subarray(0, where % (data.length + 1));
        const at = {
          name: rr.name,
          type: wire.readUInt16BE(start - 10),
          class: 1,
          ttl: 0,
          start: 0,
          end: changed.length,
        };
        const result = readRecord(Buffer.from(changed), at, rr.type);
        if (result) expect(result.type).toBe(rr.type);
        if (FIXED.has(rr.type) && changed.length !== data.length) expect(result).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('are read as dns-packet wrote them', () => {
    const records = [
      { name: 'a.example', type: 'TXT', ttl: 5, data: [Buffer.from('v=spf1'), Buffer.from([0, 255])] },
      { name: 'a.example', type: 'MX', ttl: 5, data: { preference: 10, exchange: 'mx.example' } },
      { name: 'a.example', type: 'AAAA', ttl: 5, data: '2001:db8::1' },
      { name: 'a.example', type: 'CAA', ttl: 5, data: { flags: 128, tag: 'issue', value: 'ca.example' } },
      {
        name: 'a.example',
        type: 'TLSA',
        ttl: 5,
        data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from('ab01', 'hex') },
      },
      { name: 'a.example', type: 'SRV', ttl: 5, data: { priority: 1, weight: 2, port: 3, target: 'x.example' } },
    ] as const;
    const ours: Record<string, object> = {
      TXT: { strings: ['v=spf1', '\u0000\u00ff'] },
      MX: { preference: 10, exchange: 'mx.example' },
      AAAA: { address: '2001:db8::1' },
      CAA: { flags: 128, tag: 'issue', value: 'ca.example' },
      TLSA: { usage: 3, selector: 1, matching: 1, data: 'ab01' },
      SRV: { priority: 1, weight: 2, port: 3, target: 'x.example' },
    };
    for (const { type } of records) {
      const bytes = dnsPacket.encode({
        type: 'response',
        id: 7,
        questions: [{ name: 'a.example', type }],
        answers: [...records] as dnsPacket.Answer[],
      });
      expect(read('a.example', type, bytes)).toMatchObject([{ name: 'a.example', ttl: 5, ...ours[type] }]);
    }
  });
});

/** Types whose data has no part of free length. */
const FIXED: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV']);
function dataLength(rr: Rr): number {
  const owner = encodeName(rr.name).length;
  return wireRecord(rr).length - owner - 10;
}

describe('a name on the wire', () => {
  test('comes back as it was written, in lower case', () => {
    fc.assert(
      fc.property(name, fc.boolean(), (text, upper) => {
        const wire = encodeName(upper ? text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()) : text);
        expect(readName(wire, 0)).toEqual({ name: text, next: wire.length });
      }),
    );
  });

  test('shows a dot inside a label as an escaped one', () => {
    expect(readName(Buffer.from('\u0008john.doe\u0007example\u0000', 'latin1'), 0)?.name).toBe('john\\.doe.example');
  });

  test('follows pointers back and goes on behind the first', () => {
    const bytes = Buffer.from('\u0003com\u0000\u0007example\u00c0\u0000\u0003www\u00c0\u0005', 'latin1');
    expect(readName(bytes, 15)).toEqual({ name: 'www.example.com', next: 21 });
  });

  test.each([
    ['over 255 octets', Buffer.from(`${'\u0001x'.repeat(130)}\u0000`, 'latin1'), 0],
    [
      'over 255 octets by pointers',
      Buffer.from(`${'\u0001x'.repeat(90)}\u0000${'\u0001y'.repeat(90)}\u00c0\u0000`, 'latin1'),
      181,
    ],
    ['that points to itself', Buffer.from([0xc0, 0]), 0],
    ['that points in a circle', Buffer.from([1, 0x78, 0xc0, 4, 0xc0, 0]), 4],
    ['that points behind the message', Buffer.from([0xff, 0xff]), 0],
    ['with a cut label', Buffer.from([5, 0x78]), 0],
    ['with half a pointer', Buffer.from([0xc0]), 0],
    ['of a label type nobody uses', Buffer.from([0x41, 0x78, 0]), 0],
    ['without an end', Buffer.from([1, 0x78]), 0],
  ])('%s is none', (_, bytes, start) => {
    expect(readName(bytes, start)).toBeUndefined();
  });

  test('made of nothing but pointers costs little: they are counted', () => {
    const bytes = Buffer.concat([
      Buffer.from([0]),
      ...Array.from({ length: 8000 }, (_, n) => u16(0xc000 | Math.max(0, 2 * n - 1))),
    ]);
    expect(readName(bytes, bytes.length - 2)).toBeUndefined();
  });
});

describe('a message', () => {
  const query = encodeQuery({ name: 'example.com', type: 'TXT' }, 7, true);
  const good = replyBytes(asked('example.com', 'TXT'), {
    records: [{ name: 'example.com', ttl: 60, type: 'TXT', strings: ['x'] }],
    authority: [{ name: 'com', ttl: 60, type: 'NS', target: 'ns.com' }],
    opt: Buffer.from('000000000006000f00020006', 'hex'),
  });

  test('of any bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...RECORD_TYPES), (noise, type) => {
        const bytes = Buffer.concat([good.subarray(0, query.questionEnd), noise]);
        const message = readMessage(bytes, query);
        if (message) readAnswer(message, 'example.com', type);
        answers(Buffer.from(noise), query);
      }),
      { numRuns: 1000 },
    );
  });

  test('with some octets changed never throws', () => {
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), number(8)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (all) => {
        const bytes = Buffer.from(good);
        for (const [at, to] of all) bytes[at] = to;
        if (!answers(bytes, query)) return;
        const message = readMessage(bytes, query);
        if (message) readAnswer(message, 'example.com', 'TXT');
      }),
      { numRuns: 2000 },
    );
  });

  test('cut short anywhere is malformed, unless it says that it is truncated', () => {
    for (let end = query.questionEnd; end < good.length; end++) {
      const cut = Buffer.from(good.subarray(0, end));
      expect(readMessage(cut, query)).toBeUndefined();
      cut.writeUInt16BE(cut.readUInt16BE(2) | 0x0200, 2);
      expect(readMessage(cut, query)).toMatchObject({ truncated: true });
    }
  });

  test('may hold a broken record that nobody asked for', () => {
    const broken = { ...asked('example.com', 'TXT') };
    const bytes = replyBytes(broken, {
      tail: {
        counts: [2, 0, 0],
        bytes: Buffer.concat([
          Buffer.from('c00c0001000100000000000101', 'hex'), // an A record of one octet
          wireRecord({ name: 'example.com', ttl: 60, type: 'TXT', strings: ['x'] }),
        ]),
      },
    });
    expect(read('example.com', 'TXT', bytes)).toMatchObject([{ strings: ['x'] }]);
  });
});
