import type { AnyCheck, FactsMap, Findings, Messages } from './check.ts';
import type { CheckResult, Finding, Outcome } from './outcome.ts';

/** Runs checks over the facts of one subject. A check that throws is a crashed result, not the end of the report (law 10). */
export function runChecks(
  checks: readonly AnyCheck[],
  facts: FactsMap,
  subject: string,
  /** Says in a phrase that a fact is absent. */
  missingPhrase: (fact: string) => string = (fact) => `no ${fact}`,
): CheckResult[] {
  return checks.map((check) => runCheck(check, facts, subject, missingPhrase));
}

function runCheck(
  check: AnyCheck,
  facts: FactsMap,
  subject: string,
  missingPhrase: (fact: string) => string,
): CheckResult {
  const result = (outcome: Outcome, reason?: string, findings: readonly Finding[] = []): CheckResult => ({
    check: check.id,
    title: check.title,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    findings,
  });

  const handed: Record<string, unknown> = {};
  const unknowns: string[] = [];
  let missing: string | undefined;
  for (const name of check.needs) {
    const fact = facts[name];
    if (fact === undefined || fact.state === 'absent') missing ??= name;
    else if (fact.state === 'unknown') unknowns.push(fact.reason);
    else handed[name] = fact.value;
  }
  for (const name of check.considers ?? []) {
    const fact = facts[name];
    if (fact?.state === 'unknown') unknowns.push(fact.reason);
    else handed[name] = fact ?? { state: 'absent' };
  }
  if (missing !== undefined) return shared(check, result('not-applicable', missingPhrase(missing)));
  if (unknowns.length > 0) return result('inconclusive', [...new Set(unknowns)].join('; '));

  const findings: Finding[] = [];
  const inconclusive: string[] = [];
  let notApplicable: string | undefined;
  const voice: Findings<Messages> = {
    domain: subject,
    add(key, params, detail = {}) {
      const message = check.messages[key];
      if (message === undefined) throw new Error(`${check.id} has no message ${key}`);
      findings.push({
        check: check.id,
        code: `${check.id}:${key}`,
        level: message.level,
        message: fillIn(message.text, params),
        params,
        subject: detail.subject ?? subject,
        ...(detail.at === undefined ? {} : { at: detail.at }),
        fix: detail.fix ?? check.fix,
        changes: detail.changes ?? [],
      });
    },
    inconclusive: (reason) => void inconclusive.push(reason),
    notApplicable: (reason) => void (notApplicable = reason),
  };
  try {
    check.evaluate(handed as never, voice);
  } catch (error) {
    return result('crashed', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
  const reason = inconclusive.length > 0 ? [...new Set(inconclusive)].join('; ') : undefined;
  if (findings.length > 0) return result('fail', reason, findings);
  if (reason !== undefined) return result('inconclusive', reason);
  if (notApplicable !== undefined) return result('not-applicable', notApplicable);
  return shared(check, result('pass'));
}

const alike = new WeakMap<AnyCheck, Map<string, CheckResult>>();

/** One object for all subjects of which a check says the same without a finding: a batch has a hundred for each domain. */
function shared(check: AnyCheck, result: CheckResult): CheckResult {
  let own = alike.get(check);
  if (own === undefined) alike.set(check, (own = new Map<string, CheckResult>()));
  const key = result.reason ?? '';
  const known = own.get(key);
  if (known === undefined) own.set(key, result);
  return known ?? result;
}

/** Puts parameters into a message's text. */
export function fillIn(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
