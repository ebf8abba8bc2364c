import { UserError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { ChosenWorld } from './world.ts';

/** A world that can be listed and does not hold the domain is the wrong world: nothing could be found out. */
export function refuseUncovered(domains: readonly string[], { live, names, failed }: ChosenWorld): void {
  if (live || names === undefined) return;
  const known = new Set(names);
  for (const domain of domains) {
    if (known.has(domain) || names.some((name) => name.endsWith(`.${domain}`) || domain.endsWith(`.${name}`))) continue;
    const [first] = failed;
    throw new UserError(
      `nothing given says anything about ${domain}`,
      first === undefined
        ? `it is about ${mostlyAbout(names)}`
        : `${plural(failed.length, 'line')} could not be read, the first of them ${first.path}: ${first.error}`,
    );
  }
}

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
