import { isSubdomainOf } from '../protocols/domain.ts';
import type { Sessions, TlsReports } from './tls-reports.ts';

/** The part of TLS reports whose policy domain is the domain; undefined where there is none. DANE may name a mail host. */
export function tlsReportsAbout(reports: TlsReports, domain: string): TlsReports | undefined {
  const isAbout = (one: { readonly domain: string }): boolean => isSubdomainOf(one.domain, domain);
  const policies = reports.policies.filter((policy) => isAbout(policy));
  if (policies.length === 0) return undefined;
  const sum = (key: keyof Sessions): number => policies.reduce((total, policy) => total + policy[key], 0);
  return {
    ...reports,
    policies,
    failures: reports.failures.filter((failure) => isAbout(failure)),
    days: reports.days.filter((day) => isAbout(day)),
    successful: sum('successful'),
    failed: sum('failed'),
  };
}
