import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import type { Net } from '../net/net.ts';
import type { ZoneData } from '../net/zone/load.ts';
import type { FileProblem } from '../net/zone/text.ts';
import { PROBE_LABEL } from '../sources/wildcards.ts';
import { numberOption, type WorldOptions } from './options.ts';
import { refuseUnwritable } from './writable.ts';

/** The world the options ask for, and what can be said about it. */
export interface ChosenWorld {
  readonly net: Net;
  /** Every name the world is known to hold; undefined where it cannot be listed. */
  readonly names: readonly string[] | undefined;
  /** Names below `_domainkey` that it holds; it is no list of all there are. */
  readonly selectorNames: readonly string[];
  /** Whether questions go out to name servers. */
  readonly live: boolean;
  /** Lines of zone files and recordings that could not be read. */
  readonly failed: readonly { readonly path: string; readonly error: string }[];
  /** Zone files read. */
  readonly files: number;
}

const SHORTEST_PATIENCE_S = 0.05;
const LONGEST_PATIENCE_S = 60;

/** Whether the options ask for any DNS at all. */
export const asksForDns = ({ zone, replay, resolver, live }: WorldOptions): boolean =>
  zone !== undefined || replay !== undefined || resolver !== undefined || live === true;

/**
 * Zone files alone are the whole world: nothing outside them is known. Beside `--replay`, `--resolver` or `--live` they
 * are laid over that DNS: what will be true after they are deployed.
 */
export async function chosenWorld(options: WorldOptions, domains: readonly string[] = []): Promise<ChosenWorld> {
  if (options.replay !== undefined && (options.resolver !== undefined || options.live === true))
    throw new UserError(
      '--replay answers instead of the network, so --resolver and --live do not go with it',
      undefined,
      'leave out --replay, or --resolver and --live',
    );
  const timeoutMs =
    numberOption('--timeout', options.timeout, {
      what: 'seconds',
      least: SHORTEST_PATIENCE_S,
      most: LONGEST_PATIENCE_S,
    }) * 1000;
  if (options.record !== undefined) await refuseUnwritable(options.record);
  const zone = options.zone === undefined ? undefined : await loadedZone(options.zone, domains);
  const replay = options.replay === undefined ? undefined : await replayed(options.replay);
  const live = replay === undefined && (zone === undefined || options.resolver !== undefined || options.live === true);
  const below = replay?.net ?? (live ? await liveWorld(options, timeoutMs) : undefined);

  let net = await layered(zone, below);
  const { cachedNet } = await import('../net/cached.ts');
  net = cachedNet(net);
  if (options.record !== undefined) {
    const { fileWriter, recordingNet } = await import('../net/recording.ts');
    net = recordingNet(net, fileWriter(options.record));
  }
  return {
    net,
    names: live ? zone?.names : [...(zone?.names ?? []), ...(replay?.names ?? [])],
    selectorNames: [...selectorsAmong(zone?.names ?? []), ...(await recordedSelectors(replay))],
    live,
    failed: [...(zone?.problems ?? []), ...(replay?.problems ?? [])].map(({ file, line, message }) => ({
      path: `${file}:${line}`,
      error: message,
    })),
    files: zone?.files.length ?? 0,
  };
}

const selectorsAmong = (names: readonly string[]): string[] =>
  names.filter((name) => name.includes('._domainkey.') && !name.startsWith('*.') && !name.startsWith(PROBE_LABEL));

/** A recording holds every name that was tried; where nothing stood, nobody said that anything should. */
async function recordedSelectors(
  replay: { readonly net: Net; readonly names: readonly string[] } | undefined,
): Promise<string[]> {
  if (replay === undefined) return [];
  const names = selectorsAmong(replay.names);
  const answers = await Promise.all(names.map((name) => replay.net.resolve(name, 'TXT')));
  return names.filter((_, index) => {
    const answer = answers[index];
    return answer !== undefined && answer.status !== 'failed' && (answer.status === 'ok' || answer.via.length > 0);
  });
}

async function loadedZone(paths: readonly string[], domains: readonly string[]): Promise<ZoneData> {
  const { loadZones } = await import('../net/zone/load.ts');
  // One file and one domain: whose zone could it be?
  const [domain, ...others] = domains;
  return loadZones(paths, domain === undefined || others.length > 0 || paths.length > 1 ? {} : { origin: domain });
}

async function layered(zone: ZoneData | undefined, below: Net | undefined): Promise<Net> {
  if (zone === undefined) {
    if (below === undefined) throw new Error('no world at all');
    return below;
  }
  if (below === undefined) {
    const { zoneWorld } = await import('../net/zone/world.ts');
    return zoneWorld(zone, { outside: 'unrecorded' });
  }
  const { overlayNet } = await import('../net/overlay.ts');
  return overlayNet(zone, below);
}

async function replayed(file: string): Promise<{
  readonly net: Net;
  readonly names: readonly string[];
  readonly problems: readonly FileProblem[];
}> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`cannot read the recording ${file}`, systemFault(error));
  });
  const { recordedNet } = await import('../net/recorded.ts');
  const net = recordedNet(text, file);
  return { net, names: net.names, problems: net.problems };
}

async function liveWorld({ resolver }: WorldOptions, timeoutMs: number): Promise<Net> {
  const { liveNet } = await import('../net/live.ts');
  const { parseResolver } = await import('../net/dns/servers.ts');
  return liveNet({
    timeoutMs,
    ...(resolver === undefined ? {} : { servers: resolver.map((text) => parseResolver(text)) }),
  });
}
