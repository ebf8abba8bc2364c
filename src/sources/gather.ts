import { unknown, type Fact } from '../core/facts.ts';
import { sources, type Facts } from './all.ts';
import type { World } from './source.ts';

/**
 * Asks for the facts that are wanted, and for those they rest on, each once.
 * Nothing is asked in turn that can be asked at once: a source awaits exactly the facts it uses.
 */
export async function gather(
  about: Omit<World, 'fact'>,
  wanted: Iterable<keyof Facts>,
): Promise<{ readonly [Id in keyof Facts]?: Facts[Id] }> {
  const begun = new Map<keyof Facts, Promise<Fact<unknown>>>();
  const fact = (id: keyof Facts): Promise<Fact<unknown>> => {
    const present = begun.get(id);
    if (present !== undefined) return present;
    const fresh = sources[id]
      .gather(world)
      .catch((error: unknown) => unknown(`a bug in reading ${id}: ${String(error)}`));
    begun.set(id, fresh);
    return fresh;
  };
  const world: World = { ...about, fact: fact as never };
  const ids = [...wanted];
  const facts = await Promise.all(ids.map((id) => fact(id)));
  return Object.fromEntries(ids.map((id, index) => [id, facts[index]]));
}
