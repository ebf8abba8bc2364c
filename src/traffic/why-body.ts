import { timestamp } from '../core/format.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Explained, ExplainedCase } from '../streams/explained.ts';
import { remediesOf } from '../streams/remedy.ts';

/** `why` of --format json. */
export const whyBody = (all: readonly Explained[], catalogue: Catalogue): object[] =>
  all.map(({ firstSeen, lastSeen, cases, ...rest }) => ({
    ...rest,
    firstSeen: timestamp(firstSeen),
    lastSeen: timestamp(lastSeen),
    cases: cases.map((one) => caseBody(one, catalogue)),
  }));

function caseBody({ signature, attribution, ...sums }: ExplainedCase, catalogue: Catalogue): object {
  const { stream, class: streamClass, confidence, classConfidence, because, rule } = attribution;
  const { evidence, candidates, why, pass } = attribution;
  return {
    ...sums,
    stream: stream.id,
    class: streamClass,
    confidence,
    classConfidence,
    ...(because === undefined ? {} : { because }),
    ...(rule === undefined ? {} : { rule: rule.origin }),
    pass,
    signature,
    evidence,
    candidates,
    why,
    remedies: remediesOf(attribution, signature, catalogue),
  };
}
