import { cannotBeAsked, chase } from './chase.ts';
import type { Step } from './chase.ts';
import type { Answer, Net, RecordType } from './net.ts';
import { questionName } from './question-name.ts';
import { nodeHit, parentOf, zoneTree } from './zone/tree.ts';
import type { Hit, Zone } from './zone/tree.ts';
import { stepOf } from './zone/world.ts';

/**
 * What will be true once the zone files are in service, over what is true now:
 * - names in a zone given whole are answered by its files alone; delegated sub-zones, and what only a server knows
 *   (ALIAS, DNAME), are asked below
 * - records given without their zone replace their RRset (a CNAME, everything at its name); the rest is asked below
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
  const wildcards = new Set([...tree.nodes.keys()].filter((name) => name === '*' || name.startsWith('*.')));

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
  const isPlanned = (name: string, type: RecordType): boolean =>
    plannedHit(name, type) !== undefined || inFragment(name);

  async function step<T extends RecordType>(name: string, type: T, asked: string): Promise<Step<T>> {
    const hit = plannedHit(name, type);
    if (hit === undefined) return stepBelow(name, type, asked);
    return stepOf(hit, name, type, asked, validates && (await isSigned(tree.zoneOf(name)?.apex ?? name)));
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
        if (answer.status === 'nxdomain') return hit ?? { kind: 'nodata', ttl: answer.ttl };
        return hit !== undefined && sameData(answer, await below.resolve(wildcard, type)) ? hit : undefined;
      }
      if (encloser === '' || tree.nodes.has(encloser)) return undefined;
      // A name that exists in between keeps the wildcard above it from answering
      if ((await below.resolve(encloser, type)).status !== 'nxdomain') return undefined;
    }
  }

  // What runs on hosts, and what servers hold today, is as it is: files plan records only
  const { fetchText, probeSmtp, askServer } = below;
  return {
    fetchText,
    probeSmtp,
    askServer,
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      return chase(asked, type, (at) => step(at, type, asked));
    },
    close: () => below.close(),
  };
}

function sameData(one: Answer, other: Answer): boolean {
  if (one.status !== 'ok' || other.status !== 'ok') return false;
  const texts = (answer: typeof one): string =>
    JSON.stringify(
      answer.records.map(({ name: _name, ttl: _ttl, place: _place, ...data }) => JSON.stringify(data)).toSorted(),
    );
  return texts(one) === texts(other);
}
