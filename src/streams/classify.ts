import { failing } from './failing.ts';
import { passes, type Case } from './case.ts';
import { passing } from './passing.ts';
import type { Verdict } from './verdict.ts';

/** Whose mail a row is, and how it stands with DMARC. */
export const classify = (row: Case): Verdict => (passes(row.signature) ? passing(row) : failing(row));
