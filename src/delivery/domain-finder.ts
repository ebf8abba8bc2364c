import { ownCopy } from '../core/own-copy.ts';
import { addressDomain } from '../protocols/address-parts.ts';

const AT_HAND = 8;

/** The domain of an address. Most end like one of the latest: then no text is made for it. */
export function domainFinder(): (address: string | undefined) => string {
  const latest: { readonly ending: string; readonly domain: string }[] = [];
  let next = 0;
  return (address) => {
    if (address === undefined) return '';
    for (let index = 0; index < latest.length; index += 1) {
      const { ending, domain } = latest[index] as (typeof latest)[number];
      if (address.endsWith(ending)) return domain;
    }
    const at = address.lastIndexOf('@');
    if (at < 0) return '';
    const written = address.slice(at);
    const domain = ownCopy(addressDomain(written));
    latest[next] = { ending: ownCopy(written), domain };
    next = (next + 1) % AT_HAND;
    return domain;
  };
}
