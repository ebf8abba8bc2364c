import { coversCode } from '../core/finding-code.ts';
import type { Level } from '../core/levels.ts';
import type { CheckResult, Finding, Waiver } from '../core/outcome.ts';
import type { Baseline } from './baseline.ts';

/** A finding somebody decided to live with. */
export interface Ignored {
  /** A finding, a check or a family. */
  readonly code: string;
  /** Only for this domain and what lies below it. */
  readonly domain?: string;
  readonly reason: string;
  /** Last day it holds, YYYY-MM-DD. */
  readonly until?: string;
}

/** What the user decided about findings: how grave, which to live with, which were there before. */
export interface Leniency {
  readonly levels: Readonly<Record<string, Level | 'off'>>;
  readonly ignore: readonly Ignored[];
  readonly baseline?: Baseline;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** The results of one domain as the user wants them judged. Nothing but what is `off` is taken away. */
export function lenient(results: readonly CheckResult[], domain: string, leniency: Leniency): CheckResult[] {
  const known = leniency.baseline?.of(domain);
  return results.map((result) => {
    if (isOff(result.check, leniency.levels))
      return { ...result, findings: [], outcome: 'not-applicable', reason: OFF };
    if (result.findings.length === 0) return result;
    const findings = result.findings.flatMap((finding) => {
      const level = levelOf(finding, leniency.levels);
      if (level === 'off') return [];
      const waived = ignoring(finding, domain, leniency) ?? (known?.takes(finding) === true ? BASELINE : undefined);
      return [{ ...finding, level, ...(waived === undefined ? {} : { waived }) }];
    });
    if (findings.length > 0) return { ...result, findings };
    // What stayed open does so, whatever was switched off beside it.
    if (result.reason !== undefined) return { ...result, findings, outcome: 'inconclusive' };
    return { ...result, findings, outcome: 'not-applicable', reason: OFF };
  });
}

const OFF = 'switched off in the settings';

/** Whether nothing the check could say is wanted. */
const isOff = (check: string, levels: Leniency['levels']): boolean =>
  (levels[check] ?? levels[familyOf(check)]) === 'off' &&
  !Object.keys(levels).some((code) => code.startsWith(`${check}:`));

const familyOf = (check: string): string => check.slice(0, check.indexOf('/'));

const BASELINE: Waiver = { by: 'baseline' };

/** The most exact code counts: a finding's own before its check's before its family's. */
function levelOf({ code, check, level }: Finding, levels: Leniency['levels']): Level | 'off' {
  return levels[code] ?? levels[check] ?? levels[familyOf(check)] ?? level;
}

function ignoring(finding: Finding, domain: string, { ignore, today }: Leniency): Waiver | undefined {
  const one = ignore.find((rule) => !isOver(rule, today) && appliesTo(rule, finding, domain));
  if (one === undefined) return undefined;
  return { by: 'ignore', reason: one.reason, ...(one.until === undefined ? {} : { until: one.until }) };
}

const isOver = ({ until }: Ignored, today: string): boolean => until !== undefined && until < today;

const appliesTo = (rule: Ignored, finding: Finding, domain: string): boolean =>
  coversCode(rule.code, finding.code) &&
  (rule.domain === undefined || domain === rule.domain || domain.endsWith(`.${rule.domain}`));

/** What has to be told of the rules themselves: those that are over, and those that nothing needs any more. */
export function remarksOn(
  rules: readonly (Ignored & { readonly place: { readonly file: string; readonly line: number } })[],
  audited: readonly { readonly domain: string; readonly results: readonly CheckResult[] }[],
  today: string,
): string[] {
  return rules.flatMap((rule) => {
    const about = audited.filter(
      ({ domain }) => rule.domain === undefined || domain === rule.domain || domain.endsWith(`.${rule.domain}`),
    );
    if (about.length === 0) return [];
    const where = `${rule.place.file} line ${rule.place.line}`;
    const findings = about.flatMap(({ domain, results }) =>
      results.flatMap((result) => result.findings.filter((finding) => appliesTo(rule, finding, domain))),
    );
    if (findings.length === 0) return [`${where}: nothing is found any more that \`${rule.code}\` would ignore`];
    return isOver(rule, today) ? [`${where}: \`${rule.code}\` was ignored until ${rule.until}, and counts again`] : [];
  });
}
