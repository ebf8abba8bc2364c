import { cachedNet } from '../../src/net/cached.ts';
import type { Net } from '../../src/net/net.ts';
import { knownProviders } from '../../src/providers/known.ts';
import type { Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import type { Hints } from '../../src/sources/source.ts';
import type { Example } from '../../src/core/example.ts';
import { exampleNet } from '../support/example-world.ts';

export interface Asked<Id extends keyof Facts> {
  readonly fact: Facts[Id];
  /** `name type`, each once; questions to single servers as `server: name type`. */
  readonly asked: readonly string[];
}

/** One fact about example.com in a small world, and everything that was asked for it. */
export async function factIn<Id extends keyof Facts>(
  id: Id,
  world: Pick<Example, 'zone' | 'servers' | 'servfail' | 'authentic' | 'bogus' | 'domain'> & {
    /** In place of the answers the example would give. */
    readonly net?: Partial<Net>;
  },
  hints: Partial<Hints> = {},
): Promise<Asked<Id>> {
  const { net = {}, ...example } = world;
  const below: Net = { ...exampleNet({ name: id, expect: [], ...example }), ...net };
  const asked: string[] = [];
  const counted: Net = {
    ...below,
    resolve(name, type) {
      asked.push(`${name} ${type}`);
      return below.resolve(name, type);
    },
    askServer(server, name, type) {
      asked.push(`${server.name}: ${name} ${type}`);
      return below.askServer(server, name, type);
    },
  };
  const facts = await gather(
    {
      domain: world.domain ?? 'example.com',
      net: cachedNet(counted),
      hints: { selectors: [], guessSelectors: false, ...hints },
      catalogue: knownProviders(),
      now: new Date('2026-11-01'),
    },
    [id],
  );
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- without it the compiler gives up (TS2590)
  return { fact: facts[id] as Facts[Id], asked };
}
