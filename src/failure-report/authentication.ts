import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import { propertyOf, type AuthResult } from '../reports/failure/auth-results.ts';
import { domainOf } from '../reports/failure/mail-address.ts';
import type { FailureReport } from '../reports/failure/report.ts';

/** One result of SPF or DKIM, held against the From domain. */
export interface Identity {
  readonly method: 'spf' | 'dkim';
  readonly result: string;
  /** The domain it is about; absent where the report does not say. */
  readonly domain?: string;
  /** Whether the domain belongs to the same organisation as that of the From (relaxed alignment); absent where unknown. */
  readonly aligned?: boolean;
}

/** What passes for a line; more than this nobody reads. */
const IDENTITIES_TOLD = 4;

/** SPF and DKIM results of a report, each once. */
export function identitiesIn({ authResults, headerFrom }: FailureReport): Identity[] {
  const identities = authResults.flatMap((result): Identity[] => {
    const { method } = result;
    if (method !== 'spf' && method !== 'dkim') return [];
    const domain = identityOf(method, result);
    const known = domain !== undefined && headerFrom !== '';
    return [
      {
        method,
        result: result.result,
        ...(domain === undefined ? {} : { domain }),
        ...(known ? { aligned: pslOrgDomain(domain) === pslOrgDomain(headerFrom) } : {}),
      },
    ];
  });
  return [...new Map(identities.map((identity) => [JSON.stringify(identity), identity])).values()];
}

/** RFC 8601 §2.7: what a method vouches for. */
function identityOf(method: 'spf' | 'dkim', result: AuthResult): string | undefined {
  const names = method === 'dkim' ? ['header.d', 'header.i'] : ['smtp.mailfrom', 'smtp.helo'];
  for (const name of names) {
    const value = propertyOf(result, name)?.replaceAll(/[<>]/g, '');
    if (value === undefined || value === '') continue;
    return domainOf(value.includes('@') ? value : `@${value}`);
  }
  return undefined;
}

/** `spf pass email.entrata.com, not aligned · dkim fail cardinal.com`; empty where the report says nothing of them. */
export function authenticationText(report: FailureReport): string {
  const told = identitiesIn(report).map(({ method, result, domain, aligned }) =>
    [
      `${method} ${result}${domain === undefined ? '' : ` ${domain}`}`,
      ...(aligned === false ? ['not aligned'] : []),
    ].join(', '),
  );
  // Exim says only this much.
  const { dkim, spf } = report.aligned ?? {};
  const inWords = [
    ...(spf === undefined ? [] : [`spf ${spf ? 'aligned' : 'not aligned'}`]),
    ...(dkim === undefined ? [] : [`dkim ${dkim ? 'aligned' : 'not aligned'}`]),
  ];
  const all = told.length > 0 ? told : inWords;
  const rest = all.length - IDENTITIES_TOLD;
  return [...all.slice(0, IDENTITIES_TOLD), ...(rest > 0 ? [`${rest} more`] : [])].join(' · ');
}
