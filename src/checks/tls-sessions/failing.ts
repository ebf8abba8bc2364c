import { plural } from '../../core/format.ts';
import { tlsResultType } from '../../protocols/tls-result-type.ts';
import type { FailureGroup } from '../../tls-report/tls-reports.ts';

/** Parameters that every finding about failures gives. */
export interface FailureParams {
  /** `12 sessions` */
  readonly sessions: string;
  readonly host: string;
  readonly domain: string;
  readonly result: string;
  readonly meaning: string;
}

export function failureParams({ sessions, receivingMx, domain, resultType }: FailureGroup): FailureParams {
  const name = domain === '' ? 'a domain that is not told' : domain;
  return {
    sessions: plural(sessions, 'session'),
    host: receivingMx ?? `the mail hosts of ${name}`,
    domain: name,
    result: resultType === '' ? 'no result type' : resultType,
    meaning: tlsResultType(resultType).meaning,
  };
}

/** What to do about it, and whose policy it is. */
export const failureDetail = ({
  resultType,
  domain,
}: FailureGroup): { readonly fix: string; readonly subject?: string } => ({
  fix: domain === '' ? tlsResultType(resultType).fix : tlsResultType(resultType).fix.replaceAll('<domain>', domain),
  ...(domain === '' ? {} : { subject: domain }),
});
