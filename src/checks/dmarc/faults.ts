import { parseDmarc, type DmarcCode, type DmarcProblem, type DmarcTag } from '../../protocols/dmarc.ts';
import type { JudgedRecord } from './judged-record.ts';

/** Faults that damage the value they stand in, so that what is said of the value is only their consequence. */
const DAMAGE: ReadonlySet<DmarcCode> = new Set(['missing-separator', 'escaped-separator', 'bad-character']);

/** The record's problems of these kinds, but for those that follow from another one: one cause, one finding. */
export function faultsOf({ problems, value }: JudgedRecord, codes: readonly DmarcCode[]): DmarcProblem[] {
  const within = (inner: DmarcProblem, { start, end }: { readonly start: number; readonly end: number }): boolean =>
    start <= inner.start && inner.end <= end;
  return problems.filter((problem) => {
    if (!codes.includes(problem.code)) return false;
    if (DAMAGE.has(problem.code)) return true;
    const tag = value.tags.find((one) => within(problem, one));
    return tag === undefined || !problems.some((other) => DAMAGE.has(other.code) && within(other, tag));
  });
}

/** Whether the tag is only hidden by a slip that another finding is about: `ruo=` for `rua=`, a lost semicolon. */
export const isHidden = ({ meant, value }: JudgedRecord, tag: DmarcTag): boolean =>
  !value.given.includes(tag) && parseDmarc(meant).value.given.includes(tag);

/** The record as it was meant, where that puts the problem right; undefined where only its owner knows. */
export function repaired({ meant, problems }: JudgedRecord, { code, tag }: DmarcProblem): string | undefined {
  const count = (list: readonly DmarcProblem[]): number =>
    list.filter((one) => one.code === code && one.tag === tag).length;
  return count(parseDmarc(meant).problems) < count(problems) ? meant : undefined;
}
