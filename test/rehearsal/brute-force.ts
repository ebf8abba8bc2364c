import type { Change } from '../../src/rehearsal/change.ts';
import type { Outcome } from '../../src/rehearsal/outcome.ts';
import type { DmarcRecord, PublishedPolicy } from '../../src/reports/aggregate/row.ts';
import type { Attribution } from '../../src/streams/attribute.ts';
import { services } from '../streams/period.ts';
import type { RawReport } from './period.ts';

/**
 * The rehearsal once more, row by row and straight from the definitions: it counts nothing up, keeps nothing, and shares
 * nothing with the program but its types and the answer to whose mail a row is.
 */
export interface Brute {
  readonly reports: readonly RawReport[];
  readonly change: Change;
  readonly domains: readonly string[];
  /** Of every row of all reports, in their order. */
  readonly attributions: readonly Attribution[];
  /** DMARC records by domain, where DNS says them; the newest reports do otherwise. */
  readonly published?: ReadonlyMap<string, Tags>;
  /** SPF by DNS: undefined where what the reporter saw stands. */
  readonly spfNow?: SpfByDns;
  readonly spfThen?: SpfByDns;
}
export type SpfByDns = (domain: string, ip: string) => 'pass' | 'other' | undefined;
export type Tags = Partial<Record<'p' | 'sp' | 'np' | 'adkim' | 'aspf' | 't', string>>;

const org = (domain: string): string => domain.split('.').slice(-2).join('.');
const sameHouse = (one: string, other: string): boolean => one !== '' && org(one) === org(other);

export function bruteForce(input: Brute): Map<string, { before: Outcome; after: Outcome }> {
  const reported = newestPolicies(input.reports);
  const before = input.published ?? reported;
  const rows = input.reports.flatMap(({ rows: own }) => own);
  const targets =
    input.domains.length > 0
      ? input.domains
      : rows.map(({ headerFrom }) => recordOwner(before, headerFrom) ?? org(headerFrom));
  const after = new Map(before);
  for (const domain of targets) after.set(domain, { p: 'none', ...before.get(domain), ...input.change.policy });

  const result = new Map<string, { before: Outcome; after: Outcome }>();
  for (const [index, row] of rows.entries()) {
    const attribution = input.attributions[index]!;
    const { id } = attribution.stream;
    if (!result.has(id)) result.set(id, { before: zero(), after: zero() });
    const sum = result.get(id)!;
    for (const when of ['before', 'after'] as const) {
      const records = when === 'before' ? before : after;
      const tags = tagsFor(records, row.headerFrom);
      const modes = { was: tagsFor(reported, row.headerFrom), now: tags };
      const spf = when === 'before' ? input.spfNow : input.spfThen;
      const isWithdrawn = when === 'after';
      const verdicts = new Set([
        dkimVerdict(row, attribution, modes.was.adkim, modes.now.adkim, isWithdrawn ? input : undefined),
        spfVerdict(row, attribution, modes.was.aspf, modes.now.aspf, isWithdrawn ? input : undefined, spf),
      ]);
      const dmarc = verdicts.has('yes') ? 'pass' : verdicts.has('unknown') ? 'unknown' : 'fail';
      add(sum[when], row, dmarc, records);
    }
  }
  return result;
}

function newestPolicies(reports: readonly RawReport[]): Map<string, Tags> {
  const newest = new Map<string, RawReport>();
  for (const report of reports) {
    const known = newest.get(report.policyDomain);
    if (known === undefined || report.day > known.day) newest.set(report.policyDomain, report);
  }
  return new Map([...newest].map(([domain, { policy }]) => [domain, tagsOf(policy)]));
}

function tagsOf({ p = 'none', sp, np, adkim, aspf, testing }: PublishedPolicy): Tags {
  const tags: Tags = { p };
  if (sp !== undefined && sp !== p) tags.sp = sp;
  if (np !== undefined && np !== (sp ?? p)) tags.np = np;
  if (adkim !== undefined) tags.adkim = adkim;
  if (aspf !== undefined) tags.aspf = aspf;
  if (testing === 'y') tags.t = 'y';
  return tags;
}

/** A record of its own, else that of the highest domain above that has one. */
function recordOwner(records: ReadonlyMap<string, Tags>, from: string): string | undefined {
  if (records.has(from)) return from;
  const labels = from.split('.');
  for (let count = 1; count < labels.length; count += 1) {
    const above = labels.slice(-count).join('.');
    if (records.has(above)) return above;
  }
  return undefined;
}

function tagsFor(records: ReadonlyMap<string, Tags>, from: string): { adkim: string; aspf: string } {
  const owner = recordOwner(records, from);
  const tags = owner === undefined ? {} : records.get(owner)!;
  return { adkim: tags.adkim ?? 'r', aspf: tags.aspf ?? 'r' };
}

type Verdict = 'yes' | 'no' | 'unknown';

function dkimVerdict(
  row: DmarcRecord,
  attribution: Attribution,
  was: string,
  now: string,
  gone: Brute | undefined,
): Verdict {
  const { headerFrom, dkim, dkimAligned } = row;
  const passed = dkim.filter(({ domain, result }) => result === 'pass' && sameHouse(domain, headerFrom));
  const strict = passed.filter(({ domain }) => now !== 's' || domain === headerFrom);
  const fates = new Set(strict.map((one) => (gone === undefined ? 'no' : keyGone(one, attribution, gone))));
  const alive: Verdict = fates.has('no') ? 'yes' : fates.has('unknown') ? 'unknown' : 'no';
  const lost = gone !== undefined && passed.some((one) => keyGone(one, attribution, gone) !== 'no');
  const bare = dkim.length === 0 && row.spf.length === 0;
  return together(
    dkimAligned,
    alive,
    passed.length > 0,
    lost,
    bare,
    was,
    now,
    unlistedGone('dkim', row, was, attribution, gone),
  );
}

function spfVerdict(
  row: DmarcRecord,
  attribution: Attribution,
  was: string,
  now: string,
  gone: Brute | undefined,
  byDns: SpfByDns | undefined,
): Verdict {
  const { headerFrom, sourceIp, spf, spfAligned, envelopeFrom = '' } = row;
  const isBounce = spfAligned === true && envelopeFrom === '' && spf.every(({ scope }) => scope === 'helo');
  const seen: { domain: string; result?: string }[] =
    spf.length === 0
      ? [{ domain: envelopeFrom }]
      : spf
          .filter(({ scope }) => scope !== 'helo' || isBounce)
          .map((one) => ({ domain: one.domain || envelopeFrom, result: one.result }));
  const ours = seen.filter(({ domain }) => sameHouse(domain, headerFrom));
  const isGone = (domain: string): boolean => gone !== undefined && envelopeGone(domain, attribution, gone);
  const passing = ours.filter(
    ({ domain, result }) =>
      !isGone(domain) &&
      (now !== 's' || domain === headerFrom) &&
      (byDns?.(domain, sourceIp) ?? (result === 'pass' ? 'pass' : 'other')) === 'pass',
  );
  const alive: Verdict = passing.length > 0 ? 'yes' : 'no';
  if (byDns !== undefined && ours.some(({ domain }) => byDns(domain, sourceIp) !== undefined)) return alive;
  const explained = ours.some(({ result }) => result === 'pass');
  const lost = ours.some(({ domain }) => isGone(domain));
  return together(
    spfAligned,
    alive,
    explained,
    lost,
    spf.length === 0,
    was,
    now,
    unlistedGone('spf', row, was, attribution, gone),
  );
}

/** What the reporter says, and what its results say. */
function together(
  said: boolean | undefined,
  alive: Verdict,
  explained: boolean,
  lost: boolean,
  bare: boolean,
  was: string,
  now: string,
  unlisted: Verdict,
): Verdict {
  if (said === undefined) {
    if (alive !== 'no') return alive;
    return bare ? 'unknown' : 'no';
  }
  if (!said) {
    const loosened = was === 's' && now === 'r';
    return loosened ? (bare ? 'unknown' : alive) : 'no';
  }
  const tightened = was === 'r' && now === 's';
  if (alive !== 'no') return alive;
  if (explained) return lost || tightened ? 'no' : 'yes';
  if (unlisted === 'yes') return 'no';
  return unlisted === 'unknown' || tightened ? 'unknown' : 'yes';
}

const isWithin = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);
const isRemoved = (attribution: Attribution, { change }: Brute): boolean =>
  change.providers.some((id) => id === attribution.stream.provider);

function keyGone(one: DmarcRecord['dkim'][number], attribution: Attribution, brute: Brute): Verdict {
  const { change } = brute;
  const { domain, selector } = one;
  if (change.withoutDomains.some((gone) => isWithin(domain, gone))) return 'yes';
  const concerned = change.selectors.filter((gone) => gone.domain === undefined || gone.domain === domain);
  if (selector !== undefined && concerned.some((gone) => gone.selector === selector)) return 'yes';
  if (change.providers.length > 0) {
    if (isRemoved(attribution, brute)) return 'yes';
    const owner = keyOwner(one, brute);
    if (owner !== 'no') return owner;
  }
  return selector === undefined && concerned.length > 0 ? 'unknown' : 'no';
}

/** Whether a key is a removed service's: by its name, else by whose mail most of it is on. */
function keyOwner(
  { domain, selector }: DmarcRecord['dkim'][number],
  { change, reports, attributions }: Brute,
): Verdict {
  if (services.bySelector(selector ?? '').alone.some(({ id }) => change.providers.includes(id))) return 'yes';
  const uses: Record<string, number> = {};
  for (const [index, row] of reports.flatMap(({ rows }) => rows).entries()) {
    const provider = attributions[index]!.stream.provider;
    if (provider === undefined) continue;
    for (const other of row.dkim)
      if (other.result === 'pass' && other.domain === domain && other.selector === selector)
        uses[provider] = (uses[provider] ?? 0) + row.count;
  }
  const users = Object.keys(uses);
  if (users.length === 0) return 'no';
  if (selector === undefined) return users.some((id) => change.providers.includes(id)) ? 'unknown' : 'no';
  const most = Math.max(...Object.values(uses));
  const [owner = ''] = users.filter((id) => uses[id] === most).toSorted();
  return change.providers.includes(owner) ? 'yes' : 'no';
}

const envelopeGone = (domain: string, attribution: Attribution, brute: Brute): boolean =>
  brute.change.withoutDomains.some((gone) => isWithin(domain, gone)) ||
  (brute.published === undefined && isRemoved(attribution, brute));

/** Under strict alignment only the From domain itself can have passed, under relaxed any domain of its house. */
function unlistedGone(
  method: 'dkim' | 'spf',
  { headerFrom }: DmarcRecord,
  mode: string,
  attribution: Attribution,
  brute: Brute | undefined,
): Verdict {
  if (brute === undefined) return 'no';
  const { providers, selectors, withoutDomains } = brute.change;
  const highest = mode === 's' ? headerFrom : org(headerFrom);
  if (isRemoved(attribution, brute) || withoutDomains.some((gone) => isWithin(highest, gone))) return 'yes';
  if (providers.length > 0 && attribution.stream.provider === undefined) return 'unknown';
  const gone = [...withoutDomains, ...(method === 'dkim' ? selectors.map(({ domain }) => domain) : [])];
  const near = gone.some(
    (domain) => domain === undefined || domain === headerFrom || (mode !== 's' && org(domain) === org(headerFrom)),
  );
  return near ? 'unknown' : 'no';
}

const zero = (): Outcome => ({
  messages: 0,
  pass: 0,
  fail: 0,
  unknown: 0,
  delivered: 0,
  quarantined: 0,
  refused: 0,
  open: 0,
  overridden: { refused: 0, quarantined: 0 },
  ifMissing: { messages: 0, refused: 0, quarantined: 0 },
});

type Writable = { -readonly [K in keyof Outcome]: Outcome[K] extends number ? number : Record<string, number> };
const FATE: Record<string, 'delivered' | 'quarantined' | 'refused'> = {
  none: 'delivered',
  quarantine: 'quarantined',
  reject: 'refused',
};
const WEAKER: Record<string, string> = { reject: 'quarantine', quarantine: 'none', none: 'none' };
const EXCEPTIONS = new Set(['mailing_list', 'trusted_forwarder', 'forwarded', 'local_policy']);

function add(
  outcome: Outcome,
  row: DmarcRecord,
  dmarc: 'pass' | 'fail' | 'unknown',
  records: ReadonlyMap<string, Tags>,
): void {
  const sum = outcome as unknown as Writable;
  const { count, headerFrom, overrides } = row;
  sum.messages += count;
  sum[dmarc] += count;
  const owner = recordOwner(records, headerFrom);
  if (dmarc === 'pass' || owner === undefined) {
    sum.delivered += count;
    return;
  }
  const tags = records.get(owner)!;
  const effective = (policy: string): string => (tags.t === 'y' ? WEAKER[policy]! : policy);
  const p = tags.p ?? 'none';
  const asked = effective(owner === headerFrom ? p : (tags.sp ?? p));
  const missing = effective(owner === headerFrom ? p : (tags.np ?? tags.sp ?? p));
  if (dmarc === 'unknown' && asked !== 'none') {
    sum.open += count;
    return;
  }
  const fate = FATE[asked]!;
  sum[fate] += count;
  if (fate !== 'delivered' && overrides.some(({ type }) => EXCEPTIONS.has(type))) sum.overridden[fate]! += count;
  if (dmarc !== 'fail' || missing === asked) return;
  sum.ifMissing['messages']! += count;
  const other = FATE[missing]!;
  if (other !== 'delivered') sum.ifMissing[other]! += count;
}
