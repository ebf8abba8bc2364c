import { absent, found, unknown, type Fact } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import { selectorsToProbe } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import { parseDkimKey, resemblesDkimKey, type ParsedDkimKey } from '../protocols/dkim-key.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { COMMON_SELECTORS } from './common-selectors.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource, type SelectorHint, type World } from './source.ts';
import { PROBE_LABEL } from './wildcards.ts';

/** A selector that was asked for, and what stands there. */
export interface DkimSelector {
  readonly selector: string;
  /** `<selector>._domainkey.<domain>`. */
  readonly name: string;
  /** Who told us of it; first the strongest: `--selector`, `DMARC reports`, `Mailchimp (include:servers.mcsv.net)`. */
  readonly origins: readonly string[];
  /** Somebody says it is in use; otherwise it was only tried, and its absence means nothing. */
  readonly expected: boolean;
  /** Who says that it is, or was, in use: `--selector`, `DMARC reports`. */
  readonly claims: readonly string[];
  /** Who says that it is in use now; a report tells of the past. */
  readonly claimant: string | undefined;
  /**
   * - `published`: there is at least one TXT record
   * - `absent`: NXDOMAIN or NODATA; `dangling` where a CNAME leads there
   * - `unknown`: could not be found out, see `reason`
   */
  readonly state: 'published' | 'absent' | 'dangling' | 'unknown';
  readonly reason?: string;
  /** CNAMEs followed. */
  readonly via: readonly string[];
  /** The service the CNAME leads to. */
  readonly host?: Provider;
  /** The services that the selector names by itself. */
  readonly services: readonly Provider[];
  /** Where it is dangling. Found: the registered domain of the target, which does not exist. */
  readonly lapsed?: Fact<string>;
  /** Where it is in use and absent: the name with the domain twice, if a key stands there. */
  readonly doubled?: string;
  readonly records: readonly TextRecord[];
  /** The first record, read. */
  readonly key?: ParsedDkimKey;
}

/** The domain's DKIM keys, as far as their selectors are known: DNS cannot list them (RFC 6376 §3.6.2.1). */
export interface Dkim {
  readonly selectors: readonly DkimSelector[];
  /** Whether anything stands below `_domainkey`: NODATA there means something does, NXDOMAIN that nothing can (RFC 8020). */
  readonly tree: 'present' | 'none' | 'unknown';
  readonly reason?: string;
}

export type Value = Dkim;

export default defineSource<Dkim>({
  absence: 'there is no DKIM key',
  async gather(world): Promise<Fact<Dkim>> {
    const tree = world.net.resolve(`_domainkey.${world.domain}`, 'TXT');
    const wanted = await candidates(world);
    const probed = await Promise.all([...wanted].map(([selector, origins]) => probe(world, selector, origins)));
    const nobodys = await probe(world, PROBE_LABEL, []);
    const asked = probed.map((one) => (isOnlyListed(one) && isSame(one, nobodys) ? { ...one, expected: false } : one));
    // A selector that was only tried and is not there says nothing at all.
    const selectors = asked.filter((one) => one.expected || one.state === 'published' || one.state === 'dangling');
    const answer = await tree;
    // Servers of old answer NXDOMAIN for a name that only has names below it: a key that is there proves them wrong.
    const denied = answer.status === 'nxdomain' && answer.via.length === 0;
    if (denied && !selectors.some(({ state }) => state === 'published' || state === 'dangling'))
      return selectors.length === 0 ? absent : found({ selectors, tree: 'none' });
    if (answer.status === 'failed')
      return selectors.length === 0
        ? unknown(answer.reason)
        : found({ selectors, tree: 'unknown', reason: answer.reason });
    return found({ selectors, tree: 'present' });
  },
});

/** Told by the names of a zone file or recording alone. A recording lists every name that was tried and answered. */
const isOnlyListed = ({ claims, expected }: DkimSelector): boolean => expected && claims.length === 0;
/** Where expectations are written down. */
const EXPECTATION = 'sendaudit.json';

/** Whether two selectors show the same, as they do below a wildcard (RFC 4592). */
const isSame = (one: DkimSelector, other: DkimSelector): boolean =>
  one.state === other.state &&
  one.via.join(' ') === other.via.join(' ') &&
  one.records.map(({ text }) => text).join('\n') === other.records.map(({ text }) => text).join('\n');

interface Origin {
  readonly text: string;
  /** `tried`: nobody says that it exists. */
  readonly claim: SelectorHint['claim'] | 'tried';
}

async function candidates({ fact, hints, catalogue }: World): Promise<Map<string, Origin[]>> {
  const wanted = new Map<string, Origin[]>();
  const want = (selector: string, text: string, claim: Origin['claim']): void => {
    const key = selector.toLowerCase();
    wanted.set(key, [...(wanted.get(key) ?? []), { text, claim }]);
  };
  const { selectors = [], senders = [] } = hints.expectations ?? {};
  for (const selector of selectors) want(selector, EXPECTATION, 'use');
  for (const { selector, origin, claim } of hints.selectors) want(selector, origin, claim);
  for (const sender of senders) {
    const provider = catalogue.byId(sender);
    if (provider === undefined) continue;
    for (const selector of selectorsToProbe(provider)) want(selector, `${provider.name} (${EXPECTATION})`, 'tried');
  }
  const providers = await fact('providers');
  if (providers.state === 'found')
    for (const { provider, by } of providers.value)
      for (const selector of selectorsToProbe(provider)) want(selector, `${provider.name} (${by})`, 'tried');
  if (hints.guessSelectors) for (const selector of COMMON_SELECTORS) want(selector, 'a common name', 'tried');
  return wanted;
}

async function probe(world: World, selector: string, origins: readonly Origin[]): Promise<DkimSelector> {
  const { domain, net, catalogue } = world;
  const name = `${selector}._domainkey.${domain}`;
  const about = {
    selector,
    name,
    origins: [...new Set(origins.map(({ text }) => text))],
    claims: origins.filter(({ claim }) => claim === 'use' || claim === 'seen').map(({ text }) => text),
    claimant: origins.find(({ claim }) => claim === 'use')?.text,
    expected: origins.some(({ claim }) => claim !== 'tried'),
    services: catalogue.bySelector(selector).alone,
  };
  const answer = await net.resolve(name, 'TXT');
  if (answer.status === 'failed') return { ...about, state: 'unknown', reason: answer.reason, via: [], records: [] };
  const { via } = answer;
  const host = via.map((target) => catalogue.byDkimTarget(target)).find((known) => known !== undefined);
  const chain = { via, ...(host === undefined ? {} : { host }) };
  const target = via.at(-1);
  if (answer.status !== 'ok' && target !== undefined) {
    const lapsed = answer.status === 'nxdomain' ? await lapsedDomain(target, net) : absent;
    return { ...about, ...chain, state: 'dangling', lapsed, records: [] };
  }
  if (answer.status !== 'ok') {
    const doubled = about.claims.length > 0 ? await doubledName(name, world) : undefined;
    return { ...about, ...chain, state: 'absent', ...(doubled === undefined ? {} : { doubled }), records: [] };
  }
  const records = textRecords(name, answer.records);
  return { ...about, ...chain, state: 'published', records, key: parseDkimKey(records[0]?.text ?? '') };
}

/** Web forms add the domain by themselves; whoever types it as well publishes the key at a name nobody asks for. */
async function doubledName(name: string, { domain, net }: World): Promise<string | undefined> {
  const doubled = `${name}.${domain}`;
  const answer = await net.resolve(doubled, 'TXT');
  const isThere = answer.status === 'ok' && answer.records.some((record) => resemblesDkimKey(recordText(record)));
  return isThere ? doubled : undefined;
}
