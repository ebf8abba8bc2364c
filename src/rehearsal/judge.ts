import type { Attribution } from '../streams/attribute.ts';
import type { Signature } from '../streams/signature.ts';
import { fateIfMissing, fateOf, isOverridden } from './fate.ts';
import type { Judged } from './outcome.ts';
import { envelopesOf, resultsOf, type Row } from './results.ts';
import type { Ground, Situation } from './situation.ts';

/** Judges rows in one situation. What authenticated alike is judged once, but where SPF is evaluated by address. */
export function judge(situation: Situation, ground: Ground): (row: Row) => Judged {
  const fresh = (row: Row): Judged => {
    const results = resultsOf(row, situation, ground);
    const policy = situation.policyOf(row.signature.headerFrom);
    return {
      results,
      fate: fateOf(results.dmarc, policy),
      ifMissing: fateIfMissing(results.dmarc, policy),
      overridden: isOverridden(row.signature),
    };
  };
  const known = new Map<Signature, { readonly attribution: Attribution; readonly judged: Judged | 'by-address' }>();
  const dependsOnAddress = ({ signature }: Row): boolean =>
    situation.spf !== undefined &&
    envelopesOf(signature).some(({ domain }) => situation.spf?.concerns(domain) === true);

  return (row) => {
    const present = known.get(row.signature);
    if (present !== undefined && (present.judged === 'by-address' || present.attribution === row.attribution))
      return present.judged === 'by-address' ? fresh(row) : present.judged;
    const judged = dependsOnAddress(row) ? 'by-address' : fresh(row);
    known.set(row.signature, { attribution: row.attribution, judged });
    return judged === 'by-address' ? fresh(row) : judged;
  };
}
