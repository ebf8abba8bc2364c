import { recordText } from '../core/record-text.ts';
import type { Dns, RrOf } from '../net/net.ts';
import { domainName } from '../protocols/domain.ts';
import { isFatal, isSpfRecord, parseSpf, spfLookAlike, type ParsedSpf } from '../protocols/spf.ts';
import { draftTerms } from './tree-terms.ts';
import { fillIn } from './tree-hosts.ts';
import { questions, type Questions } from './questions.ts';
import { draftStep, type DraftNode, type DraftTerm, type GatheredTree } from './tree-draft.ts';
import type { Cap, PublishedText, RecordState } from './tree.ts';

/** Receivers give up after 10 lookups; an attacker's tree of ten includes in each record has no end. */
const MOST_RECORDS = 200;
/** Receivers never get below 10; each level is a round of questions. */
const MOST_LEVELS = 20;
/** A record of 64 kB has 32 000 terms, and can be included 200 times. */
const MOST_TERMS = 50_000;
/** Each `mx` asks for up to 20 address records: what we send to an attacker's victim stays bounded. */
const MOST_HOST_TERMS = 100;

/** What is still to be had, and what has been cut for the lack of it. */
interface Budget {
  records: number;
  terms: number;
  hosts: number;
  readonly cut: Set<Cap>;
}

/** Asks level by level: all records of a level in parallel, hosts as soon as their term is read. */
export async function gatherTree(domain: string, net: Dns): Promise<GatheredTree> {
  const asked = questions(net);
  const budget: Budget = { records: 1, terms: 0, hosts: 0, cut: new Set() };
  const root = draftNode(domainName(domain));
  const parse = remembering(parseSpf);
  const hosts: Promise<void>[] = [];
  for (let level = [root]; level.length > 0;) {
    await Promise.all(level.map((node) => readRecord(node, asked, parse)));
    const next: DraftNode[] = [];
    for (const node of level) {
      takeUp(node, budget, root.domain);
      next.push(...children(node, budget));
      hosts.push(...askHosts(node, budget, asked));
    }
    level = next;
  }
  await Promise.all(hosts);
  return { root, unknowns: asked.failures(), cut: [...budget.cut], records: budget.records };
}

function draftNode(domain: string, above?: { node: DraftNode; term: DraftTerm }): DraftNode {
  const { node, term } = above ?? {};
  return {
    domain,
    depth: node === undefined ? 0 : node.depth + 1,
    line: [...(node?.line ?? []), domain],
    path: node === undefined || term === undefined ? [] : [...node.path, draftStep(node, term)],
    inInclude: node?.inInclude === true || term?.term.kind === 'include',
    state: { state: 'none', why: 'nxdomain' },
    via: [],
    published: [],
    octets: 0,
    terms: [],
  };
}

async function readRecord(node: DraftNode, asked: Questions, parse: (text: string) => ParsedSpf): Promise<void> {
  const answer = await asked.resolve(node.domain, 'TXT', node.path);
  if (answer.status === 'failed') {
    node.state = { state: 'failed', reason: answer.reason };
    return;
  }
  node.via = answer.via;
  if (answer.status !== 'ok') {
    node.state = { state: 'none', why: answer.status };
    return;
  }
  node.published = answer.records.map(publishedText);
  node.octets = node.published.reduce((total, { strings }) => total + rrOctets(strings), 0);
  node.state = recordState(
    node.published.filter(({ kind }) => kind === 'spf'),
    parse,
  );
}

function recordState(records: readonly PublishedText[], parse: (text: string) => ParsedSpf): RecordState {
  const [published, ...more] = records;
  if (published === undefined) return { state: 'none', why: 'no-spf' };
  if (more.length > 0) return { state: 'several', texts: records };
  const parsed = parse(published.text);
  return { state: 'record', parsed, fatal: isFatal(parsed), text: published };
}

function publishedText(record: RrOf<'TXT'>): PublishedText {
  const { strings, place } = record;
  const text = recordText(record);
  const lookAlike = spfLookAlike(text);
  return {
    text,
    strings,
    kind: isSpfRecord(text) ? 'spf' : lookAlike === undefined ? 'other' : 'look-alike',
    ...(lookAlike === undefined ? {} : { lookAlike }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Compressed owner 2, type 2, class 2, TTL 4, length 2; each string with its length octet (RFC 1035 §3.3.14, §4.1.3). */
const rrOctets = (strings: readonly string[]): number =>
  strings.reduce((total, string) => total + 1 + string.length, 12);

function takeUp(node: DraftNode, budget: Budget, root: string): void {
  if (node.state.state !== 'record') return;
  const { length } = node.state.parsed.value.terms;
  if (budget.terms > 0 && budget.terms + length > MOST_TERMS) {
    node.state = cutAt('terms', budget);
    return;
  }
  budget.terms += length;
  node.terms = draftTerms(node, node.state.parsed, node.state.text.place, root);
}

/** The records one level down that have to be asked for; loops and what is beyond a cap are settled here. */
function children(node: DraftNode, budget: Budget): DraftNode[] {
  return node.terms.flatMap((term) => {
    const { kind } = term.term;
    if ((kind !== 'include' && kind !== 'redirect') || !term.reachable || term.target?.state !== 'constant') return [];
    const child = draftNode(term.target.name, { node, term });
    term.child = child;
    const above = node.line.indexOf(child.domain);
    if (above >= 0) child.state = { state: 'loop', cycle: [...node.line.slice(above), child.domain] };
    else if (child.depth > MOST_LEVELS) child.state = cutAt('depth', budget);
    else if (budget.records >= MOST_RECORDS) child.state = cutAt('records', budget);
    else {
      budget.records++;
      return [child];
    }
    return [];
  });
}

function cutAt(cap: Cap, budget: Budget): RecordState {
  budget.cut.add(cap);
  return { state: 'cut', cap };
}

function askHosts(node: DraftNode, budget: Budget, asked: Questions): Promise<void>[] {
  return node.terms.flatMap((term) => {
    const { kind } = term.term;
    const asks = kind === 'a' || kind === 'mx' || kind === 'exists' || (kind === 'exp' && !node.inInclude);
    if (!asks || !term.reachable || term.target?.state !== 'constant') return [];
    if (budget.hosts >= MOST_HOST_TERMS) {
      budget.cut.add('hosts');
      return [];
    }
    budget.hosts++;
    return [fillIn(term, term.target.name, node, asked)];
  });
}

/** The same text is read once: a record included twenty times is one text. */
function remembering(parse: (text: string) => ParsedSpf): (text: string) => ParsedSpf {
  const known = new Map<string, ParsedSpf>();
  return (text) => {
    const parsed = known.get(text) ?? parse(text);
    known.set(text, parsed);
    return parsed;
  };
}
