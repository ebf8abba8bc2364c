import { unreachableBlock } from '../../protocols/ip-reserved.ts';
import { parseIp, type IpAddress } from '../../protocols/ip.ts';
import type { Tallies } from '../../streams/tally.ts';

/** An address as reports write it, and what it is. */
export interface WantedAddress {
  readonly text: string;
  readonly address: IpAddress;
}

/**
 * The addresses of some periods with most messages in any of them, at most so many; `omitted` says how many more there
 * are. Private addresses have no name outside and are left out, and so is what is no address.
 */
export function largestAddresses(
  periods: readonly Tallies[],
  most: number,
): { readonly addresses: readonly WantedAddress[]; readonly omitted: number } {
  const weights = new Map<string, number>();
  for (const tallies of periods) {
    const messages = new Float64Array(tallies.addresses());
    const texts: string[] = [];
    for (const tally of tallies.all()) {
      messages[tally.address] = (messages[tally.address] ?? 0) + tally.messages;
      texts[tally.address] ??= tally.sourceIp;
    }
    for (const [number, text] of texts.entries())
      weights.set(text, Math.max(weights.get(text) ?? 0, messages[number] ?? 0));
  }
  const wanted: WantedAddress[] = [];
  let omitted = 0;
  for (const [text] of [...weights].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const address = parseIp(text);
    if (address === undefined || unreachableBlock(text) !== undefined) continue;
    if (wanted.length < most) wanted.push({ text, address });
    else omitted += 1;
  }
  return { addresses: wanted, omitted };
}
