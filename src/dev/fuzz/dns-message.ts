import { readAnswer } from '../../net/dns/answer.ts';
import { answers, encodeQuery, readMessage } from '../../net/dns/message.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

const TYPES = ['TXT', 'MX', 'A', 'AAAA', 'SOA', 'TLSA', 'CAA', 'DS', 'CNAME', 'PTR', 'SRV', 'NS'] as const;
const queries = TYPES.map((type) => ({ type, query: encodeQuery({ name: 'a.example', type }, 7, true) }));

/** An answer with these records: type and data, in hex; names point to the question. */
function message(type: number, ...data: readonly string[]): Buffer {
  const head = Buffer.from('0007840000010000000000000161076578616d706c6500', 'hex');
  head.writeUInt16BE(data.length, 6);
  const fixed = Buffer.from([type >> 8, type & 255, 0, 1]);
  const records = data.map((hex) => {
    const bytes = Buffer.from(hex, 'hex');
    return Buffer.concat([
      Buffer.from([0xc0, 0x0c]),
      fixed,
      Buffer.from([0, 0, 1, 44, bytes.length >> 8, bytes.length & 255]),
      bytes,
    ]);
  });
  return Buffer.concat([head, fixed, ...records]);
}

/** DNS messages (RFC 1035 §4), as a hostile server sends them. */
export default fuzzTarget({
  seeds: () => [
    message(16, '0b763d73706631202d616c6c', '0161'),
    message(15, '000a046d61696cc00c', '0014c00c'),
    message(1, 'c0000201'),
    message(28, '20010db8000000000000000000000001'),
    message(6, 'c00cc00c0000000100000002000000030000000400000005'),
    message(52, '030101aabb'),
    message(257, '000569737375656361'),
    message(5, '0162c00c'),
  ],
  tokens: [
    '\xC0\x0C',
    '\xC0\x00',
    '\xC0\xFF',
    '\xFF\xFF',
    '\x3F',
    '\0\x10\0\x01',
    '\0\x05\0\x01\0\0\0\0',
    '\0\0\x29\x04\xD0\0\0\x80\0\0\0',
    '\x80',
  ],
  run(bytes) {
    const found: unknown[] = [];
    for (const { type, query } of queries) {
      if (bytes.length < 12 || !answers(bytes, query)) continue;
      const read = readMessage(bytes, query);
      if (read !== undefined) found.push(read.rcode, readAnswer(read, 'a.example', type));
    }
    return found;
  },
});
