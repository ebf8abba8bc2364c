import type { Traffic } from './traffic.ts';

/** Selectors of a domain whose signatures passed: one that never did may be anybody's invention. */
export function selectorsSeen({ tallies }: Traffic, domain: string): string[] {
  const seen = new Set<string>();
  for (const { signature } of tallies.all())
    for (const { domain: signer, selector, result } of signature.dkim)
      if (signer === domain && result === 'pass' && selector !== undefined && selector !== '') seen.add(selector);
  return [...seen];
}

/** Selectors by stream, of the From domain's own organisation, that passed now and did not then; streams without any are left out. */
export function newSelectors(
  now: Traffic,
  then: Traffic,
  organisation: (domain: string) => string,
  idThen: (id: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const [before, after] = [selectorsByStream(then, organisation), selectorsByStream(now, organisation)];
  const fresh = new Map<string, readonly string[]>();
  for (const [id, selectors] of after) {
    const known = before.get(idThen(id));
    const added = [...selectors].filter((selector) => known?.has(selector) !== true).toSorted();
    if (added.length > 0) fresh.set(id, added);
  }
  return fresh;
}

function selectorsByStream(
  { tallies, attributions }: Traffic,
  organisation: (domain: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const streams = new Map<string, Set<string>>();
  for (const { key, signature } of tallies.all()) {
    const id = attributions[key]?.stream.id;
    if (id === undefined) continue;
    for (const { domain, selector = '', result } of signature.dkim) {
      if (result !== 'pass' || selector === '' || organisation(domain) !== organisation(signature.headerFrom)) continue;
      const selectors = streams.get(id) ?? new Set<string>();
      if (selectors.size === 0) streams.set(id, selectors);
      selectors.add(selector);
    }
  }
  return streams;
}
