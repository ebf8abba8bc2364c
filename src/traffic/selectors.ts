import type { Traffic } from './traffic.ts';

/** Selectors of a domain whose signatures passed: one that never did may be anybody's invention. */
export function selectorsSeen({ tallies }: Traffic, domain: string): string[] {
  const seen = new Set<string>();
  for (const { signature } of tallies.all())
    for (const { domain: signer, selector, result } of signature.dkim)
      if (signer === domain && result === 'pass' && selector !== undefined && selector !== '') seen.add(selector);
  return [...seen];
}
