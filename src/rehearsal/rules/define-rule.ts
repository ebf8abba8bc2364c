import type { Check, Messages } from '../../core/check.ts';
import type { Fact } from '../../core/facts.ts';
import type { Gate } from '../gate.ts';
import type { Rehearsal } from '../rehearsal.ts';

/** What rules judge: the rehearsal, and how much loss was said to be allowed. */
export interface Rehearsed {
  readonly rehearsal: Rehearsal;
  readonly gates: readonly Gate[];
}
export interface RuleFacts {
  readonly rehearsed: Fact<Rehearsed>;
}
type RehearsalCheck<M extends Messages> = Check<RuleFacts, 'rehearsed', never, M>;

/** A check over a rehearsal: it needs a change somebody has in mind, and so it is none of the checks of a domain. */
export const defineRule = <const M extends Messages>(
  rule: Omit<RehearsalCheck<M>, 'needs' | 'examples'>,
): RehearsalCheck<M> => ({ ...rule, needs: ['rehearsed'], examples: [] });
