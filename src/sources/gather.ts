import { unknown, type Fact } from '../core/facts.ts';
import { sources, type Facts } from './all.ts';
import type { Source, World } from './source.ts';
import { withoutUnderivableNames } from './underivable-names.ts';

/**
 * Asks for the facts that are wanted, and for those they rest on, each once.
 * Nothing is asked in turn that can be asked at once: a source awaits exactly the facts it uses.
 */
export async function gather(
  about: Omit<World, 'fact'>,
  wanted: Iterable<keyof Facts>,
): Promise<{ readonly [Id in keyof Facts]?: Facts[Id] }> {
  const begun = new Map<keyof Facts, Promise<Fact<unknown>>>();
  const begin = (id: keyof Facts): Promise<Fact<unknown>> => {
    const source: Source<unknown> = sources[id];
    const fresh = source.gather(world).catch((error: unknown) => unknown(`a bug in reading ${id}: ${String(error)}`));
    begun.set(id, fresh);
    return fresh;
  };
  const world: World = {
    ...about,
    net: withoutUnderivableNames(about.net, about.domain),
    // The map cannot say which fact has which type; the registry does.
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- without it the compiler gives up (TS2590)
    fact: (id: keyof Facts) => (begun.get(id) ?? begin(id)) as Promise<never>,
  };
  const ids = [...wanted];
  const facts = await Promise.all(ids.map((id) => world.fact(id)));
  return Object.fromEntries(ids.map((id, index) => [id, facts[index]]));
}
