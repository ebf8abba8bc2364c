import { atOnce } from '../core/at-once.ts';
import { byName } from '../core/order.ts';
import type { Dns } from '../net/net.ts';
import { addressVerdicts, notedTree, type AddressVerdicts, type NotedTree } from '../spf/address-verdicts.ts';
import { branchUse, type Use } from '../spf/branch-use.ts';
import { everyNode, everyTerm } from '../spf/tree-walk.ts';
import type { SpfTree } from '../spf/tree.ts';
import type { Signature } from '../streams/signature.ts';
import type { Tallies } from '../streams/tally.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { whoseIs } from '../streams/whose.ts';
import { envelopesOf } from './results.ts';
import type { Ground, SpfVerdicts } from './situation.ts';

/** Envelope domains whose SPF trees are read; each costs dozens of questions, and a botnet invents them by the thousand. */
const MOST_ENVELOPES = 200;
const AT_ONCE = 8;

/** One envelope domain whose SPF was evaluated for every address it was seen with. */
export interface EvaluatedEnvelope {
  readonly domain: string;
  readonly before: AddressVerdicts;
  readonly after: AddressVerdicts;
  /** Whether the change makes any difference to its tree. */
  readonly changed: boolean;
  /** Messages for which evaluation ends in a permerror, and the reason most of them have. */
  readonly errors: { readonly before: Permerrors; readonly after: Permerrors };
  readonly messages: number;
  /** What the includes of its record let pass, as it will be. */
  readonly use?: Use;
}

/** A botnet's mail comes to the end of the record, where errors are, and loses nothing by them: yours is counted apart. */
export interface Permerrors {
  readonly messages: number;
  readonly ours: number;
  readonly reason?: string;
}

export interface SpfRehearsal {
  readonly envelopes: readonly EvaluatedEnvelope[];
  /** Verdicts by the DNS of now and as it will be, on the envelope domains that the change touches. */
  readonly before: SpfVerdicts;
  readonly after: SpfVerdicts;
  /** Envelope domains beyond the cap, and their messages: what reporters saw stands for them. */
  readonly left: { readonly domains: number; readonly messages: number };
}

export interface SpfInput {
  readonly traffic: Traffic;
  readonly ground: Ground;
  readonly now: Dns;
  /** Undefined where nothing is to change: then the present is evaluated alone. */
  readonly planned?: Dns;
}

/** Evaluates what the change touches, for every source address of the period. */
export async function rehearsedSpf({ traffic, ground, now, planned }: SpfInput): Promise<SpfRehearsal> {
  const { tallies } = traffic;
  const busiest = alignedEnvelopes(tallies, ground);
  const wanted = busiest.slice(0, MOST_ENVELOPES);
  const trees = await atOnce(AT_ONCE, wanted, async ([domain]) => {
    const before = await notedTree(domain, now);
    const after = planned === undefined ? before : await notedTree(domain, planned);
    return { domain, before, after, changed: planned !== undefined && shape(before.tree) !== shape(after.tree) };
  });
  const concerned = trees.filter(({ changed }) => changed || planned === undefined);
  const addresses = addressesOf(traffic, new Set(concerned.map(({ domain }) => domain)));
  const envelopes = await atOnce(AT_ONCE, concerned, async ({ domain, before: standing, after: coming, changed }) => {
    const seen = addresses.get(domain) ?? [];
    const ips = seen.map(({ ip }) => ip);
    const verdicts = (net: Dns, noted: NotedTree): Promise<AddressVerdicts> => addressVerdicts(domain, net, ips, noted);
    const before = await verdicts(now, standing);
    const after = planned === undefined ? before : await verdicts(planned, coming);
    const use = changed ? branchUse(coming.tree, tallies.all()) : undefined;
    return {
      domain,
      before,
      after,
      changed,
      errors: { before: permerrors(seen, before), after: permerrors(seen, after) },
      messages: seen.reduce((sum, one) => sum + one.messages, 0),
      ...(use === undefined ? {} : { use }),
    };
  });
  const rest = busiest.slice(MOST_ENVELOPES);
  const changed = envelopes.filter((one) => one.changed);
  return {
    envelopes,
    before: verdictsOf(changed, 'before'),
    after: verdictsOf(changed, 'after'),
    left: { domains: rest.length, messages: rest.reduce((sum, [, messages]) => sum + messages, 0) },
  };
}

function verdictsOf(envelopes: readonly EvaluatedEnvelope[], when: 'before' | 'after'): SpfVerdicts {
  const byDomain = new Map(envelopes.map((envelope) => [envelope.domain, envelope[when]]));
  return {
    concerns: (domain) => byDomain.has(domain),
    of: (domain, ip) => byDomain.get(domain)?.of(ip),
    trustsReports: when === 'before',
  };
}

/** Envelope domains that are aligned with the From domain they came with, under relaxed alignment; busiest first. */
function alignedEnvelopes(tallies: Tallies, { organisation }: Ground): [string, number][] {
  const messages = new Map<string, number>();
  const known = new Map<Signature, readonly string[]>();
  for (const { signature, messages: count } of tallies.all()) {
    let domains = known.get(signature);
    if (domains === undefined) {
      const home = organisation(signature.headerFrom);
      domains = envelopesOf(signature)
        .map(({ domain }) => domain)
        .filter((domain) => domain.includes('.') && organisation(domain) === home);
      known.set(signature, domains);
    }
    for (const domain of domains) messages.set(domain, (messages.get(domain) ?? 0) + count);
  }
  return [...messages].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0]));
}

/** An address an envelope domain was seen with. */
interface SeenAddress {
  readonly ip: string;
  readonly messages: number;
  readonly ours: number;
}

/** The addresses each of these was seen with, those with most messages first. */
function addressesOf({ tallies, attributions }: Traffic, wanted: ReadonlySet<string>): Map<string, SeenAddress[]> {
  const sums = new Map<string, Map<number, { -readonly [K in keyof SeenAddress]: SeenAddress[K] }>>();
  for (const domain of wanted) sums.set(domain, new Map());
  for (const { key, signature, sourceIp: ip, address, messages } of tallies.all())
    for (const { domain } of envelopesOf(signature)) {
      const seen = sums.get(domain);
      if (seen === undefined) continue;
      let sum = seen.get(address);
      if (sum === undefined) seen.set(address, (sum = { ip, messages: 0, ours: 0 }));
      sum.messages += messages;
      if (whoseIs(attributions[key]?.class ?? 'suspicious') === 'ours') sum.ours += messages;
    }
  return new Map(
    Array.from(sums, ([domain, seen]) => [
      domain,
      [...seen.values()].toSorted((a, b) => b.messages - a.messages || byName(a.ip, b.ip)),
    ]),
  );
}

function permerrors(seen: readonly SeenAddress[], verdicts: AddressVerdicts): Permerrors {
  const reasons = new Map<string, number>();
  let [total, own] = [0, 0];
  for (const { ip, messages, ours } of seen) {
    const verdict = verdicts.of(ip);
    if (verdict?.result !== 'permerror') continue;
    total += messages;
    own += ours;
    const reason = verdict.reason ?? '';
    reasons.set(reason, (reasons.get(reason) ?? 0) + ours);
  }
  const [most] = [...reasons].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0]));
  return { messages: total, ours: own, ...(most === undefined ? {} : { reason: most[0] }) };
}

/** All of a tree that evaluation can come to: two trees of one shape give every message the same result. */
function shape(tree: SpfTree): string {
  const records = Array.from(everyNode(tree), ({ node }) => {
    const texts = node.published.filter(({ kind }) => kind === 'spf').map(({ text }) => text);
    return [node.domain, node.state, 'reason' in node ? node.reason : '', texts];
  });
  const terms = Array.from(everyTerm(tree), ({ node: { hosts, exists } }) => [hosts ?? '', exists ?? '']);
  return JSON.stringify([records, terms]);
}
