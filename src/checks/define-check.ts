import type { Check, Messages } from '../core/check.ts';
import type { Facts } from '../sources/all.ts';
import { withinLimits } from './limited-findings.ts';

/** A check over the facts there are: a wrong message key, a missing parameter or a fact not asked for do not compile. */
export const defineCheck = <
  const M extends Messages,
  const Needs extends keyof Facts = never,
  const Considers extends keyof Facts = never,
>(
  check: Check<Facts, Needs, Considers, M>,
): Check<Facts, Needs, Considers, M> => {
  const evaluate: typeof check.evaluate = check.evaluate.bind(check);
  // Assigned, not copied: the build makes a getter of the examples, and copying would call it.
  return Object.assign(check, {
    evaluate: (facts: Parameters<typeof evaluate>[0], findings: Parameters<typeof evaluate>[1]) =>
      withinLimits(findings, (limited) => evaluate(facts, limited)),
  });
};
