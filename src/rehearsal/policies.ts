import { atOnce } from '../core/at-once.ts';
import type { Answer, Dns } from '../net/net.ts';
import {
  DMARC_POLICIES,
  dmarcAsMeant,
  withTag,
  type AlignmentMode,
  type DmarcPolicy,
  type DmarcRecord,
} from '../protocols/dmarc.ts';
import { askDmarc, dmarcAnswer, dmarcName, type DmarcAnswer } from '../dmarc-policy/answers.ts';
import type { Existence, PolicyOutcome } from '../dmarc-policy/policy.ts';
import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import { walkDomains, walkOver, walkPolicy } from '../dmarc-policy/walk.ts';
import { parentOf } from '../protocols/domain.ts';
import type { PublishedPolicy } from '../reports/aggregate/row.ts';
import type { RehearsedTag } from './change.ts';

/** What receivers are to do with mail of one From domain that fails (RFC 9989 §4.10.1). */
export type Applied =
  | {
      readonly state: 'found';
      /** Whose record it is. */
      readonly domain: string;
      readonly record: DmarcRecord;
      /** Which of its rules applies; `sp` where nobody said whether the From domain exists. */
      readonly tag: 'p' | 'sp' | 'np';
      /** With `t=y` counted in. */
      readonly effective: DmarcPolicy;
      /** What it would be if the From domain did not exist, where that is not known and makes a difference. */
      readonly ifMissing?: DmarcPolicy;
    }
  /** No record, so no policy. */
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: string };

/** One DMARC record before and after. */
export interface PolicyChange {
  readonly domain: string;
  readonly before: Applied;
  readonly after: Applied;
}

/** The DMARC records of a period's domains: all that policy discovery asks for. */
export interface Policies {
  readonly answer: (domain: string) => DmarcAnswer;
  readonly existence: (domain: string) => Existence;
  /** From domains nobody was asked about, because there are too many. */
  readonly unasked: ReadonlySet<string>;
}

const NOT_ASKED: Existence = { state: 'unknown', reason: 'no DNS was asked' };

/** The records as reports show them (`policy_published`); whether names exist, reports do not say. */
export function reportedPolicies(
  published: readonly { readonly domain: string; readonly policy: PublishedPolicy }[],
): Policies {
  const answers = new Map(published.map(({ domain, policy }) => [domain, answerOf(domain, recordText(policy))]));
  return {
    answer: (domain) => answers.get(domain) ?? answerOf(domain, undefined),
    existence: () => NOT_ASKED,
    unasked: new Set(),
  };
}

/**
 * The record that `policy_published` tells of, in both schemas; words that no record can hold are left out. Most reporters
 * fill in `sp` and `np` where the record has none, with what they fall back to: the same as that is taken for none.
 */
function recordText({ p, sp, np, adkim, aspf, pct, testing }: PublishedPolicy): string {
  const known: readonly string[] = DMARC_POLICIES;
  const policy = (tag: string, value: string | undefined): string[] =>
    value !== undefined && known.includes(value) ? [`${tag}=${value}`] : [];
  const mode = (tag: string, value: string | undefined): string[] => {
    const letter = value?.slice(0, 1);
    return letter === 'r' || letter === 's' ? [`${tag}=${letter}`] : [];
  };
  return [
    'v=DMARC1',
    // What reports leave out is the default: a record without a policy asks for nothing (RFC 9989 §4.10.1).
    ...(policy('p', p).length > 0 ? policy('p', p) : ['p=none']),
    ...(sp === p ? [] : policy('sp', sp)),
    ...(np === (sp ?? p) ? [] : policy('np', np)),
    ...mode('adkim', adkim),
    ...mode('aspf', aspf),
    ...(pct !== undefined && /^\d{1,3}$/.test(pct) && Number(pct) < 100 ? [`pct=${Number(pct)}`] : []),
    ...(testing === 'y' ? ['t=y'] : []),
  ].join('; ');
}

function answerOf(domain: string, text: string | undefined): DmarcAnswer {
  const rest = { ttl: 0, authentic: false, via: [] };
  if (text === undefined) return dmarcAnswer(domain, { status: 'nxdomain', ...rest });
  const record = { name: dmarcName(domain), ttl: 0, type: 'TXT' as const, strings: [text] };
  return dmarcAnswer(domain, { status: 'ok', records: [record], ...rest } satisfies Answer<'TXT'>);
}

/** From domains whose discovery is done; a botnet invents sub-domains by the thousand, and each costs questions. */
const MOST_DOMAINS = 200;
const AT_ONCE = 16;

/** Asks the DNS for all that decides the policies of these From domains, most important first. */
export async function askedPolicies(fromDomains: readonly string[], net: Dns): Promise<Policies> {
  const wanted = fromDomains.slice(0, MOST_DOMAINS);
  const names = [...new Set(wanted.flatMap((domain) => walkDomains(domain)))];
  const [answers, existences] = await Promise.all([
    atOnce(AT_ONCE, names, async (domain) => [domain, await askDmarc(domain, net)] as const),
    atOnce(AT_ONCE, wanted, async (domain) => [domain, existenceOf(await net.resolve(domain, 'TXT'))] as const),
  ]);
  const known = new Map(answers);
  const exists = new Map(existences);
  return {
    answer(domain) {
      const answer = known.get(domain);
      // A zone of one's own does not say what its registry publishes, and need not: one's own record goes before that.
      const isOutside = answer?.failure === 'unrecorded' && organizationalDomain(domain) === undefined;
      return answer === undefined || isOutside ? answerOf(domain, undefined) : answer;
    },
    existence: (domain) => {
      const own = known.get(domain);
      if (own?.status === 'ok' || own?.status === 'nodata') return { state: 'found', value: true };
      return exists.get(domain) ?? NOT_ASKED;
    },
    unasked: new Set(fromDomains.slice(MOST_DOMAINS)),
  };
}

/** NXDOMAIN behind a CNAME denies its target; the name itself is there (RFC 2308 §2.1). */
function existenceOf(answer: Answer): Existence {
  if (answer.status === 'failed') return { state: 'unknown', reason: answer.reason };
  return { state: 'found', value: answer.status !== 'nxdomain' || answer.via.length > 0 };
}

/** The same with other tags in the records of these domains; where there is none, one is published. */
export function changedPolicies(
  policies: Policies,
  domains: readonly string[],
  tags: Readonly<Partial<Record<RehearsedTag, string>>>,
): Policies {
  const changed = new Map<string, DmarcAnswer>();
  for (const domain of domains) {
    const standing = policies.answer(domain);
    // What could not be read cannot be changed: it stays unknown.
    if (standing.status === 'failed') continue;
    let text = standing.record === undefined ? 'v=DMARC1; p=none' : dmarcAsMeant(standing.record.text);
    for (const [tag, value] of Object.entries(tags)) text = withTag(text, tag as RehearsedTag, value);
    changed.set(domain, answerOf(domain, text));
  }
  return { ...policies, answer: (domain) => changed.get(domain) ?? policies.answer(domain) };
}

/** The policy for a From domain by the tree walk of RFC 9989, worked out once for each. */
export function applied({ answer, existence }: Policies): (fromDomain: string) => Applied {
  const known = new Map<string, Applied>();
  // Without a record of their own, names below one domain fare alike: a botnet has them by the hundred thousand.
  const inherited = new Map<string, Applied>();
  const walked = (fromDomain: string, exists: Existence): Applied => {
    const walk = walkOver(fromDomain, walkDomains(fromDomain).map(answer));
    return appliedBy(exists, (one) => walkPolicy(walk, one));
  };
  return (fromDomain) => {
    const present = known.get(fromDomain);
    if (present !== undefined) return present;
    const own = answer(fromDomain);
    const exists = existence(fromDomain);
    if (own.status === 'failed' || own.record !== undefined) {
      const found = walked(fromDomain, exists);
      known.set(fromDomain, found);
      return found;
    }
    const like = `${exists.state === 'found' ? exists.value : ''} ${parentOf(fromDomain) ?? fromDomain}`;
    let found = inherited.get(like);
    if (found === undefined) inherited.set(like, (found = walked(fromDomain, exists)));
    return found;
  };
}

function appliedBy(existence: Existence, policy: (existence: Existence) => PolicyOutcome): Applied {
  const exists = existence.state === 'found' ? existence.value : undefined;
  const outcome = policy({ state: 'found', value: exists ?? true });
  if (outcome.state === 'unknown') return outcome;
  if (outcome.state !== 'found') return { state: 'absent' };
  const { domain, record, tag, effective } = outcome;
  const found = { state: 'found', domain, record: record.parsed.value, tag, effective } as const;
  if (exists !== undefined || tag !== 'sp') return found;
  const missing = policy({ state: 'found', value: false });
  return missing.state === 'found' && missing.effective !== effective
    ? { ...found, ifMissing: missing.effective }
    : found;
}

/** Alignment modes for a From domain: relaxed where no record says otherwise. */
export interface Modes {
  readonly dkim: AlignmentMode;
  readonly spf: AlignmentMode;
}
const RELAXED: Modes = { dkim: 'r', spf: 'r' };

export const modesOf = (policy: Applied): Modes =>
  policy.state === 'found' ? { dkim: policy.record.adkim, spf: policy.record.aspf } : RELAXED;
