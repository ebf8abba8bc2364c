import { UserError } from '../core/errors.ts';
import type { Place } from '../core/facts.ts';
import { presentNames } from '../drift/recorded-names.ts';
import type { Net } from '../net/net.ts';
import type { RecordedNet } from '../net/recorded.ts';
import type { ZoneData } from '../net/zone/load.ts';
import { PROBE_LABEL } from '../sources/wildcards.ts';
import type { Io } from './io.ts';
import { numberOption, type WorldOptions } from './options.ts';
import { textOfFile } from './text-file.ts';
import { refuseUnwritable } from './writable.ts';

/** The world the options ask for, and what can be said about it. */
export interface ChosenWorld {
  readonly net: Net;
  /** Every name the world is known to hold; undefined where it cannot be listed. */
  readonly names: readonly string[] | undefined;
  /** Names below `_domainkey` that it holds; it is no list of all there are. */
  readonly selectorNames: readonly { readonly name: string; readonly origin: string }[];
  /** Whether questions go out to name servers. */
  readonly live: boolean;
  /** Lines of zone files and recordings that could not be read. */
  readonly failed: readonly { readonly path: string; readonly error: string }[];
  /** Worth knowing of the files given, nothing wrong: a routing policy, a private zone. */
  readonly notes: readonly string[];
  /** Zone files read. */
  readonly files: number;
  /** Zones that the files give whole. */
  readonly apexes: readonly string[];
  /** Names with more than a CNAME, by the files. */
  readonly crowdedAliases: ZoneData['crowdedAliases'];
  /** Where the files write a name down. */
  placeOf(name: string): Place | undefined;
  /** Whether the AD bit is a validating resolver's that the user named (RFC 4035 §4.9.3). */
  readonly trustsResolver: boolean;
  /** The run came to its end: what `--record` asked for is worth writing when the world is closed. */
  keep(): void;
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
  const most = options.maxQuestions === undefined ? undefined : mostQuestions(options.maxQuestions);
  if (options.record !== undefined) await refuseUnwritable(options.record);
  const zone = options.zone === undefined ? undefined : await loadedZone(options.zone, domains);
  const replay = options.replay === undefined ? undefined : await replayed(options.replay);
  const live = replay === undefined && (zone === undefined || options.resolver !== undefined || options.live === true);
  const { cachedNet } = await import('../net/cached.ts');
  const asked = replay ?? (live ? await liveWorld(options, timeoutMs, io) : undefined);
  const within = asked === undefined ? undefined : await capped(asked, most);
  // A planned zone asks the world under it about its own apex and wildcards again and again
  const below = within === undefined || zone === undefined ? within : cachedNet(within);

  const trustsResolver = live ? options.resolver !== undefined : replay?.validated === true;
  const whole = await layered(zone, below, trustsResolver);
  const once = cachedNet(below === undefined ? await capped(whole, most) : whole);
  return {
    ...(options.record === undefined
      ? { net: once, keep: () => {} }
      : await recordedInto(options.record, once, trustsResolver)),
    names: live ? zone?.names : [...(zone?.names ?? []), ...(replay?.names ?? [])],
    selectorNames: [
      ...selectorsAmong(zone?.names ?? []).map((name) => ({ name, origin: 'the zone file' })),
      // Where nothing stood, nobody said that anything should.
      ...selectorsAmong([...presentNames(replay?.recorded ?? [])]).map((name) => ({ name, origin: 'the recording' })),
    ],
    live,
    failed: [...(zone?.problems ?? []), ...(replay?.problems ?? [])].map(({ file, line, message }) => ({
      path: `${file}:${line}`,
      error: message,
    })),
    notes: (zone?.notes ?? []).map(({ file, line, message }) => `${file} line ${line}: ${message}`),
    files: zone?.files.length ?? 0,
    apexes: zone?.apexes ?? [],
    crowdedAliases: zone?.crowdedAliases ?? [],
    placeOf: zone === undefined ? () => undefined : await placesOf(zone),
    trustsResolver,
  };
}

/** Half a run must not take the place of a whole one: written is what was to be kept. */
async function recordedInto(file: string, asked: Net, validated: boolean): Promise<Pick<ChosenWorld, 'net' | 'keep'>> {
  const { fileWriter, recordingNet } = await import('../net/recording.ts');
  const write = fileWriter(file);
  let kept = false;
  const net = recordingNet(asked, async (text) => (kept ? write(text) : undefined), { validated });
  return { net, keep: () => void (kept = true) };
}

async function capped(net: Net, most: number | undefined): Promise<Net> {
  if (most === undefined) return net;
  const { cappedNet } = await import('../net/capped.ts');
  return cappedNet(net, most);
}

const mostQuestions = (typed: string): number =>
  numberOption('--max-questions', typed, { what: 'questions', whole: true, least: 1, most: 1e9 });

const selectorsAmong = (names: readonly string[]): string[] =>
  names.filter((name) => name.includes('._domainkey.') && !name.startsWith('*.') && !name.startsWith(PROBE_LABEL));

async function loadedZone(paths: readonly string[], domains: readonly string[]): Promise<ZoneData> {
  const { loadZones } = await import('../net/zone/load.ts');
  // One file and one domain: whose zone could it be?
  const [domain, ...others] = domains;
  return loadZones(paths, domain === undefined || others.length > 0 || paths.length > 1 ? {} : { origin: domain });
}

/** Asked once for a domain, and not at all by most: the index is made when it is. */
async function placesOf(zone: ZoneData): Promise<(name: string) => Place | undefined> {
  const { placesIn } = await import('../net/zone/places.ts');
  let places: ReadonlyMap<string, Place> | undefined;
  return (name) => (places ??= placesIn(zone)).get(name);
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
export async function replayed(file: string): Promise<RecordedNet> {
  const text = await textOfFile({ path: file, what: 'the recording' });
  const { recordedNet } = await import('../net/recorded.ts');
  return recordedNet(text, file);
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
