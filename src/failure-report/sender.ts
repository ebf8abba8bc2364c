import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import type { FailureReport } from '../reports/failure/report.ts';
import { identitiesIn } from './authentication.ts';
import type { Sender } from './failure-reports.ts';

/**
 * Who handed the message over, by what cannot be forged: a signature that passes, the address, a return path that SPF
 * passes for. What the message says of itself names nobody: it failed to authenticate.
 */
export function senderOf(report: FailureReport, catalogue: Catalogue): Sender | undefined {
  const passed = identitiesIn(report).filter(({ result }) => result === 'pass');
  for (const { method, domain = '' } of passed) {
    const provider = method === 'dkim' ? catalogue.byDkimDomain(domain) : undefined;
    if (provider !== undefined) return named(provider, `a signature of ${domain} passes`);
  }
  const { sourceIp } = report;
  const network = sourceIp === undefined ? undefined : catalogue.byAddress(sourceIp);
  if (network !== undefined) return named(network, 'the address is one of its own');
  for (const { method, domain = '' } of passed) {
    const provider = method === 'spf' ? catalogue.byReturnPath(domain) : undefined;
    if (provider !== undefined) return named(provider, `SPF passes for ${domain}`);
  }
  return undefined;
}

const named = ({ id, name }: Provider, evidence: string): Sender => ({ provider: id, name, evidence });
