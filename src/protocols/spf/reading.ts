import type { Qualifier, SpfCode, SpfProblem, SpfTerm, Stretch } from './record.ts';
import { ODD_CODES } from './record.ts';

/** One term as it was read, with what is wrong with it. */
export interface ReadTerm {
  readonly term: SpfTerm;
  readonly problems: readonly SpfProblem[];
}

const ODD: ReadonlySet<SpfCode> = new Set(ODD_CODES);
export const problem = (code: SpfCode, message: string, { start, end }: Stretch, replacement?: string): SpfProblem => ({
  code,
  message,
  start,
  end,
  fatal: !ODD.has(code),
  ...(replacement === undefined ? {} : { replacement }),
});

/** What a term's reader works on: the pieces every term has. */
export interface Pieces extends Stretch {
  readonly text: string;
  readonly qualifier: Qualifier;
  readonly qualified: boolean;
  /** Lower case. */
  readonly name: string;
  /** Everything behind the name, and where that starts. */
  readonly rest: string;
  readonly at: number;
}

export const directive = ({ text, start, end, qualifier, qualified }: Pieces) => ({
  text,
  start,
  end,
  qualifier,
  qualified,
});
export const read = (term: SpfTerm): ReadTerm => ({ term, problems: [] });
export const invalidTerm = ({ text, start, end, name }: Pieces): SpfTerm => ({
  kind: 'invalid',
  text,
  start,
  end,
  name,
});
export const shifted = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

export function invalid(
  pieces: Pieces,
  code: SpfCode,
  message: string,
  where: Stretch = pieces,
  replacement?: string,
): ReadTerm {
  return { term: invalidTerm(pieces), problems: [problem(code, message, where, replacement)] };
}
