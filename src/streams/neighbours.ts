import { OPEN } from './branch.ts';
import { isRelated, passes, type Neighbours } from './case.ts';
import { serviceOf } from './services.ts';
import type { Signature } from './signature.ts';
import type { Reading } from './spf-profile.ts';

export function neighboursOf(
  signatures: Iterable<Signature>,
  { oursOf, organisation, catalogue }: Reading,
): Neighbours {
  const aligned = new Set<string>();
  const tenants = new Set<string>();
  for (const signature of signatures) {
    const home = organisation(signature.headerFrom);
    if (passes(signature)) aligned.add(home);
    const ours = oursOf(signature.headerFrom);
    for (const { domain, result } of signature.spf) {
      const service = result === 'pass' && !ours(domain) ? serviceOf(domain, catalogue) : undefined;
      if (service !== undefined && isRelated({ signature, branch: OPEN, ours, organisation, catalogue }))
        tenants.add(`${labelOf(home)} ${organisation(domain)}`);
    }
  }
  return {
    isAligned: (name) => aligned.has(name),
    hasTenant: (headerFrom, domain) => tenants.has(`${labelOf(organisation(headerFrom))} ${domain}`),
  };
}

/** Cousins share their tenants: casaluna.es and casaluna.co.uk. */
const labelOf = (organisation: string): string => organisation.split('.')[0] ?? '';
