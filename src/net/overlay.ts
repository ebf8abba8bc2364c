import { cannotBeAsked, chase } from './chase.ts';
import type { Step } from './chase.ts';
import type { Answer, Net, RecordType } from './net.ts';
import { questionName } from './question-name.ts';
import { changeSteps } from './zone/change-steps.ts';
import { plannedChanges } from './zone/planned-changes.ts';
import { sameRecords } from './zone/rrset.ts';
import { nodeHit, zoneTree } from './zone/tree.ts';
import { parentOf } from './zone/zone.ts';
import type { Opaque } from './zone/text.ts';
import { fetchIfAddressed } from './services.ts';
import type { Hit } from './zone/tree.ts';
import type { Zone } from './zone/zone.ts';
import { stepOf } from './zone/world.ts';

/**
 * What will be true once the zone files are in service, over what is true now:
 * - names in a zone given whole are answered by its files alone; delegated sub-zones, and what only a server knows
 *   (ALIAS, DNAME), are asked below
 * - records given without their zone replace their RRset (a CNAME, everything at its name), or join it where only single
 *   records are given; what a plan takes away is gone; the rest is asked below
 *
 * CNAMEs are followed across both.
 */
export function overlayNet(
  zone: Zone,
  below: Net,
  {
    validates = false,
  }: {
    /** The world below validates: what is planned in a signed zone will be signed as well. */ readonly validates?: boolean;
  } = {},
): Net {
  const tree = zoneTree(zone, { closed: false });
  const changes = plannedChanges(zone);
  const wildcards = new Set(
    [...tree.nodes.keys(), ...changes.names].filter((name) => name === '*' || name.startsWith('*.')),
  );

  /** What the files say; undefined where the world below is to be asked. */
  function plannedHit(name: string, type: RecordType): Hit | undefined {
    if (tree.zoneOf(name)?.complete === true) {
      const hit = tree.lookup(name, type);
      return hit.kind === 'outside' ? undefined : hit;
    }
    const node = tree.nodes.get(name);
    const hit = node && nodeHit(node, type, name);
    return hit?.kind === 'outside' ? undefined : hit;
  }

  /** A name that exists by virtue of records given without their zone. */
  const inFragment = (name: string): boolean => tree.zoneOf(name)?.complete === false && tree.nodes.has(name);
  /** A zone given whole says itself what there is. */
  const isChanged = (name: string): boolean => changes.names.has(name) && tree.zoneOf(name)?.complete !== true;
  const isPlanned = (name: string, type: RecordType): boolean =>
    plannedHit(name, type) !== undefined || inFragment(name) || isChanged(name);
  const { changed } = changeSteps(changes, below, { isPlannedName: inFragment });

  async function step<T extends RecordType>(name: string, type: T, asked: string): Promise<Step<T>> {
    const given = plannedHit(name, type);
    const alias = given === undefined ? aliasAt(name, type) : undefined;
    if (alias !== undefined) return aliasStep(alias, name, type, asked);
    const change = isChanged(name) ? await changed(name, type, given) : undefined;
    if (change?.kind === 'answer') return change;
    const hit = change ?? given;
    if (hit === undefined) return stepBelow(name, type, asked);
    return stepOf(hit, name, type, asked, validates && (await isSigned(tree.zoneOf(name)?.apex ?? name)));
  }

  /** The stand-in for addresses that the files plan at a name. */
  const aliasAt = (name: string, type: RecordType): Opaque | undefined =>
    tree.nodes.get(name)?.opaque.find(({ kind, types }) => kind === 'alias' && types.includes(type));

  /** The world below knows the addresses of an alias once it is in service; before that, nobody does. */
  async function aliasStep<T extends RecordType>(
    { types }: Opaque,
    name: string,
    type: T,
    asked: string,
  ): Promise<Step<T>> {
    const unknown = stepOf({ kind: 'outside', why: `${name} is an ALIAS that is only planned` }, name, type, asked);
    if (changes.takesAway(name, type)) return unknown;
    const now = await stepBelow(name, type, asked);
    if (now.kind === 'alias' || now.answer.status === 'ok' || now.answer.status === 'failed') return now;
    // One that stands for both families may have addresses of one only
    const others = await Promise.all(types.filter((one) => one !== type).map((one) => below.resolve(name, one)));
    return others.some(({ status }) => status === 'ok') ? now : unknown;
  }

  /** Whoever deploys a zone file into a signed zone signs it. */
  async function isSigned(apex: string): Promise<boolean> {
    const soa = await below.resolve(apex, 'SOA');
    return soa.status !== 'failed' && soa.authentic;
  }

  async function stepBelow<T extends RecordType>(name: string, type: T, asked: string): Promise<Step<T>> {
    const answer = await below.resolve(name, type);
    if (answer.status === 'failed') {
      const silent = answer.failure === 'timeout' || answer.failure === 'network';
      return (silent ? undefined : await linkDespiteFailure(name, type)) ?? { kind: 'answer', answer };
    }
    const inside = answer.via.findIndex((target) => isPlanned(target, type));
    if (inside !== -1) {
      const targets = answer.via.slice(0, inside + 1);
      const ttl = await linksTtl(name, targets, answer.ttl);
      return { kind: 'alias', targets, ttl, authentic: answer.authentic };
    }
    if (answer.via.length > 0) return { kind: 'answer', answer };
    const synthesised = await plannedWildcard(name, type, answer);
    if (synthesised !== undefined) return stepOf(synthesised, name, type, asked);
    // A name the files know exists, whatever the world below says of it
    const exists = answer.status === 'nxdomain' && inFragment(name);
    return { kind: 'answer', answer: exists ? { ...answer, status: 'nodata' } : answer };
  }

  /** Below, a chain may fail for a target that the files repair: then its first link is what we need. */
  async function linkDespiteFailure<T extends RecordType>(name: string, type: T): Promise<Step<T> | undefined> {
    if (type === 'CNAME') return undefined;
    const link = await below.resolve(name, 'CNAME');
    const target = link.status === 'ok' ? link.records[0]?.target : undefined;
    if (link.status !== 'ok' || target === undefined || !isPlanned(target, type)) return undefined;
    return { kind: 'alias', targets: [target], ttl: link.ttl, authentic: link.authentic };
  }

  /** The smallest TTL of these links alone; the answer's own is that of a chain which now ends elsewhere. */
  async function linksTtl(name: string, targets: readonly string[], fallback: number): Promise<number> {
    const owners = [name, ...targets.slice(0, -1)];
    const links = await Promise.all(owners.map((owner) => below.resolve(owner, 'CNAME')));
    return links.reduce((least, link) => Math.min(least, link.status === 'ok' ? link.ttl : fallback), Infinity);
  }

  /**
   * A wildcard among records given without their zone answers where below nothing exists (RFC 4592 §3.3.1), and
   * where below the same wildcard answered, with the data it is to lose.
   */
  async function plannedWildcard<T extends RecordType>(
    name: string,
    type: T,
    answer: Answer<T>,
  ): Promise<Hit | undefined> {
    if (wildcards.size === 0 || name === '' || tree.nodes.has(name)) return undefined;
    for (let encloser = parentOf(name); ; encloser = parentOf(encloser)) {
      const wildcard = encloser === '' ? '*' : `*.${encloser}`;
      if (wildcards.has(wildcard)) {
        const node = tree.nodes.get(wildcard);
        const hit = node && nodeHit(node, type, name);
        if (answer.status === 'nxdomain')
          return hit ?? (node === undefined ? undefined : { kind: 'nodata', ttl: answer.ttl });
        const isOver = hit !== undefined || changes.takesAway(wildcard, type);
        if (!isOver || !sameData(answer, await below.resolve(wildcard, type))) return undefined;
        return hit ?? { kind: 'nodata', ttl: 0 };
      }
      if (encloser === '' || tree.nodes.has(encloser)) return undefined;
      // A name that exists in between keeps the wildcard above it from answering
      if ((await below.resolve(encloser, type)).status !== 'nxdomain') return undefined;
    }
  }

  // What runs on hosts, and what servers hold today, is as it is: files plan records only
  const { probeSmtp, askServer } = below;
  const planned: Net = {
    fetchText: (url, limits) => fetchIfAddressed(planned, url, () => below.fetchText(url, limits)),
    probeSmtp,
    askServer,
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      return chase(asked, type, (at) => step(at, type, asked));
    },
    close: () => below.close(),
  };
  return planned;
}

const sameData = (one: Answer, other: Answer): boolean =>
  one.status === 'ok' && other.status === 'ok' && sameRecords(one.records, other.records);
