import type { Io } from '../../src/cli/io.ts';
import type { CheckResult } from '../../src/core/outcome.ts';
import { sendauditIn } from './sendaudit.ts';

/** What `check --format json` says of one domain, and how it ended. */
export interface Audited {
  readonly exitCode: number;
  readonly results: readonly CheckResult[];
  /** Codes of the findings, those of one family where it is named; sorted. */
  codes(family?: string): string[];
  /** Distinct outcomes of a family, or of one check. */
  outcomes(of: string): string[];
  /** What the findings of one code say, or why one check is not decided. */
  words(of: string): string;
}

/** Audits `example.com`, unless arguments say otherwise, and reads what comes out as a program would. */
export async function audited(world: Partial<Io>, ...argv: readonly string[]): Promise<Audited> {
  const { exitCode, stdout, stderr } = await sendauditIn(world, 'check', 'example.com', ...argv, '--format', 'json');
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  const { subjects } = JSON.parse(stdout) as { subjects: { results: CheckResult[] }[] };
  const results = subjects[0]?.results ?? [];
  const findings = results.flatMap((result) => result.findings);
  const within = (of: string): CheckResult[] =>
    results.filter(({ check }) => check === of || check.startsWith(`${of}/`));
  return {
    exitCode,
    results,
    codes: (family = '') =>
      findings
        .map(({ code }) => code)
        .filter((code) => code.startsWith(family))
        .toSorted(),
    outcomes: (of) => [...new Set(within(of).map(({ outcome }) => outcome))].toSorted(),
    words: (of) =>
      [
        ...findings.filter(({ code }) => code === of).map(({ message }) => message),
        ...within(of).map(({ reason }) => reason ?? ''),
      ].join('\n'),
  };
}
