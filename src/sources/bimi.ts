import { absent, found, unknown, type Fact, type Place } from '../core/facts.ts';
import { readable } from '../core/readable.ts';
import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import type { Net } from '../net/net.ts';
import { bimiName, isBimiVersion, parseBimi, resemblesBimi, type ParsedBimi } from '../protocols/bimi.ts';
import type { ParsedSvg } from '../protocols/svg-tiny-ps.ts';
import { textRecords } from './answers.ts';
import { httpsFile, type HttpsFile } from './https-file.ts';
import { defineSource } from './source.ts';

/** A TXT record at a BIMI name that is a BIMI record, or was meant as one. */
export interface BimiText {
  /** Where it stands in truth: at the end of the CNAME chain. */
  readonly owner: string;
  readonly text: string;
  readonly parsed: ParsedBimi;
  readonly place?: Place;
}

/** What a domain says of its indicator, the default selector's (draft-brand-indicators-for-message-identification §7.2). */
export interface Bimi {
  /** The domain whose record applies: the audited one, or, where that has none, the organisational domain. */
  readonly domain: string;
  /** `default._bimi.<domain>`. */
  readonly name: string;
  readonly inherited: boolean;
  /** Texts there that start with `v=BIMI1`; of several none counts. */
  readonly records: readonly BimiText[];
  /** The one that counts. */
  readonly record?: BimiText;
  /** Texts at the domain's own name that were meant as records and are none. */
  readonly unrecognised: readonly BimiText[];
  /** What `l=` leads to, where it can be fetched. */
  readonly indicator?: Indicator;
  /** What `a=` leads to. */
  readonly evidence?: HttpsFile;
}

export interface Indicator {
  readonly file: HttpsFile;
  /** What was fetched, unpacked where it was SVGZ. */
  readonly svg?: {
    /** Octets as they were sent. */
    readonly sent: number;
    /** Octets unpacked, as an octet string. */
    readonly body: string;
    /** The same as text. */
    readonly text: string;
    readonly judged: ParsedSvg;
  };
}

export type Value = Bimi;

/** Octets of an indicator that are read, packed and unpacked; the profile recommends 32 KiB. */
const LONGEST_INDICATOR = 1 << 20;
/** Octets of a certificate chain in PEM: the logo of 32 KiB, packed, and four certificates. */
const LONGEST_EVIDENCE = 1 << 17;

export default defineSource<Bimi>({
  absence: 'there is no BIMI record',
  async gather({ domain, net }): Promise<Fact<Bimi>> {
    const organisation = pslOrgDomain(domain);
    // Most sub-domains have no record of their own: asking both at once saves them a round trip.
    const [own, above] = await Promise.all([
      textsAt(domain, net),
      organisation === domain ? undefined : textsAt(organisation, net),
    ]);
    if (own.state === 'unknown') return own;
    const texts = own.value;
    const inherits = texts.records.length === 0 && above !== undefined;
    if (inherits && above.state === 'unknown') return above;
    const inherited = inherits && above.state === 'found' && above.value.records.length > 0;
    const { records } = inherited ? above.value : texts;
    if (records.length === 0 && texts.unrecognised.length === 0) return absent;
    const publisher = inherited ? organisation : domain;
    const record = records.length === 1 ? records[0] : undefined;
    const base = { domain: publisher, name: bimiName(publisher), inherited, records, unrecognised: texts.unrecognised };
    return found({ ...base, ...(record === undefined ? {} : { record, ...(await filesOf(record, net)) }) });
  },
});

type Texts = Pick<Bimi, 'records' | 'unrecognised'>;

async function textsAt(domain: string, net: Net): Promise<Exclude<Fact<Texts>, { state: 'absent' }>> {
  const name = bimiName(domain);
  const answer = await net.resolve(name, 'TXT');
  if (answer.status === 'failed') return unknown(answer.reason);
  const published = answer.status === 'ok' ? textRecords(name, answer.records) : [];
  const owner = answer.via.at(-1) ?? name;
  const read = ({ text, place }: (typeof published)[number]): BimiText => ({
    owner,
    text,
    parsed: parseBimi(text),
    ...(place === undefined ? {} : { place }),
  });
  return found({
    records: published.filter(({ text }) => isBimiVersion(text)).map(read),
    unrecognised: published.filter(({ text }) => resemblesBimi(text)).map(read),
  });
}

async function filesOf({ parsed }: BimiText, net: Net): Promise<Pick<Bimi, 'indicator' | 'evidence'>> {
  const { location, evidence } = parsed.value;
  const fetched = (uri: typeof location, octets: number): Promise<HttpsFile> | undefined =>
    uri?.valid === true ? httpsFile(uri.text, { octets }, net) : undefined;
  const [image, certificate] = await Promise.all([
    fetched(location, LONGEST_INDICATOR),
    fetched(evidence, LONGEST_EVIDENCE),
  ]);
  return {
    ...(image === undefined ? {} : { indicator: await indicatorIn(image) }),
    ...(certificate === undefined ? {} : { evidence: certificate }),
  };
}

async function indicatorIn(file: HttpsFile): Promise<Indicator> {
  if (file.state !== 'found') return { file };
  const body = await unpacked(file.body);
  const text = readable(body);
  // The XML reader is only loaded where there is something to read.
  const { readSvgTinyPs } = await import('../protocols/svg-tiny-ps.ts');
  return { file, svg: { sent: file.body.length, body, text, judged: readSvgTinyPs(text) } };
}

/** SVGZ unpacked (RFC 6170 §5.2); anything else, and what unpacks to more than we read, as it is. */
async function unpacked(body: string): Promise<string> {
  if (!body.startsWith('\x1F\x8B')) return body;
  const { gunzipSync } = await import('node:zlib');
  try {
    return gunzipSync(Buffer.from(body, 'latin1'), { maxOutputLength: LONGEST_INDICATOR }).toString('latin1');
  } catch {
    return body;
  }
}
