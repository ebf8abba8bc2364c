import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterOf, settled } from '../../src/replies/cluster.ts';
import { skeletonOf } from '../../src/replies/skeleton.ts';

const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 12, maxLength: 20 });
const varying = fc.record({
  // An apostrophe in front is taken for a quote.
  address: fc.emailAddress().filter((address) => !address.startsWith("'")),
  ip: fc.ipV4(),
  host: fc.constantFrom('mx1.example.com', 'mail-7.example.net', 'in3.mx.example.org'),
  id: hex.map((text) => `a1${text}`),
  time: fc.constantFrom('12:30:01', '23:59:59', '2026-11-28T10:00:00Z'),
  seconds: fc.integer({ min: 2, max: 9999 }),
});
type Varying = typeof varying extends fc.Arbitrary<infer Value> ? Value : never;

const replies: readonly ((v: Varying) => string)[] = [
  (v) => `550 5.1.1 <${v.address}>: Recipient address rejected: User unknown`,
  (v) => `host ${v.host}[${v.ip}] said: 421 4.7.0 [TSS04] Messages from ${v.ip} temporarily deferred`,
  (v) => `450 4.2.0 <${v.address}>: Greylisted, try again in ${v.seconds} seconds`,
  (v) => `554 5.7.1 Client host [${v.ip}] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/${v.ip}`,
  (v) => `451 4.7.1 at ${v.time}, id=${v.id}: Service unavailable`,
  (v) => `552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm ${v.id} - gsmtp`,
];

test('a cluster is its own cluster', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...Array.from('<>@.:-=/?#&;[]() aB15\\\n')), maxLength: 60 }),
    fc.tuple(varying, fc.constantFrom(...replies)).map(([v, reply]) => reply(v)),
  );
  fc.assert(
    fc.property(text, (reply) => {
      const cluster = clusterOf(reply);
      expect(clusterOf(cluster)).toBe(cluster);
    }),
    { numRuns: 200 },
  );
});

test('replies that differ in address, host, id and time only are one cluster', () => {
  fc.assert(
    fc.property(fc.constantFrom(...replies), varying, varying, (reply, one, other) => {
      expect(clusterOf(reply(one))).toBe(clusterOf(reply(other)));
    }),
  );
});

test('replies that mean different things are different clusters', () => {
  const v: Varying = {
    address: 'a@example.com',
    ip: '192.0.2.1',
    host: 'mx1.example.com',
    id: 'a1b2c3d4e5f6',
    time: '12:30:01',
    seconds: 5,
  };
  expect(new Set(replies.map((reply) => clusterOf(reply(v)))).size).toBe(replies.length);
});

test.for([
  ['550 5.7.1 (S3150)', '550 5.7.1 (S3140)'],
  ['421 [TSS04] deferred', '421 [TSS09] deferred'],
  ['550 x IB607', '550 x IB608'],
  ['550 refused OFR_416', '550 refused OFR_417'],
  ['550 5.1.1 no', '550 5.2.1 no'],
  ['550 no', '450 no'],
  ['554 blocked using zen.spamhaus.org', '554 blocked using bl.spamcop.net'],
  ['550 https://support.google.com/mail/?p=NoSuchUser', '550 https://support.google.com/mail/?p=DisabledUser'],
] as const)('%j and %j stay apart', ([one, other]) => {
  expect(clusterOf(one)).not.toBe(clusterOf(other));
});

test.for([
  ['550 5.1.1 <some.one@example.com>: User unknown', '550 5.1.1 <address>: User unknown'],
  ['host mx1.example.com[192.0.2.1] said: 450 busy', 'host <host>[<ip>] said: 450 busy'],
  ['450 try again in 450 seconds', '450 try again in <duration>'],
  ['550 SPF: <ip> may not send for bücher.example', '550 SPF: <ip> may not send for <host>'],
  ['550 sending domain SHOP.EXAMPLE.CO.UK does not pass', '550 sending domain <host> does not pass'],
  ['550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found', '550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found'],
  ['550 refused [kJ8/aZ3+Qx9LmN2pRt5v== IP: 192.0.2.1]', '550 refused [<id> IP: <ip>]'],
  ['554 see https://post.example/case?c=hi&r=zKmzEhqgkjRrayIbPdBPPd', '554 see https://post.example/case?c=hi&<id>'],
  ['554 https://post.example/?p=UnsolicitedRateLimitError', '554 https://post.example/?p=UnsolicitedRateLimitError'],
  [
    '554 id=12-3 - Rejected by next-hop MTA, id ADD127454B: spam',
    '554 id=<number> - Rejected by next-hop MTA, id <id>: spam',
  ],
  ['550 blocked (BL000000)', '550 blocked (BL000000)'],
  ['450 see http://lists.example/help/shop.example.com.html', '450 see http://lists.example/help/<host>'],
  ['connect to mx1.example.com:25/2001:db8::1 and wait', 'connect to <host>:<number>/<ip> and wait'],
  ['connect to mx1.example.com:25/192.0.2.1 and wait', 'connect to <host>:<number>/<ip> and wait'],
  ['451 try again in 5 minutes', '451 try again in <duration>'],
  ['421 from 2001:db8::1 at 2026-11-28 12:30:01', '421 from <ip> at <time>'],
  [
    '550 blocked, see https://www.spamhaus.org/query/ip/192.0.2.1',
    '550 blocked, see https://www.spamhaus.org/query/ip/<ip>',
  ],
  ['550 2.0.0.127.zen.spamhaus.org lists you', '550 zen.spamhaus.org lists you'],
  ['552 5.3.4 size 52428800 exceeds 10240000', '552 5.3.4 size <number> exceeds <number>'],
  ['550 gone, qX7fR2kLm9pZ', '550 gone, <id>'],
] as const)('%j is %j', ([reply, cluster]) => {
  expect(clusterOf(reply)).toBe(cluster);
});

test('the quick way to a cluster leads where the thorough one does', () => {
  const part = fc.constantFrom(
    '550',
    '550-',
    '5.1.1',
    '550-5.1.1',
    '5505.1.1',
    '#5.1.1',
    'id-450',
    '450.x1',
    '554.30',
    '4.7.28',
    '1.2.3',
    '28',

    'a@example.com',
    "o'neil@example.com",
    '"a b"@example.com',
    'mx1.example.com',
    'www.a1b2c3d4.example',
    '192.0.2.1',

    'abc123def456.450',
    'abcdefghi1.2',
    '7F018869C1',
    '0x1234567890',
    '120seconds',
    'sha256',
    'office365',
    'S3140',

    '12:30:01',
    '2026-11-28T10:00:00Z',
    '2001:db8::1',
    'https://x.example/?p=Abc&q=1',
    'a=b',
    '=0A',
    String.raw`\n`,

    'zen.spamhaus.org',
    'überfüllt',
    'wait.',
    'said:',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    "'",
    '"',
    '{',
    '}',
    '|',
    ',',
    '\n',
    '\u{a0}',
  );
  const text = fc.oneof(
    fc.array(fc.tuple(part, fc.constantFrom('', ' ')), { maxLength: 12 }).map((all) => all.flat().join('')),
    fc.string({ unit: fc.constantFrom(...Array.from("<>@.:-=/?#&;[]() aBx15\\\n'|_{}4520,")), maxLength: 40 }),
    fc.tuple(varying, fc.constantFrom(...replies)).map(([v, reply]) => reply(v)),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, (reply) => {
      const skeleton = skeletonOf(reply);
      if (skeleton !== undefined) expect(settled(skeleton)).toBe(settled(reply));
      expect(clusterOf(reply)).toBe(settled(reply));
    }),
    { numRuns: 2_000 },
  );
});

test('replies of which each carries ids of its own have one skeleton', () => {
  const reply = (id: string, n: number): string =>
    `host mx${n}.example.com[192.0.2.${n}] said: 451 4.7.650 The mail server [198.51.100.${n}] has been temporarily rate limited (S775) [DM6NAM12FT00${n}.example.com 2026-11-28T02:52:5${n}.703Z 08DB03E3F757F60${n}] for <u${n}@example.net>, ${id}.55${n} - gsmtp (in reply to MAIL FROM command)`;
  const skeletons = Array.from({ length: 9 }, (_, n) => skeletonOf(reply(`w${n}8si16886${n}2wra`, n + 1)));
  expect(new Set(skeletons).size).toBe(1);
});

test.each([
  ['554 REJECT:192.0.2.7:http://www.example.com/why', '554 REJECT:<ip>:http://www.example.com/why'],
  ['550 REJECT:RBL:192.0.2.7', '550 REJECT:RBL:<ip>'],
  ['421 mx1.example.com:too many connections', '421 <host>:too many connections'],
  ['550 from:news@example.com denied', '550 from:<address> denied'],
  ['554 Error:spam:score=12.5', '554 Error:spam:score=<number>'],
  ['554 blocked C=42:S=7', '554 blocked C=<number>:S=<number>'],
  ['550 ip=2001:db8::1 refused', '550 ip=<ip> refused'],
  ['550 IP:2001:db8::1 refused', '550 IP:<ip> refused'],
])('words that a colon glues together are told apart: %s', (reply, cluster) => {
  expect(clusterOf(reply)).toBe(cluster);
});

test('what the first round brings together the second one settles', () => {
  const refused = (text: string): string => clusterOf(`550 ${text} refused`);
  for (const text of ['<<<192.0.2.1>>>', '<<<<192.0.2.1>>>>']) expect(refused(text)).toBe(refused('192.0.2.1'));
  expect(clusterOf('tried at 10:00 10:00 Nov 3 Nov 3 10:00')).toBe('tried at <time>');
});
