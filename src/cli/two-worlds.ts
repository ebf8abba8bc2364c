import { UserError } from '../core/errors.ts';
import type { Worlds } from '../rehearsal/rehearsal.ts';
import type { Io } from './io.ts';
import type { WorldOptions } from './options.ts';
import { asksForDns, chosenWorld, type ChosenWorld } from './world.ts';

/** The DNS of now, and as a planned zone leaves it. */
export interface TwoWorlds extends Worlds {
  readonly chosen: ChosenWorld;
  /** Lines of the plan that could not be read. */
  readonly failed: ChosenWorld['failed'];
}

/**
 * Zone files beside another DNS are a plan laid over it: what they change is rehearsed. Alone they are the whole world, in
 * which nothing changes. Undefined where no DNS is to be asked.
 */
export async function twoWorlds(
  options: WorldOptions,
  io: Pick<Io, 'ports'>,
  domains: readonly string[],
): Promise<TwoWorlds | undefined> {
  if (!asksForDns(options)) {
    if (options.record === undefined) return undefined;
    throw new UserError('--record writes down what is asked, and nothing is', undefined, 'add --live');
  }
  const { zone, ...below } = options;
  const isPlan = zone !== undefined && asksForDns(below);
  const chosen = await chosenWorld(isPlan ? below : options, io, domains);
  if (!isPlan) return { chosen, now: chosen.net, failed: chosen.failed };
  const { loadZones } = await import('../net/zone/load.ts');
  const { overlayNet } = await import('../net/overlay.ts');
  const { cachedNet } = await import('../net/cached.ts');
  const [domain, ...others] = domains;
  // One file and one domain: whose zone could it be?
  const isOne = domain !== undefined && others.length === 0 && zone.length === 1;
  const plan = await loadZones(zone, isOne ? { origin: domain } : {});
  const problems = plan.problems.map(({ file, line, message }) => ({ path: `${file}:${line}`, error: message }));
  return {
    chosen,
    now: chosen.net,
    planned: cachedNet(overlayNet(plan, chosen.net, { validates: chosen.trustsResolver })),
    failed: [...chosen.failed, ...problems],
  };
}
