import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import { RECORD_TYPES } from '../../src/net/net.ts';
import type { Answer, Dns, RecordType, Rr } from '../../src/net/net.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';

const long = (start: string): string => `"${start}${'x'.repeat(240)}"`;

/**
 * Two zones with everything that is easily got wrong: large answers, chains within and across zones, loops, wildcards,
 * empty non-terminals, a delegation, escapes, odd labels. Origin → master file.
 */
export const ODD_ZONES = {
  'example.test': `
$ORIGIN example.test.
$TTL 3600
@       7200 SOA ns.example.test. john\\.doe.example.test. 2026112101 7200 3600 1209600 900
        NS   ns.example.test.
        MX   10 mx1
        MX   20 MX2.Example.TEST.
        TXT  "v=spf1 mx include:_spf.example.test -all"
        TXT  ("two " "strings" "")
        SPF  "v=spf1 -all"
        CAA  128 issue "ca.example; account=1"
        AAAA 2001:0DB8:0:0:1::1
ns      A    127.0.0.1
mx1     300 A 192.0.2.1
        300 A 192.0.2.2
        AAAA 2001:db8::25
mx2     A    192.0.2.3
big     TXT  ${Array.from({ length: 10 }, (_, n) => long(`${n} `)).join('\n        TXT  ')}
huge    TXT  ${Array.from({ length: 200 }, (_, n) => long(`${n} `)).join('\n        TXT  ')}
a       60   CNAME b
b       120  CNAME c
c       TXT  "the end of the chain"
dangling CNAME nowhere
nodata  CNAME mx2
away    CNAME target.other.test.
lost    CNAME gone.other.test.
toempty CNAME sub.other.test.
loop1   CNAME loop2
loop2   CNAME loop1
self    CNAME self
*.wild  TXT  "from the wildcard"
there.wild A 192.0.2.9
*.cwild CNAME c
deep.under.empty TXT "below an empty non-terminal"
esc     TXT  "quote \\" backslash \\\\ semicolon ; octets \\195\\188 \\255 \\000 end"
odd\\032blank.\\037\\123d\\125._spf TXT "odd labels"
oct\\252 TXT "octet in a label"
toodd   CNAME oct\\252
_sip._tcp SRV 1 2 5060 sip
_25._tcp.mx1 TLSA 3 1 1 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
sec     NS   ns.other.test.
        DS   12345 13 2 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
under.sec TXT "glue is no answer"
short   10 TXT "short-lived"
`,
  'other.test': `
$ORIGIN other.test.
$TTL 600
@       SOA ns.example.test. hostmaster.other.test. 1 7200 3600 1209600 60
        NS  ns.example.test.
target  TXT "across the border"
        A   192.0.2.77
x.sub   A   192.0.2.78
`,
};

/** Names worth asking for: those that are there, beside and below them. */
export const ODD_NAMES = [
  'other.test',
  'target.other.test',
  'sub.other.test',
  'nothing.other.test',
  'example.test',
  'odd blank.%{d}._spf.example.test',
  ...(
    'ns mx1 mx2 big huge a b c dangling nodata away lost toempty toodd loop1 self x.c x.a short SHORT ' +
    'wild any.wild two.labels.wild there.wild x.there.wild *.wild any.cwild nothing x.nothing ' +
    'empty under.empty deep.under.empty esc _tcp _sip._tcp _25._tcp.mx1'
  )
    .split(' ')
    .map((name) => `${name}.example.test`),
];

/** The order of records in an answer means nothing, and files know where a record stands. */
function comparable(answer: Answer): unknown {
  if (answer.status === 'failed') return { status: 'failed', failure: answer.failure };
  if (answer.status !== 'ok') return answer;
  const plain = answer.records.map((rr: Rr) => JSON.stringify({ ...rr, place: undefined }));
  return { ...answer, records: plain.toSorted() };
}

/** The same zones without any packets. */
export function oddWorld(): Dns {
  const zones = Object.entries(ODD_ZONES).map(([origin, text]) => parseMasterFile(text, { file: `${origin}.zone` }));
  const problems = zones.flatMap((zone) => zone.problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return zoneWorld(
    {
      records: zones.flatMap((zone) => zone.records),
      names: zones.flatMap((zone) => zone.names),
      apexes: zones.flatMap((zone) => zone.apexes),
      opaque: zones.flatMap((zone) => zone.opaque),
    },
    { outside: 'unrecorded' },
  );
}

export interface Difference {
  readonly name: string;
  readonly type: RecordType;
  readonly left: unknown;
  readonly right: unknown;
}

/** Asks two worlds for every type of every name. */
export async function differences(one: Dns, other: Dns): Promise<Difference[]> {
  const questions = ODD_NAMES.flatMap((name) => RECORD_TYPES.map((type) => ({ name, type })));
  const compared = await Promise.all(
    questions.map(async ({ name, type }) => {
      const [left, right] = await Promise.all([one.resolve(name, type), other.resolve(name, type)]);
      return { name, type, left: comparable(left), right: comparable(right) };
    }),
  );
  return compared.filter(({ left, right }) => JSON.stringify(left) !== JSON.stringify(right));
}
