import { failing } from './failing.ts';
import { passes, type Case } from './case.ts';
import { passing } from './passing.ts';
import type { StreamClass } from './stream.ts';

export interface Verdict {
  readonly class: StreamClass;
  /** 0 to 1, that the class is right. */
  readonly confidence: number;
  /** Why not `aligned`, where that needs saying. */
  readonly because?: string;
}

/** Whose mail a row is, and how it stands with DMARC. */
export const classify = (row: Case): Verdict => (passes(row.signature) ? passing(row) : failing(row));
