import type { Place } from '../core/facts.ts';
import { changeText, waiverPhrase } from '../core/finding-blocks.ts';
import type { Level } from '../core/levels.ts';
import type { CheckResult, Finding } from '../core/outcome.ts';
import { placeText } from '../core/place.ts';
import { readable } from '../core/readable.ts';
import { failsOn, type FailOn, type Report } from '../core/report.ts';
import { caseXml, suiteXml, type Case } from './junit-xml.ts';
import { defineReporter } from './reporter.ts';

/**
 * A suite per domain, a case per check. A case is red for what makes the program end with another code than 0, and for
 * nothing else: findings that `--fail-on` counts are failures; a check that could not be decided or crashed, and an input
 * that could not be read, are errors. Other findings, waived ones too, are the case's output.
 */
export default defineReporter({
  title: 'a test suite a domain, for build servers (JUnit XML)',
  *render(report) {
    const suites = [...suitesOf(report)];
    const cases = suites.flatMap(([, own]) => own);
    yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
    yield `<testsuites name="sendaudit ${report.command}" ${tally(cases)}>\n`;
    for (const [name, own] of suites) {
      yield suiteXml(name, tally(own), report.startedAt);
      for (const one of own) yield caseXml(one);
      yield '  </testsuite>\n';
    }
    yield '</testsuites>\n';
  },
});

function suitesOf(report: Report): Map<string, Case[]> {
  const suites = new Map<string, Case[]>();
  const failOn = report.failOn ?? 'error';
  const bySubject = Map.groupBy(report.judgements(), ({ subject }) => subject);
  for (const [subject, judgements] of bySubject)
    suites.set(
      subject,
      judgements.map(({ declaredAt, result }) => caseOf(subject, declaredAt, result, failOn)),
    );
  // A blank cannot stand in a domain: nobody's suite is taken.
  const unread = report.inputs.failed.map(({ path, error }): Case => ({
    group: 'inputs',
    name: path,
    verdict: { kind: 'error', type: 'not-read', message: error, lines: [] },
  }));
  if (unread.length > 0) suites.set('the inputs', unread);
  const red = [...suites.values()]
    .flat()
    .some(({ verdict }) => verdict?.kind === 'failure' || verdict?.kind === 'error');
  if (report.summary.exitCode !== 0 && !red) {
    const message = `sendaudit ended with exit code ${report.summary.exitCode}`;
    const verdict = { kind: 'failure', type: 'exit-code', message, lines: [] } as const;
    suites.set('the run', [{ group: 'run', name: 'exit code', verdict }]);
  }
  return suites;
}

function caseOf(subject: string, declaredAt: Place | undefined, result: CheckResult, failOn: FailOn): Case {
  const { check, outcome, reason = '', findings } = result;
  const failing = findings.filter(({ level, waived }) => waived === undefined && isFailing(level, check, failOn));
  const others = findings.filter((finding) => !failing.includes(finding));
  const [gravest] = failing;
  const place = (gravest ?? others[0])?.at?.place ?? declaredAt;
  return {
    // Build servers tell cases apart by class and name alone, so the domain is part of the class.
    group: `${subject}.${check.split('/')[0] ?? ''}`,
    name: check,
    ...(place === undefined ? {} : { place }),
    ...verdictOf(),
    ...(others.length === 0 ? {} : { output: others.flatMap((finding) => findingLines(finding)) }),
  };

  function verdictOf(): Pick<Case, 'verdict'> {
    if (outcome === 'crashed') return { verdict: { kind: 'error', type: 'crashed', message: reason, lines: [] } };
    if (gravest !== undefined) {
      const lines = failing.flatMap((finding) => findingLines(finding));
      if (reason !== '') lines.push(`could not be decided in full: ${reason}`);
      return { verdict: { kind: 'failure', type: gravest.level, message: readable(gravest.message), lines } };
    }
    if (outcome === 'inconclusive' || (outcome === 'fail' && reason !== ''))
      return { verdict: { kind: 'error', type: 'inconclusive', message: reason, lines: [] } };
    return outcome === 'not-applicable' ? { verdict: { kind: 'skipped', message: reason } } : {};
  }
}

/** A profile fails the run by what it demands, not by a level. */
const isFailing = (level: Level, check: string, failOn: FailOn): boolean =>
  failOn === 'profile' ? check.startsWith('profile/') : failsOn(level, failOn);

function findingLines({ level, code, subject, message, fix, changes, at, waived }: Finding): string[] {
  const place = at?.place;
  return [
    `${level} ${code} ${subject}: ${readable(message)}`,
    ...(waived === undefined ? [] : [waiverPhrase(waived)]),
    ...(place === undefined ? [] : [`at ${placeText(place)}`]),
    `Fix: ${readable(fix)}`,
    ...changes.map((change) => changeText(change)),
  ];
}

function tally(cases: readonly Case[]): string {
  const of = (kind: string): number => cases.filter(({ verdict }) => verdict?.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}
