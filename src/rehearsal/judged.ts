import type { AnyCheck } from '../core/check.ts';
import { found } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Gate } from './gate.ts';
import type { Rehearsal } from './rehearsal.ts';
import allowedLoss from './rules/allowed-loss.ts';
import known from './rules/known.ts';
import lostPass from './rules/lost-pass.ts';
import ownStream from './rules/own-stream.ts';
import readiness from './rules/readiness.ts';
import spfError from './rules/spf-error.ts';
import unusedInclude from './rules/unused-include.ts';

/** What is judged of a rehearsal, most telling first. */
export const RULES: readonly AnyCheck[] = [readiness, allowedLoss, ownStream, lostPass, spfError, unusedInclude, known];

/**
 * Runs the rules. Where limits alone decide, they say what is an error: a stream that loses less is at risk, and no reason
 * to fail.
 */
export function judgedRehearsal(
  rehearsal: Rehearsal,
  { limits, alone }: { readonly limits: readonly Gate[]; readonly alone: boolean },
): CheckResult[] {
  const [first] = rehearsal.policies;
  const results = runChecks(RULES, { rehearsed: found({ rehearsal, gates: limits }) }, first?.domain ?? 'traffic');
  return alone ? results.map((result) => (result.check === allowedLoss.id ? result : lenient(result))) : results;
}

const lenient = (result: CheckResult): CheckResult => ({
  ...result,
  findings: result.findings.map((finding) => (finding.level === 'error' ? { ...finding, level: 'warning' } : finding)),
});
