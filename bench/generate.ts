import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seeded, type Random } from './random.ts';
import { SENDERS, type Row, type Sender } from './senders.ts';

const SEED = 20_261_001;
const DAY_S = 86_400;
const FIRST_DAY = 1_791_849_600;
const REPORTERS = ['google.com', 'comcast.net', 'yahoo.com', 'protection.outlook.com', 'web.de', 'mail.ru', 'gmx.net'];
/** Characters written at a time. */
const BATCH = 1 << 20;

/**
 * Writes one report of so many records, about 500 bytes each. Its records come from `sources` addresses, used unevenly, or,
 * with `distinct`, each from an address of its own: a botnet. Returns the file and its size in bytes.
 */
export function writeBigReport(
  folder: string,
  { records, sources }: { readonly records: number; readonly sources: number | 'distinct' },
): { readonly path: string; readonly bytes: number } {
  const random = seeded(SEED);
  // Named like RFC 9990 §3.5.2 asks: some readers, dmarc-cat among them, take no other name.
  const path = join(folder, `google.com!${sources}.example!${FIRST_DAY}!${FIRST_DAY + DAY_S}.xml`);
  const file = openSync(path, 'w');
  const addresses = sources === 'distinct' ? undefined : poolsOf(sources, random);
  let [bytes, batch] = [0, headText('google.com', 'big', FIRST_DAY)];
  for (let n = 0; n < records; n += 1) {
    const sender = senderFor(random.below(100));
    const pool = addresses?.get(sender);
    const ip = pool === undefined ? addressOf(sender, n) : random.pickUneven(pool);
    batch += recordText(sender.row(random), ip, 1 + random.below(random.pick([2, 5, 40, 700])), LEAN);
    if (batch.length < BATCH) continue;
    bytes += writeSync(file, batch);
    batch = '';
  }
  bytes += writeSync(file, `${batch}</feedback>\n`);
  closeSync(file);
  return { path, bytes };
}

/**
 * Records of a report, each for one in twenty: as many as 643 public ones of early 2025 have (danielsen/DmarcRua). Three in five
 * have one, a dozen in a hundred more than eight; the last stands for those with more than twenty, up to some hundreds.
 */
const AS_PUBLIC_ONES = [...Array<number>(12).fill(1), 2, 2, 3, 4, 5, 8, 19, 60];

interface SmallReports {
  readonly files: number;
  /** In each, or `public`: as many as public reports have. */
  readonly records: number | 'public';
  readonly days?: number;
}

/**
 * Writes so many packed reports of several reporters and days into `folder`, as they lie in a mailbox; where `days` are given,
 * of as many reporters as that takes.
 */
export function writeSmallReports(folder: string, { files, records, days }: SmallReports): void {
  const random = seeded(SEED);
  const pools = poolsOf(600, random);
  const reporters = days === undefined ? REPORTERS.length : Math.ceil(files / days);
  for (let n = 0; n < files; n += 1) {
    const reporter = REPORTERS[n % reporters] ?? `mx${n % reporters}.example`;
    const style = STYLES[(n % reporters) % STYLES.length] ?? LEAN;
    const begin = FIRST_DAY + Math.floor(n / reporters) * DAY_S;
    let text = headText(reporter, `small-${n}`, begin);
    const held = records === 'public' ? random.pick(AS_PUBLIC_ONES) : records;
    for (let record = 0; record < held; record += 1) {
      const sender = senderFor(random.below(100));
      text += recordText(sender.row(random), random.pickUneven(pools.get(sender) ?? []), 1 + random.below(40), style);
    }
    const name = `${reporter}!hazelmere.example!${begin}!${begin + DAY_S}!${n}.xml.gz`;
    writeFileSync(join(folder, name), gzipSync(`${text}</feedback>\n`));
  }
}

function senderFor(percent: number): Sender {
  let below = 0;
  const found = SENDERS.find(({ share }) => (below += share) > percent);
  if (found === undefined) throw new RangeError('the shares of the senders do not add up to 100');
  return found;
}

/** Half of the addresses are the botnet's and the forwarders', which are the last two senders; the rest is even. */
function poolsOf(addresses: number, random: Random): Map<Sender, string[]> {
  return new Map(
    SENDERS.map((sender, index) => {
      const share = index >= SENDERS.length - 2 ? 1 / 4 : 1 / 2 / (SENDERS.length - 2);
      const start = random.below(1000);
      return [sender, Array.from({ length: Math.ceil(addresses * share) }, (_, n) => addressOf(sender, start + n))];
    }),
  );
}

/** The n-th address of a sender; no two of the first 65,536 per network are the same. */
function addressOf({ networks }: Sender, n: number): string {
  const network = networks[n % networks.length] ?? '';
  const host = Math.floor(n / networks.length);
  if (network.includes(':')) return `${network}:${(host >> 16).toString(16)}:${(host & 0xffff).toString(16)}::1`;
  const beyond = (host >> 16) & 0xff;
  const [first = '', second = ''] = network.split('.');
  return `${first}.${(Number(second) + beyond) % 256}.${(host >> 8) & 0xff}.${host & 0xff}`;
}

/** How a reporter writes: some leave out the optional, some indent, some do not. */
interface Style {
  readonly indent: string;
  /** RFC 7489 asks for `envelope_from` and `scope`; the largest reporter leaves them out. */
  readonly whole: boolean;
}
const LEAN: Style = { indent: '', whole: false };
const STYLES: readonly Style[] = [LEAN, { indent: '\t', whole: true }, { indent: '  ', whole: true }];

const headText = (reporter: string, id: string, begin: number): string => `<?xml version="1.0" encoding="UTF-8" ?>
<feedback>
<report_metadata>
<org_name>${reporter}</org_name>
<email>dmarc@${reporter}</email>
<report_id>${id}</report_id>
<date_range>
<begin>${begin}</begin>
<end>${begin + DAY_S}</end>
</date_range>
</report_metadata>
<policy_published>
<domain>hazelmere.example</domain>
<adkim>r</adkim>
<aspf>r</aspf>
<p>quarantine</p>
<sp>none</sp>
<pct>100</pct>
</policy_published>
`;

function recordText(row: Row, ip: string, count: number, { indent, whole }: Style): string {
  const { disposition, dkimAligned, spfAligned, reason, headerFrom, envelopeFrom, dkim, spf } = row;
  const line = (depth: number, text: string): string => `${indent.repeat(depth)}${text}\n`;
  const leaf = (depth: number, tag: string, text: string | number): string =>
    `${indent.repeat(depth)}<${tag}>${text}</${tag}>\n`;
  let text = line(1, '<record>') + line(2, '<row>');
  text += leaf(3, 'source_ip', ip) + leaf(3, 'count', count) + line(3, '<policy_evaluated>');
  text += leaf(4, 'disposition', disposition);
  text += leaf(4, 'dkim', dkimAligned ? 'pass' : 'fail') + leaf(4, 'spf', spfAligned ? 'pass' : 'fail');
  if (reason !== undefined)
    text +=
      line(4, '<reason>') + leaf(5, 'type', reason.type) + leaf(5, 'comment', reason.comment) + line(4, '</reason>');
  text += line(3, '</policy_evaluated>') + line(2, '</row>') + line(2, '<identifiers>');
  if (whole) text += leaf(3, 'envelope_from', envelopeFrom);
  text += leaf(3, 'header_from', headerFrom) + line(2, '</identifiers>') + line(2, '<auth_results>');
  for (const { domain, selector, result } of dkim)
    text +=
      line(3, '<dkim>') +
      leaf(4, 'domain', domain) +
      leaf(4, 'selector', selector) +
      leaf(4, 'result', result) +
      line(3, '</dkim>');
  text += line(3, '<spf>') + leaf(4, 'domain', spf.domain);
  if (whole) text += leaf(4, 'scope', 'mfrom');
  return text + leaf(4, 'result', spf.result) + line(3, '</spf>') + line(2, '</auth_results>') + line(1, '</record>');
}
