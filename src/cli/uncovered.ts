import { UserError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { Inputs } from '../core/report.ts';
import type { WantedDomain } from './domains.ts';
import type { ChosenWorld } from './world.ts';

/**
 * Parts the domains that a world which can be listed says nothing about from the rest: auditing them would find out
 * nothing. Throws a UserError where none is left, as it is then the wrong world.
 */
export function coveredDomains(
  wanted: readonly WantedDomain[],
  { live, names, apexes, failed }: ChosenWorld,
): { readonly domains: readonly WantedDomain[]; readonly failed: Inputs['failed'] } {
  if (live || names === undefined) return { domains: wanted, failed: [] };
  const known = new Set(names.flatMap((name) => selfAndAbove(name)));
  // That a top-level domain was asked says nothing about what lies below it, unless its zone is given.
  const own = new Set([...names.filter((name) => name.includes('.')), ...apexes]);
  const isCovered = ({ domain }: WantedDomain): boolean =>
    known.has(domain) || selfAndAbove(domain).some((name) => own.has(name));
  const domains = wanted.filter((one) => isCovered(one));
  const covered = new Set(domains);
  const [first] = wanted;
  if (domains.length > 0 || first === undefined)
    return {
      domains,
      failed: wanted
        .filter((one) => !covered.has(one))
        .map(({ domain }) => ({ path: domain, error: 'nothing given says anything about it' })),
    };
  const [broken] = failed;
  throw new UserError(
    `nothing given says anything about ${first.domain}`,
    broken === undefined
      ? `it is about ${mostlyAbout([...own])}`
      : `${plural(failed.length, 'line')} could not be read, the first of them ${broken.path}: ${broken.error}`,
  );
}

/** `a.b.c`, `b.c`, `c`. */
const selfAndAbove = (name: string): string[] =>
  name.split('.').map((_, index, labels) => labels.slice(index).join('.'));

const DOMAINS_SHOWN = 5;

/** The domains a world holds most names of. */
function mostlyAbout(names: readonly string[]): string {
  const below = (domain: string): number => names.filter((name) => name.endsWith(`.${domain}`)).length;
  const tops = [...new Set(names)]
    .filter((name) => !name.startsWith('_') && !names.some((other) => name !== other && name.endsWith(`.${other}`)))
    .map((name) => [name, below(name)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .map(([name]) => name);
  return `${tops.slice(0, DOMAINS_SHOWN).join(', ')}${tops.length > DOMAINS_SHOWN ? ' …' : ''}`;
}
