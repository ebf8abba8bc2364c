import type { Place } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import type { Dns } from '../net/net.ts';
import { isTopLabel } from '../protocols/spf/macro.ts';
import type { DomainModifier, IncludeTerm, ParsedSpf, Qualifier, SpfTerm } from '../protocols/spf.ts';
import { isMechanismTerm, isSpfRecord, parseSpf } from '../protocols/spf.ts';
import { explanationOf } from './explanation.ts';
import type { SpfLimits } from './limits.ts';
import { expandTarget, matches } from './mechanisms.ts';
import { recordSpan, type PathStep } from './path.ts';
import { ask, countLookup, isStop, openSession, stop, type Session, type SpfQuery, type Stop } from './session.ts';
import { targetName } from './target-name.ts';

export type { SpfQuery } from './session.ts';

export type SpfResultCode = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** The result of check_host() (RFC 7208 §4), and how it came about. */
export interface SpfResult {
  readonly result: SpfResultCode;
  /** The domain that was checked. */
  readonly domain: string;
  /** From the domain's record down to the term that decided; empty where no term did (nothing matched, no record). */
  readonly path: readonly PathStep[];
  /** Why there is no verdict: a phrase naming the culprit. For none, permerror and temperror. */
  readonly reason?: string;
  /** For a fail: what the domain says about it, expanded. A third party's text. */
  readonly explanation?: string;
  /** DNS-querying terms and void lookups used (§4.6.4). */
  readonly lookups: number;
  readonly voids: number;
}

/** Whether a client may send mail for a sender: check_host() of RFC 7208 §4. Never throws. */
export async function evaluateSpf(net: Dns, query: SpfQuery, limits?: Partial<SpfLimits>): Promise<SpfResult> {
  const session = openSession(net, query, limits);
  if (session === undefined) {
    return { result: 'none', domain: '', path: [], reason: 'The client has no IP address', lookups: 0, voids: 0 };
  }
  const { domain } = session.sender;
  const verdict = await checkHost(session, domain, false);
  return { domain, ...verdict, lookups: session.lookups, voids: session.voids };
}

/** What one record, or the lack of one, comes to. */
interface Verdict {
  readonly result: SpfResultCode;
  readonly path: readonly PathStep[];
  readonly reason?: string;
  readonly explanation?: string;
}

async function checkHost(session: Session, domain: string, inInclude: boolean): Promise<Verdict> {
  if (!isCheckable(domain)) return none(`${domain || 'The sender'} is not a domain name with several labels`);
  const records = await ask(session, domain, 'TXT', session.lookups > 0);
  if (isStop(records)) return records;
  const found = records
    .map((record) => ({ text: recordText(record), place: record.place }))
    .filter(({ text }) => isSpfRecord(text));
  const [record, ...more] = found;
  if (record === undefined) return none(`${domain} has no SPF record`);
  if (more.length > 0) return stop('permerror', `${domain} has ${found.length} SPF records`);
  return evaluateRecord(session, { domain, place: record.place, parsed: parseSpf(record.text), inInclude });
}

const none = (reason: string): Verdict => ({ result: 'none', path: [], reason });

/** §4.3: well-formed, and of several labels; an address literal is no domain. */
const isCheckable = (domain: string): boolean =>
  targetName(domain) === domain && isTopLabel(domain.slice(domain.lastIndexOf('.') + 1));

interface RecordInHand {
  /** The explanation of an included record is never used (§6.2). */
  readonly inInclude: boolean;
  readonly domain: string;
  readonly parsed: ParsedSpf;
  readonly place: Place | undefined;
}

const RESULTS: Readonly<Record<Qualifier, SpfResultCode>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

async function evaluateRecord(session: Session, record: RecordInHand): Promise<Verdict> {
  const { domain, parsed } = record;
  const { terms } = parsed.value;
  const wrong = parsed.problems.find(({ fatal }) => fatal);
  if (wrong !== undefined) {
    const culprit = wrong.term === undefined ? undefined : terms[wrong.term];
    const reason = `The SPF record of ${domain} has a syntax error: ${wrong.message}`;
    return stop('permerror', reason, culprit === undefined ? [] : [stepTo(record, culprit)]);
  }
  for (const term of terms) {
    if (!isMechanismTerm(term)) continue;
    const step = stepTo(record, term);
    const matched = await matchOf(session, record, term);
    if (isStop(matched)) return { ...matched, path: [step, ...matched.path] };
    if (matched === undefined) continue;
    const verdict = { result: RESULTS[term.qualifier], path: [step, ...matched.path] };
    return verdict.result === 'fail' ? explained(session, record, verdict) : verdict;
  }
  const redirect = terms.find((term): term is DomainModifier => term.kind === 'redirect');
  if (redirect === undefined) return { result: 'neutral', path: [] };
  const verdict = await followRedirect(session, record, redirect);
  return { ...verdict, path: [stepTo(record, redirect), ...verdict.path] };
}

const stepTo = ({ domain, parsed, place }: RecordInHand, term: SpfTerm): PathStep => ({
  domain,
  term,
  span: recordSpan(domain, parsed.value.text, term, place),
});

/** A match, with the path below the term; undefined for no match. */
async function matchOf(
  session: Session,
  record: RecordInHand,
  term: SpfTerm,
): Promise<{ readonly path: readonly PathStep[] } | undefined | Stop> {
  if (!isMechanismTerm(term)) return undefined;
  if (term.kind === 'all') return { path: [] };
  if (term.kind === 'include') return matchInclude(session, record, term);
  const matched = await matches(session, term, record.domain);
  if (isStop(matched)) return matched;
  return matched ? { path: [] } : undefined;
}

/** §5.2: a pass of the included record is a match; its errors are errors, and so is the lack of a record. */
async function matchInclude(
  session: Session,
  { domain }: RecordInHand,
  term: IncludeTerm,
): Promise<{ readonly path: readonly PathStep[] } | undefined | Stop> {
  const limit = countLookup(session);
  if (limit !== undefined) return limit;
  const target = await expandTarget(session, term.domain, domain);
  if (isStop(target)) return target;
  // A local-part that no label can hold matches nothing (RFC 8616 §4); any other bad name has no record.
  if (target === undefined) return usesLocalPart(term) ? undefined : noTarget(term);
  const verdict = await checkHost(session, target.name, true);
  if (verdict.result === 'pass') return { path: verdict.path };
  if (verdict.result === 'none') return stop('permerror', verdict.reason ?? '', verdict.path);
  return isError(verdict) ? verdict : undefined;
}

const usesLocalPart = (term: IncludeTerm): boolean =>
  term.domain.parts.some((part) => part.kind === 'macro' && (part.letter === 's' || part.letter === 'l'));

const noTarget = (term: SpfTerm): Stop => stop('permerror', `"${term.text}" does not come to a domain name`);

const isError = (verdict: Verdict): verdict is Stop => verdict.result === 'permerror' || verdict.result === 'temperror';

/** §6.1: the verdict is the other record's, with its explanation; the lack of a record is a permerror. */
async function followRedirect(session: Session, record: RecordInHand, term: DomainModifier): Promise<Verdict> {
  const limit = countLookup(session);
  if (limit !== undefined) return limit;
  const target = await expandTarget(session, term.domain, record.domain);
  if (isStop(target)) return target;
  if (target === undefined) return noTarget(term);
  const verdict = await checkHost(session, target.name, record.inInclude);
  return verdict.result === 'none' ? stop('permerror', verdict.reason ?? '', verdict.path) : verdict;
}

async function explained(session: Session, record: RecordInHand, verdict: Verdict): Promise<Verdict> {
  const exp = record.parsed.value.terms.find((term): term is DomainModifier => term.kind === 'exp');
  if (exp === undefined || record.inInclude || session.query.explains === false) return verdict;
  const explanation = await explanationOf(session, exp.domain, record.domain);
  return explanation === undefined ? verdict : { ...verdict, explanation };
}
