import { waiverPhrase } from '../core/finding-blocks.ts';
import { findingBody } from '../core/finding-body.ts';
import type { Finding } from '../core/outcome.ts';
import { readable, visible } from '../core/readable.ts';
import type { Judgement, Report, Rule } from '../core/report.ts';
import { VERSION } from '../core/version.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import { defineReporter } from './reporter.ts';
import { DNS, locationsOf } from './sarif-location.ts';
import { notificationsOf, NOTIFICATIONS } from './sarif-notifications.ts';
import { ruleBody } from './sarif-rule.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 (OASIS), in the dialect GitHub code scanning takes: every result has a place, a relative URI and a level. */
export default defineReporter({
  title: 'results for code scanning (SARIF 2.1.0)',
  *render(report) {
    yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{\n`;
    for (const [name, value] of Object.entries(runBody(report))) yield `${jsonText(name)}:${jsonText(value)},\n`;
    yield '"results":[';
    let between = '\n';
    for (const result of resultsOf(report)) {
      yield between + jsonText(result);
      between = ',\n';
    }
    yield '\n]}]}\n';
  },
});

function runBody(report: Report): object {
  const { command, startedAt, summary, rules } = report;
  const driver = {
    name: 'sendaudit',
    version: VERSION,
    semanticVersion: VERSION,
    rules: rules.map((rule) => ruleBody(rule)),
    notifications: NOTIFICATIONS,
  };
  return {
    tool: { driver },
    // GitHub keeps the alerts of `check` and of `dmarc` apart by this.
    automationDetails: { id: `sendaudit/${command}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: DNS,
    invocations: [
      {
        // The run is over when it ended as designed; what it could not find out is in the notifications.
        executionSuccessful: summary.exitCode !== 70 && summary.exitCode !== 130,
        exitCode: summary.exitCode,
        startTimeUtc: startedAt.toISOString(),
        toolExecutionNotifications: notificationsOf(report),
      },
    ],
  };
}

function* resultsOf({ judgements, rules }: Report): Generator<object> {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprintOf = fingerprints();
  for (const judgement of judgements())
    for (const finding of judgement.result.findings) {
      const ruleIndex = indices.get(finding.check);
      yield {
        ruleId: finding.check,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        level: finding.level satisfies Rule['messages'][string]['level'],
        message: { text: messageText(finding) },
        locations: locationsOf(finding, judgement.declaredAt),
        partialFingerprints: fingerprintOf(finding),
        suppressions: suppressionsOf(finding),
        properties: propertiesOf(finding, judgement),
      };
    }
}

/**
 * Plain text with what to do below it. Viewers make links of `[text](target)` in it (SARIF §3.11.6), whoever wrote it, unless the
 * brackets are escaped.
 */
function messageText({ message, fix }: Finding): string {
  const text = `${visible(readable(message))}\nFix: ${visible(readable(fix))}`;
  return text.includes('](') ? text.replaceAll(/[[\]\\]/g, String.raw`\$&`) : text;
}

/** Where one result has suppressions all must have them (SARIF §3.27.23); an empty list is "not suppressed". */
const suppressionsOf = ({ waived }: Finding): object[] =>
  waived === undefined ? [] : [{ kind: 'external', status: 'accepted', justification: visible(waiverPhrase(waived)) }];

function propertiesOf(finding: Finding, { subject }: Judgement): object {
  const { code, params, changes } = findingBody(finding) as Pick<Finding, 'code' | 'params' | 'changes'>;
  return { code, domain: subject, subject: finding.subject, params, records: changes };
}
