import { at, isTrue, itemsOf, textOf } from '../json-tree.ts';
import { readName } from '../presentation.ts';
import type { Owner } from './reading.ts';
import type { PlanResource } from './resources.ts';

export interface PlannedZone {
  /** Lower case, without the final dot. */
  readonly name: string;
  /** Only hosts inside somebody's network see it. */
  readonly isPrivate: boolean;
}

export type FullName =
  | { readonly name: string; readonly zone?: PlannedZone }
  /** A clause: `the name "_dmarc" is relative, and its zone is not in the plan`. */
  | { readonly problem: string };

export interface PlannedZones {
  fullName(owner: Owner, resourceType: string): FullName;
}

/** Which attribute holds the name of a zone, and which what records know it by. */
const ZONES: Readonly<Record<string, { readonly name: readonly string[]; readonly key: readonly string[] }>> = {
  aws_route53_zone: { name: ['name'], key: ['zone_id', 'id'] },
  cloudflare_zone: { name: ['name', 'zone'], key: ['id', 'zone_id'] },
  google_dns_managed_zone: { name: ['dns_name'], key: ['name'] },
};

const providerOf = (resourceType: string): string => resourceType.split('_', 1)[0] ?? '';
/** `projects/p/managedZones/main` is `main`. */
const shortKey = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** The zones a plan tells of: resources and data sources, and what records say of their own names. */
export function plannedZones(resources: Iterable<PlanResource>): PlannedZones {
  const byKey = new Map<string, PlannedZone>();
  /** Zones that are yet to be made, and have no key: by provider. */
  const fresh = new Map<string, Map<string, PlannedZone>>();
  const learned = new Map<string, PlannedZone>();

  for (const { type, values } of resources) {
    const attributes = ZONES[type];
    const provider = providerOf(type);
    const text = (keys: readonly string[]): string | undefined =>
      keys.map((key) => textOf(at(values, key))).find((one) => one !== undefined && one !== '');
    if (attributes === undefined) {
      const zone = zoneOfRecord(text(['name']), text(['fqdn', 'hostname']));
      const key = text(['zone_id']);
      if (key !== undefined && zone !== undefined) learned.set(`${provider} ${key}`, { name: zone, isPrivate: false });
      continue;
    }
    const name = normal(text(attributes.name) ?? '');
    if (name === undefined || name === '') continue;
    const isPrivate =
      itemsOf(at(values, 'vpc')).length > 0 ||
      isTrue(at(values, 'private_zone')) ||
      textOf(at(values, 'visibility')) === 'private';
    const key = text(attributes.key);
    if (key !== undefined) byKey.set(`${provider} ${shortKey(key)}`, { name, isPrivate });
    else fresh.set(provider, (fresh.get(provider) ?? new Map<string, PlannedZone>()).set(name, { name, isPrivate }));
  }

  function zoneOf(owner: Owner, provider: string): PlannedZone | undefined {
    if (owner.zone !== undefined) {
      const name = normal(owner.zone);
      return name === undefined ? undefined : { name, isPrivate: false };
    }
    if (owner.zoneKey !== undefined) {
      const key = `${provider} ${shortKey(owner.zoneKey)}`;
      return byKey.get(key) ?? learned.get(key);
    }
    // A key that is known only after apply is that of a zone in the making: of the only one, if there is only one
    const candidates = owner.zoneHidden === true ? [...(fresh.get(provider)?.values() ?? [])] : [];
    return candidates.length === 1 ? candidates[0] : undefined;
  }

  return {
    fullName(owner, resourceType) {
      const zone = zoneOf(owner, providerOf(resourceType));
      const { name: given } = owner;
      if (owner.hidden !== undefined) return { problem: `the name ${owner.hidden}, so nobody can say what it changes` };
      if (given === undefined) return { problem: 'it has no name' };
      const reading = completed(given, zone?.name, owner.relative === true);
      return 'problem' in reading || zone === undefined ? reading : { ...reading, zone };
    },
  };
}

function completed(given: string, zone: string | undefined, relative: boolean): { name: string } | { problem: string } {
  const isApex = given === '' || given === '@';
  if (isApex && zone !== undefined) return { name: zone };
  const shownName = JSON.stringify(given.slice(0, 60));
  const own = isApex ? undefined : readName(given.endsWith('.') ? given : `${given}.`, undefined);
  if (own !== undefined && 'problem' in own) return own;
  if (own?.dotted === true) return { problem: `the name ${shownName} has a dot in a label` };
  if (own !== undefined && !relative && (given.endsWith('.') || isBelow(own.name, zone))) return { name: own.name };
  if (zone !== undefined && own !== undefined) {
    const full = readName(`${own.name}.${zone}.`, undefined);
    return 'problem' in full ? full : { name: full.name };
  }
  if (own !== undefined && looksFull(own.name)) return { name: own.name };
  return { problem: `the name ${shownName} is relative, and its zone is not in the plan` };
}

const isBelow = (name: string, zone: string | undefined): boolean =>
  zone !== undefined && (name === zone || name.endsWith(`.${zone}`));

/** More than one label, and the last one may be a top-level domain (RFC 3696 §2: no digits only, no underscore). */
const looksFull = (name: string): boolean => /\.(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(name);

function normal(name: string): string | undefined {
  const reading = readName(name.endsWith('.') ? name : `${name}.`, undefined);
  return 'problem' in reading ? undefined : reading.name;
}

/** A record that is there already has a full name beside the one it was given. */
function zoneOfRecord(name: string | undefined, full: string | undefined): string | undefined {
  if (full === undefined || name === undefined) return undefined;
  const [own, whole] = [name === '@' ? '' : name.toLowerCase(), full.toLowerCase().replace(/\.$/, '')];
  if (own === '') return normal(whole);
  return whole.startsWith(`${own}.`) ? normal(whole.slice(own.length + 1)) : undefined;
}
