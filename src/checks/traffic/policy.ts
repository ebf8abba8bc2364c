import type { Traffic } from '../../traffic/traffic.ts';

/** Whether the policy that reports show for a From domain asks for more than watching: p, or sp below the policy's domain. */
export function enforcing({ tallies }: Traffic, headerFrom: string): boolean {
  const [published] = tallies
    .policyDomains()
    .filter(({ domain }) => headerFrom === domain || headerFrom.endsWith(`.${domain}`))
    .toSorted((a, b) => b.domain.length - a.domain.length);
  if (published === undefined) return false;
  const { p, sp } = published.policy;
  const asked = headerFrom === published.domain ? p : (sp ?? p);
  return asked === 'reject' || asked === 'quarantine';
}
