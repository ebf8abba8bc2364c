import type { CheckResult, Finding } from './outcome.ts';
import { readable, readableSpan } from './readable.ts';

/** What the checks of a report said: how each ended, and all they found. */
export const judgedBody = (
  results: readonly CheckResult[],
): { readonly results: object[]; readonly findings: object[] } => ({
  results: results.map(({ check, title, outcome, reason }) => ({
    check,
    title,
    outcome,
    ...(reason === undefined ? {} : { reason }),
  })),
  findings: results.flatMap(({ findings }) => findings.map((finding) => findingBody(finding))),
});

/** Octets become text on their way out; the offsets follow them. */
export function findingBody({ at, params, changes, ...rest }: Finding): object {
  const text = (value: string): string => readable(value);
  return {
    ...rest,
    message: text(rest.message),
    fix: text(rest.fix),
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? text(value) : value]),
    ),
    ...(at === undefined ? {} : { at: spanBody(at) }),
    changes: changes.map((change) => ({
      ...change,
      ...(change.value === undefined ? {} : { value: text(change.value) }),
      ...(change.old === undefined ? {} : { old: text(change.old) }),
    })),
  };
}

function spanBody(span: NonNullable<Finding['at']>): object {
  const { place, ...rest } = readableSpan(span);
  return { ...rest, ...place };
}
