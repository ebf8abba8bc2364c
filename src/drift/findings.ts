import type { Subject } from '../audit/audit.ts';
import { baselineFrom, type Baseline } from '../audit/baseline.ts';
import { lenient, type Leniency } from '../audit/leniency.ts';
import type { CheckResult, Finding } from '../core/outcome.ts';

/** What the changes mean for one domain. */
export interface Consequence {
  readonly domain: string;
  /** Results of now, with what was found before, too, taken out. */
  readonly results: readonly CheckResult[];
  /** What was found before and is not any more. */
  readonly gone: readonly Finding[];
  /** How many are found as before. */
  readonly kept: number;
  /** Checks that need what the recording does not hold: of what they find now, nobody knows whether it is new. */
  readonly unrecorded: readonly string[];
}

export interface Comparing {
  /** Why the earlier world had no answer for a domain, where the recording does not hold the question. */
  readonly unrecordedFor: (domain: string) => ReadonlySet<string>;
  readonly leniency: Leniency;
}

/** Parts what is found now into what is new and what was there, and tells what is gone. */
export function consequences(
  before: readonly Subject[],
  after: readonly Subject[],
  { unrecordedFor, leniency }: Comparing,
): Consequence[] {
  // Levels first, and what is ignored at the end: a finding that was ignored is known all the same.
  const levelled = (subjects: readonly Subject[]): Subject[] =>
    subjects.map((one) => ({ ...one, results: lenient(one.results, one.domain, { ...leniency, ignore: [] }) }));
  const [earlier, later] = [levelled(before), levelled(after)];
  const earlierBy = new Map(earlier.map((subject) => [subject.domain, subject]));
  return later.map((subject) => {
    const { domain, results } = subject;
    const own = earlierBy.get(domain);
    const old = own?.results ?? [];
    // One domain at a time: a baseline is copied for each question about it.
    const known = baselineFrom(own === undefined ? [] : [own], undefined);
    const now = baselineFrom([subject], undefined);
    const open = new Map(old.filter((result) => isOpen(result)).map((result) => [result.check, result]));
    const unrecorded = unrecordedFor(domain);
    const cannotTell = new Set(
      [...open.values()].filter((result) => isUnrecorded(result, unrecorded)).map(({ check }) => check),
    );
    const judged = results.filter(({ check, outcome }) => outcome === 'crashed' || !cannotTell.has(check));
    const fresh = judged.map((result) => news(result, unknownTo(known, domain, result.findings), open));
    // What could not be decided now is not gone.
    const decided = new Set(judged.filter((result) => !isOpen(result)).map(({ check }) => check));
    const findings = old.flatMap((result) => (decided.has(result.check) ? result.findings : []));
    const all = judged.flatMap((result) => result.findings).length;
    return {
      domain,
      results: lenient(fresh, domain, leniency),
      gone: unknownTo(now, domain, findings),
      kept: all - fresh.flatMap((result) => result.findings).length,
      unrecorded: [...cannotTell],
    };
  });
}

/** Something of it could not be found out. */
const isOpen = ({ outcome, reason }: CheckResult): boolean =>
  outcome === 'inconclusive' || outcome === 'crashed' || (outcome === 'fail' && reason !== undefined);

const isUnrecorded = ({ outcome, reason = '' }: CheckResult, unrecorded: ReadonlySet<string>): boolean =>
  outcome === 'inconclusive' && [...unrecorded].some((why) => reason.includes(why));

/** A result with nothing in it but what is news: what was undecided and is so still, is none. */
function news(
  { reason, ...result }: CheckResult,
  findings: readonly Finding[],
  openBefore: ReadonlyMap<string, CheckResult>,
): CheckResult {
  const told = reason === undefined ? {} : { reason };
  if (result.outcome === 'inconclusive' && openBefore.has(result.check))
    return { ...result, outcome: 'not-applicable', reason: `not decided before, either: ${reason ?? ''}` };
  if (result.outcome !== 'fail') return { ...result, ...told, findings };
  const isStillOpen = reason !== undefined && !openBefore.has(result.check);
  const outcome = findings.length > 0 ? 'fail' : isStillOpen ? 'inconclusive' : 'pass';
  return { ...result, findings, outcome, ...(isStillOpen ? told : {}) };
}

function unknownTo(baseline: Baseline, domain: string, findings: readonly Finding[]): Finding[] {
  const known = baseline.of(domain);
  return findings.filter((finding) => !known.takes(finding));
}
