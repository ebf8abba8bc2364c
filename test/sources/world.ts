import { cachedNet } from '../../src/net/cached.ts';
import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import type { Net } from '../../src/net/net.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';
import { knownProviders } from '../../src/providers/known.ts';
import type { Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import type { Hints } from '../../src/sources/source.ts';

export interface SmallWorld {
  /** Master file text below example.com. */
  readonly zone: string;
  readonly servfail?: readonly string[];
  readonly domain?: string;
  readonly selectors?: readonly string[];
  readonly guess?: boolean;
}

export interface Counted extends Net {
  /** Every question that was asked, `name type`, in order. */
  readonly asked: readonly string[];
}

export function countedNet(net: Net): Counted {
  const asked: string[] = [];
  return {
    ...net,
    asked,
    resolve(name, type) {
      asked.push(`${name} ${type}`);
      return net.resolve(name, type);
    },
    close: () => net.close(),
  };
}

export function smallNet({ zone, servfail = [] }: SmallWorld): Counted {
  const parsed = parseMasterFile(`$ORIGIN example.com.\n$TTL 300\n${zone}\n`, { file: 'example.zone' });
  if (parsed.problems.length > 0) throw new Error(parsed.problems.map(({ message }) => message).join('; '));
  return countedNet(zoneWorld(parsed, { outside: 'nxdomain', servfail }));
}

export const hintsOf = ({ selectors = [], guess = false }: SmallWorld): Hints => ({
  selectors: selectors.map((selector) => ({ selector, origin: '--selector', claim: 'use' as const })),
  guessSelectors: guess,
});

/** The facts about a small world, and what was asked of it. */
export async function factsOf<Id extends keyof Facts>(
  world: SmallWorld,
  ...wanted: readonly Id[]
): Promise<{ readonly facts: { readonly [Key in Id]: Facts[Key] }; readonly asked: readonly string[] }> {
  const net = smallNet(world);
  const facts = await gather(
    {
      domain: world.domain ?? 'example.com',
      net: cachedNet(net),
      hints: hintsOf(world),
      catalogue: knownProviders(),
      now: new Date('2026-11-01'),
    },
    wanted,
  );
  return { facts: facts as { readonly [Key in Id]: Facts[Key] }, asked: net.asked };
}
