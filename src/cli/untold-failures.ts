import { isSubdomainOf } from '../protocols/domain.ts';
import type { WantedDomain } from './domains.ts';
import type { ChosenWorld } from './world.ts';

/** The check that tells of records beside a CNAME, as a finding that can be ignored or put into a baseline. */
const TELLING = 'dns/alias-beside-records';

/** What of the world's files could not be read, without what a finding about one of the domains tells. */
export function untoldFailures(
  { failed, crowdedAliases }: ChosenWorld,
  domains: readonly WantedDomain[],
  checks: readonly { readonly id: string }[],
): ChosenWorld['failed'] {
  if (crowdedAliases.length === 0 || !checks.some(({ id }) => id === TELLING)) return failed;
  const told = crowdedAliases.filter(({ name }) => domains.some(({ domain }) => isSubdomainOf(name, domain)));
  const lines = new Set(told.map(({ place: { file, line } }) => `${file}:${line}`));
  return failed.filter(({ path }) => !lines.has(path));
}
