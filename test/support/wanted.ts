import type { Level } from '../../src/core/levels.ts';
import type { Finding } from '../../src/core/outcome.ts';

/** A finding somebody wants: its check, its level, and what its text must name. */
export type Wanted = readonly [check: string, level: Level, ...names: readonly RegExp[]];

export interface Judged {
  /** Wanted and not there, or not with what it must name. */
  readonly missing: readonly Wanted[];
  /** There, and neither wanted nor allowed. */
  readonly surplus: readonly Finding[];
  readonly right: readonly Finding[];
}

const LEVELS: readonly Level[] = ['note', 'warning', 'error'];

/** Holds findings to what is wanted: `may` allows a check up to a level. */
export function heldTo(
  findings: readonly Finding[],
  wanted: readonly Wanted[],
  may: readonly (readonly [check: string, upTo: Level])[],
): Judged {
  const fits = ({ check, level, message }: Finding, [id, at, ...names]: Wanted): boolean =>
    (id === '*' || check === `delivery/${id}`) && level === at && names.every((name) => name.test(message));
  const isAllowed = ({ check, level }: Finding): boolean =>
    may.some(([id, upTo]) => check === `delivery/${id}` && LEVELS.indexOf(level) <= LEVELS.indexOf(upTo));
  return {
    missing: wanted.filter((one) => !findings.some((finding) => fits(finding, one))),
    surplus: findings.filter((finding) => !isAllowed(finding) && !wanted.some((one) => fits(finding, one))),
    right: findings.filter((finding) => wanted.some((one) => fits(finding, one))),
  };
}
