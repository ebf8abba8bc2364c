import { waiverPhrase } from '../core/finding-blocks.ts';
import { findingBody } from '../core/finding-body.ts';
import type { CheckResult } from '../core/outcome.ts';
import { readable } from '../core/readable.ts';
import { summarise, type Cell, type FailOn, type Inputs, type Report, type Rule } from '../core/report.ts';
import type { Subject } from './audit.ts';
import { auditPage } from './page.ts';
import { profileResult, profileRule } from './profile-judgements.ts';
import type { ProfileVerdict } from './profile-verdict.ts';

export interface AuditReportOptions {
  readonly subjects: readonly Subject[];
  readonly inputs: Inputs;
  readonly checks: readonly Rule[];
  readonly startedAt: Date;
  readonly failOn: FailOn;
  /** List what passed, too. */
  readonly passed: boolean;
  /** What has to be told of the settings themselves. */
  readonly remarks?: readonly string[];
}

/** The report of the `check` command, ready for every format. */
export function auditReport(options: AuditReportOptions): Report {
  const { subjects, checks, inputs, startedAt, failOn, remarks = [] } = options;
  const results = subjects.flatMap((subject) => subject.results);
  const asked = (subjects[0]?.profiles ?? []).map(({ profile }) => profile);
  return {
    command: 'check',
    startedAt,
    inputs,
    summary: summarise(results, inputs.failed.length, failOn, demandsMissed(subjects)),
    failOn,
    page: () => auditPage(options),
    body: () => ({
      subjects: subjects.map(({ domain, declaredAt, results: own, profiles }) => ({
        domain,
        ...(declaredAt === undefined ? {} : { declaredAt }),
        results: own.map((one) => resultBody(one)),
        ...(profiles.length === 0 ? {} : { profiles: profiles.map((one) => profileBody(one)) }),
      })),
      ...(remarks.length === 0 ? {} : { remarks }),
    }),
    *judgements() {
      for (const { domain, declaredAt, results: own, profiles } of subjects)
        for (const result of [...own, ...profiles.map((one) => profileResult(one, domain, failOn))])
          yield { subject: domain, ...(declaredAt === undefined ? {} : { declaredAt }), result };
    },
    rules: [...checks, ...asked.map((profile) => profileRule(profile))],
    *lines() {
      for (const { domain, declaredAt, results: own } of subjects)
        for (const result of own)
          if (result.findings.length > 0)
            for (const finding of result.findings)
              yield {
                domain,
                ...(declaredAt === undefined ? {} : { declaredAt }),
                check: result.check,
                outcome: result.outcome,
                ...findingBody(finding),
              };
          else if (result.reason !== undefined && result.outcome !== 'not-applicable')
            yield { domain, check: result.check, outcome: result.outcome, reason: result.reason };
      for (const { domain, profiles } of subjects)
        for (const verdict of profiles) {
          const { profile, demands } = profileBody(verdict);
          for (const demand of demands) yield { domain, profile, ...demand };
        }
    },
    *table() {
      yield COLUMNS;
      for (const subject of subjects) for (const result of subject.results) yield* resultRows(subject, result);
    },
  };
}

const COLUMNS = [
  'domain',
  'check',
  'outcome',
  'code',
  'level',
  'subject',
  'message',
  'fix',
  'records',
  'file',
  'line',
  'waived',
] as const;

/** A row a finding; a check without one has a row with the reason, where there is any. */
function* resultRows(
  { domain, declaredAt }: Subject,
  { check, outcome, reason, findings }: CheckResult,
): Generator<Cell[]> {
  const row = (cells: Partial<Record<(typeof COLUMNS)[number], Cell>>): Cell[] => {
    const all = { domain, check, outcome, ...cells };
    return COLUMNS.map((column) => all[column]);
  };
  if (findings.length === 0) yield row({ message: reason });
  for (const { code, level, subject, message, fix, changes, at, waived } of findings) {
    const { file, line } = at?.place ?? declaredAt ?? {};
    const records = changes
      .map(({ kind, name, type, value, old }) => `${kind} ${name} ${type} ${readable(value ?? old ?? '')}`)
      .join(' | ');
    yield row({
      code,
      level,
      subject,
      message: readable(message),
      fix: readable(fix),
      records,
      file,
      line,
      waived: waived && waiverPhrase(waived),
    });
  }
}

const resultBody = ({ findings, ...rest }: CheckResult): object => ({
  ...rest,
  findings: findings.map((one) => findingBody(one)),
});

const profileBody = ({ profile, demands }: ProfileVerdict) => ({
  profile: profile.id,
  name: profile.name,
  demands: demands.map(({ demand, state, reasons }) => ({
    demand: demand.id,
    text: demand.text,
    state,
    reasons: reasons.map((reason) => readable(reason)),
    source: demand.source,
    checked: demand.checked,
  })),
});

const demandsMissed = (subjects: readonly Subject[]): number =>
  subjects
    .flatMap(({ profiles }) => profiles.flatMap(({ demands }) => demands))
    .filter(({ state }) => state === 'not-met').length;
