import type { AnyCheck } from './check.ts';
import type { Place } from './facts.ts';
import { atLeast, LEVELS, type Level } from './levels.ts';
import type { CheckResult } from './outcome.ts';
import type { Page } from './page.ts';

/** What went in: how much was read, what could not be, and what was repaired on the way (law: count what you could not read). */
export interface Inputs {
  readonly read: number;
  readonly failed: readonly { readonly path: string; readonly error: string }[];
  readonly repairs: readonly { readonly path: string; readonly what: string; readonly line?: number }[];
  /** What was read and is none of this command's business: other kinds of report, mails without one. */
  readonly passedOver?: readonly { readonly path: string; readonly what: string }[];
}
/** For commands that read no files. */
export const NO_INPUTS: Inputs = { read: 0, failed: [], repairs: [] };

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Findings somebody decided to live with; they are in none of the counts above. */
  readonly waived: number;
  /** Checks that could not be decided, and inputs that could not be read. */
  readonly inconclusive: number;
  readonly exitCode: ExitCode;
}

/** For reports that judge nothing. */
export const NO_FINDINGS: Summary = { errors: 0, warnings: 0, notes: 0, waived: 0, inconclusive: 0, exitCode: 0 };

/**
 * 0 fine · 1 findings at or above `--fail-on` · 2 could not start · 3 nothing wrong found, but something could not be
 * found out · 70 a bug of ours · 130 interrupted. Findings win over inconclusive.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130;
/** The gravest that is allowed goes up to, not including, this; `profile` fails where a demand is not met. */
export type FailOn = Level | 'profile' | 'never';

/**
 * What every reporter is handed: one report, ready in each of the forms a format may want.
 * Reporters decide nothing (law 9).
 */
export interface Report {
  readonly command: string;
  readonly startedAt: Date;
  readonly inputs: Inputs;
  readonly summary: Summary;
  /** For people: text, markdown, html. */
  page(): Page;
  /** The keys of `--format json` besides the envelope. */
  body(): Readonly<Record<string, unknown>>;
  /** One object per line of `--format jsonl`. */
  lines(): AsyncIterable<object> | Iterable<object>;
  /** What checks said, one subject after the other: for formats that list findings one by one. */
  judgements(): Iterable<Judgement>;
  /** The checks that judged. */
  readonly rules: readonly Rule[];
  /** From which level on a finding makes the run fail; `error` where it is not said. */
  readonly failOn?: FailOn;
  /** `--format csv`. */
  table(): AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}
/** What one check said of one subject. */
export interface Judgement {
  /** The audited domain, or `traffic`. */
  readonly subject: string;
  /** Where the subject itself is written down: for findings that point at nothing of their own. */
  readonly declaredAt?: Place;
  readonly result: CheckResult;
}
/** A check as documentation. */
export type Rule = Pick<AnyCheck, 'id' | 'title' | 'why' | 'fix' | 'refs' | 'messages'>;

/** For reports that judge nothing. */
export const NO_JUDGEMENTS = { judgements: (): readonly Judgement[] => [], rules: [] as readonly Rule[] };

/** A report that reads no files and judges nothing: it only tells. */
export const plainReport = (
  told: Pick<Report, 'command' | 'startedAt' | 'page' | 'body' | 'lines' | 'table'>,
): Report => ({ inputs: NO_INPUTS, summary: NO_FINDINGS, ...NO_JUDGEMENTS, ...told });

export type Cell = string | number | boolean | undefined;

/** The cell for a key of a row that holds a text, a number or a list of them; empty where there is none. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.join('; ') : undefined;
}

/** Whether a finding of this level makes the run fail; where a profile decides, none does. */
export const failsOn = (level: Level, failOn: FailOn): boolean =>
  failOn !== 'never' && failOn !== 'profile' && atLeast(level, failOn);

/** Findings by level; those that somebody lives with are counted apart. */
export function findingCounts(results: readonly CheckResult[]): Readonly<Record<Level | 'waived', number>> {
  const counts = { error: 0, warning: 0, note: 0, waived: 0 };
  for (const { findings } of results)
    for (const { level, waived } of findings) counts[waived === undefined ? level : 'waived']++;
  return counts;
}

/** Counts what was found and says how the program should end. */
export function summarise(results: readonly CheckResult[], failed: number, failOn: FailOn, demandsMissed = 0): Summary {
  const counts = findingCounts(results);
  const undecided = results.filter(
    (result) => result.outcome === 'inconclusive' || (result.reason !== undefined && result.outcome === 'fail'),
  ).length;
  const crashed = results.some((result) => result.outcome === 'crashed');
  const inconclusive = undecided + failed;
  const failing =
    failOn === 'profile' ? demandsMissed > 0 : LEVELS.some((level) => counts[level] > 0 && failsOn(level, failOn));
  return {
    errors: counts.error,
    warnings: counts.warning,
    notes: counts.note,
    waived: counts.waived,
    inconclusive,
    exitCode: crashed ? 70 : failing ? 1 : inconclusive > 0 ? 3 : 0,
  };
}
