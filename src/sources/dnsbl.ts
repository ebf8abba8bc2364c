import { absent, found, type Fact } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import type { Answer, Net } from '../net/net.ts';
import { addressEntry, domainEntry, readListing, testEntries, type ListKind } from '../protocols/dnsbl.ts';
import { mailAddresses } from './mail-addresses.ts';
import { defineSource } from './source.ts';

/** What the block lists the user named say of the domain's mail (RFC 5782). */
export interface BlockList {
  /** Its zone: `bl.example.net`. */
  readonly zone: string;
  /** Why it is of no use: it is closed, or refuses us, or holds everything. */
  readonly outOfOrder?: string;
  readonly entries: readonly ListEntry[];
}
/** What a list says of one address, or of the domain. */
export interface ListEntry {
  readonly subject: string;
  /** Where an address is from. */
  readonly use?: 'sending' | 'receiving';
  readonly state: 'listed' | 'clear' | 'unknown';
  /** Return codes, where it is listed: `127.0.0.4`. */
  readonly codes: readonly string[];
  /** What the list says about it: somebody's text, as an octet string. */
  readonly text?: string;
  readonly reason?: string;
}

export type Value = readonly BlockList[];

interface Question extends Pick<ListEntry, 'subject' | 'use'> {
  readonly kind: ListKind;
  readonly name: (list: string) => string;
}

export default defineSource<Value>({
  absence: 'no block list was named (`--dnsbl`)',
  async gather(world) {
    const { domain, net, hints } = world;
    const zones = hints.dnsbls ?? [];
    if (zones.length === 0) return absent;
    const known = await mailAddresses(world);
    if (known.state === 'unknown') return known;
    const addresses = known.state === 'found' ? known.value : [];
    const questions: Question[] = [
      ...addresses.map(({ address, ip, use }): Question => {
        const kind = ip.family === 4 ? 'ipv4' : 'ipv6';
        return { subject: address, use, kind, name: (list) => addressEntry(ip, list) };
      }),
      { subject: domain, kind: 'domain', name: (list) => domainEntry(domain, list) },
    ];
    return found(await Promise.all(zones.map((zone) => blockList(zone, questions, net))));
  },
});

/** A list is asked only for what its test entries show that it holds, so that a closed one never says "listed". */
async function blockList(zone: string, questions: readonly Question[], net: Net): Promise<BlockList> {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const tested = await Promise.all(kinds.map(async (kind) => [kind, await testOf(kind, zone, net)] as const));
  const tests = new Map(tested);
  if (tested.every(([, { holds }]) => holds === 'nothing'))
    return { zone, entries: [], outOfOrder: tested[0]?.[1].reason ?? `${zone} holds no test entry` };
  const entries = questions.map(async (question): Promise<ListEntry[]> => {
    const { holds, reason = '' } = tests.get(question.kind) ?? { holds: 'nothing' };
    if (holds === 'entries') return [await listEntry(question, zone, net)];
    if (holds === 'nothing') return [];
    return [{ ...about(question), state: 'unknown', codes: [], reason }];
  });
  return { zone, entries: (await Promise.all(entries)).flat() };
}

/** Whether a list holds entries of a kind, as its test entries show; a list of domains holds no addresses. */
interface Test {
  readonly holds: 'entries' | 'nothing' | 'unknown';
  readonly reason?: string;
}

async function testOf(kind: ListKind, zone: string, net: Net): Promise<Test> {
  const { listed, clear } = testEntries(kind, zone);
  const [present, missing] = await Promise.all([net.resolve(listed, 'A'), net.resolve(clear, 'A')]);
  for (const answer of [present, missing])
    if (answer.status === 'failed') return { holds: 'unknown', reason: answer.reason };
  if (present.status !== 'ok')
    return { holds: 'nothing', reason: `${zone} does not hold ${listed}, as every list must: it may be closed` };
  const { state, reason } = read(present);
  if (state === 'unknown') return { holds: 'unknown', reason: `${zone} ${reason}` };
  if (missing.status !== 'ok') return { holds: 'entries' };
  return { holds: 'nothing', reason: `${zone} holds ${clear}, as no list may: it may hold everything` };
}

function read(answer: Answer<'A'>): { state: ListEntry['state']; codes: readonly string[]; reason?: string } {
  if (answer.status === 'failed') return { state: 'unknown', codes: [], reason: answer.reason };
  if (answer.status !== 'ok') return { state: 'clear', codes: [] };
  const listing = readListing(answer.records.map(({ address }) => address));
  if (listing.state === 'listed') return listing;
  return { state: 'unknown', codes: [], reason: `${listing.reason} (${listing.code})` };
}

const about = ({ subject, use }: Question): Pick<ListEntry, 'subject' | 'use'> => ({
  subject,
  ...(use === undefined ? {} : { use }),
});

async function listEntry(question: Question, zone: string, net: Net): Promise<ListEntry> {
  const { subject } = question;
  const entry = question.name(zone);
  const { state, codes, reason } = read(await net.resolve(entry, 'A'));
  if (state === 'unknown')
    return { ...about(question), state, codes, reason: `${zone}, asked for ${subject}: ${reason ?? ''}` };
  if (state === 'clear') return { ...about(question), state, codes };
  const text = textOf(await net.resolve(entry, 'TXT'));
  return { ...about(question), state, codes, ...(text.state === 'found' ? { text: text.value } : {}) };
}

function textOf(answer: Answer<'TXT'>): Fact<string> {
  if (answer.status !== 'ok') return absent;
  return found(answer.records.map(recordText).join('; '));
}
