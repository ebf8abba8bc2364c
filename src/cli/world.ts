import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import type { Place } from '../core/facts.ts';
import { systemFault } from '../core/system-fault.ts';
import type { Net } from '../net/net.ts';
import type { RecordedNet } from '../net/recorded.ts';
import type { ZoneData } from '../net/zone/load.ts';
import { PROBE_LABEL } from '../sources/wildcards.ts';
import type { Io } from './io.ts';
import { numberOption, type WorldOptions } from './options.ts';
import { refuseUnwritable } from './writable.ts';

/** The world the options ask for, and what can be said about it. */
export interface ChosenWorld {
  readonly net: Net;
  /** Every name the world is known to hold; undefined where it cannot be listed. */
  readonly names: readonly string[] | undefined;
  /** Names below `_domainkey` that it holds; it is no list of all there are. */
  readonly selectorNames: readonly string[];
  /** Who told of them: `the zone file`, `the recording`. */
  readonly selectorOrigin: string;
  /** Whether questions go out to name servers. */
  readonly live: boolean;
  /** Lines of zone files and recordings that could not be read. */
  readonly failed: readonly { readonly path: string; readonly error: string }[];
  /** Zone files read. */
  readonly files: number;
  /** Zones that the files give whole. */
  readonly apexes: readonly string[];
  /** Where the files write a name down. */
  placeOf(name: string): Place | undefined;
  /** Whether the AD bit is a validating resolver's that the user named (RFC 4035 §4.9.3). */
  readonly trustsResolver: boolean;
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
export async function chosenWorld(
  options: WorldOptions,
  io: Pick<Io, 'ports'>,
  domains: readonly string[] = [],
): Promise<ChosenWorld> {
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
  const below = replay?.net ?? (live ? await liveWorld(options, timeoutMs, io) : undefined);

  const trustsResolver = live ? options.resolver !== undefined : replay?.net.validated === true;
  let net = await layered(zone, below, trustsResolver);
  if (options.maxQuestions !== undefined) {
    const { cappedNet } = await import('../net/capped.ts');
    net = cappedNet(net, mostQuestions(options.maxQuestions));
  }
  const { cachedNet } = await import('../net/cached.ts');
  net = cachedNet(net);
  if (options.record !== undefined) {
    const { fileWriter, recordingNet } = await import('../net/recording.ts');
    net = recordingNet(net, fileWriter(options.record), { validated: trustsResolver });
  }
  return {
    net,
    names: live ? zone?.names : [...(zone?.names ?? []), ...(replay?.net.names ?? [])],
    selectorNames: [...selectorsAmong(zone?.names ?? []), ...(await recordedSelectors(replay))],
    live,
    failed: [...(zone?.problems ?? []), ...(replay?.net.problems ?? [])].map(({ file, line, message }) => ({
      path: `${file}:${line}`,
      error: message,
    })),
    files: zone?.files.length ?? 0,
    apexes: zone?.apexes ?? [],
    placeOf: placesIn(zone),
    trustsResolver,
    selectorOrigin: zone === undefined ? 'the recording' : 'the zone file',
  };
}

const mostQuestions = (typed: string): number =>
  numberOption('--max-questions', typed, { what: 'questions', whole: true, least: 1, most: 1e9 });

const selectorsAmong = (names: readonly string[]): string[] =>
  names.filter((name) => name.includes('._domainkey.') && !name.startsWith('*.') && !name.startsWith(PROBE_LABEL));

/** A recording holds every name that was tried; where nothing stood, nobody said that anything should. */
async function recordedSelectors(replay: { readonly net: RecordedNet } | undefined): Promise<string[]> {
  if (replay === undefined) return [];
  const names = selectorsAmong(replay.net.names);
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

/** By name the place of the record that makes it what it is: its SOA, else its first. */
function placesIn(zone: ZoneData | undefined): (name: string) => Place | undefined {
  let places: Map<string, Place> | undefined;
  return (name) => {
    if (places === undefined) {
      places = new Map();
      for (const { name: owner, type, place } of zone?.records ?? [])
        if (place !== undefined && (type === 'SOA' || !places.has(owner))) places.set(owner, place);
    }
    return places.get(name);
  };
}

async function layered(zone: ZoneData | undefined, below: Net | undefined, validates: boolean): Promise<Net> {
  if (zone === undefined) {
    if (below === undefined) throw new Error('no world at all');
    return below;
  }
  if (below === undefined) {
    const { zoneWorld } = await import('../net/zone/world.ts');
    return zoneWorld(zone, { outside: 'unrecorded' });
  }
  const { overlayNet } = await import('../net/overlay.ts');
  return overlayNet(zone, below, { validates });
}

/** A recording, read. */
export async function replayed(file: string): Promise<{ readonly net: RecordedNet }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`cannot read the recording ${file}`, systemFault(error));
  });
  const { recordedNet } = await import('../net/recorded.ts');
  const net = recordedNet(text, file);
  return { net };
}

async function liveWorld({ resolver }: WorldOptions, timeoutMs: number, { ports }: Pick<Io, 'ports'>): Promise<Net> {
  const { liveNet } = await import('../net/live.ts');
  const { parseResolver } = await import('../net/dns/servers.ts');
  return liveNet({
    timeoutMs,
    ...ports,
    ...(resolver === undefined ? {} : { servers: resolver.map((text) => parseResolver(text)) }),
  });
}
