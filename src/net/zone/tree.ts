import type { RecordType, Rr } from '../net.ts';
import { rrsetKey } from './rrset.ts';
import type { Opaque } from './text.ts';
import { fragmentsOf, parentOf, type Zone } from './zone.ts';

export interface ZoneNode {
  readonly sets: Map<RecordType, Rr[]>;
  opaque: Opaque[];
}

/** What an authoritative server over the zones would say to one question, one CNAME at a time. */
export type Hit =
  | { readonly kind: 'data'; readonly records: readonly Rr[] }
  | { readonly kind: 'alias'; readonly target: string; readonly ttl: number }
  | { readonly kind: 'nodata' | 'nxdomain'; readonly ttl: number }
  /** Not for these zones to say: another zone, a delegated one, an ALIAS, below a DNAME. `why` completes "outside …: ". */
  | { readonly kind: 'outside'; readonly why?: string }
  /** The zones would say, but the line could not be read. */
  | { readonly kind: 'unreadable'; readonly why: string };

export interface ZoneTree {
  readonly nodes: ReadonlyMap<string, ZoneNode>;
  /** The zone a name lies in: the nearest apex at or above it. */
  zoneOf(name: string): { readonly apex: string; readonly complete: boolean } | undefined;
  lookup(name: string, type: RecordType): Hit;
}

export interface TreeOptions {
  /** Nothing exists but what is given: the root is an apex, and no delegation leads out. */
  readonly closed: boolean;
}

/** Indexes the records by name, with the empty non-terminals above them (RFC 8020 §2), so that a lookup only walks up. */
export function zoneTree(zone: Zone, options: TreeOptions): ZoneTree {
  const complete = new Set(zone.apexes);
  const apexes = new Set([...zone.apexes, ...(zone.fragments ?? fragmentsOf(zone))]);
  if (options.closed) apexes.add('');
  const pieces = new Set(zone.pieces ?? (zone.piecemeal === true ? fragmentsOf(zone) : []));
  const removed = new Set((zone.removed ?? []).map(({ name, type }) => rrsetKey(name, type)));
  const nodes = new Map<string, ZoneNode>();
  for (const name of zone.names) add(name);
  for (const rr of zone.records) addRecord(rr);
  for (const opaque of zone.opaque) add(opaque.name).opaque.push(opaque);

  function add(name: string): ZoneNode {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    const node: ZoneNode = { sets: new Map(), opaque: [] };
    nodes.set(name, node);
    for (let at = name; at !== '' && !nodes.has(parentOf(at)); at = parentOf(at)) {
      nodes.set(parentOf(at), { sets: new Map(), opaque: [] });
    }
    return node;
  }
  function addRecord(rr: Rr): void {
    const { sets } = add(rr.name);
    const set = sets.get(rr.type);
    if (set === undefined) sets.set(rr.type, [rr]);
    else set.push(rr);
  }
  for (const { sets } of nodes.values())
    for (const [type, set] of sets) if (set.length > 1) sets.set(type, distinct(set));

  function zoneOf(name: string): { apex: string; complete: boolean } | undefined {
    for (let at = name; ; at = parentOf(at)) {
      if (apexes.has(at)) return { apex: at, complete: options.closed || complete.has(at) };
      if (at === '') return undefined;
    }
  }

  /** Seconds for which absence may be believed (RFC 2308 §5); 0 where the zone has no SOA. */
  function negativeTtl(apex: string): number {
    const soa = nodes.get(apex)?.sets.get('SOA')?.[0];
    return soa?.type === 'SOA' ? Math.min(soa.ttl, soa.minimum) : 0;
  }

  function lookup(name: string, type: RecordType): Hit {
    // The DS set of a zone is its parent's data (RFC 4035 §3.1.4.1)
    const start = type === 'DS' && name !== '' && apexes.has(name) ? parentOf(name) : name;
    const apex = zoneOf(start)?.apex;
    if (apex === undefined) return { kind: 'outside' };
    let encloser: string | undefined;
    let cut: string | undefined;
    for (let at = name; ; at = parentOf(at)) {
      const node = nodes.get(at);
      if (node !== undefined) {
        encloser ??= at;
        if (at !== name && node.opaque.some(({ kind }) => kind === 'dname')) {
          return { kind: 'outside', why: `below the DNAME of ${at}` };
        }
        if (at !== apex && !apexes.has(at) && node.sets.has('NS')) cut = at;
      }
      if (at === apex) break;
    }
    if (cut !== undefined && !options.closed && !(cut === name && (type === 'NS' || type === 'DS'))) {
      return { kind: 'outside', why: `delegated at ${cut}` };
    }
    const hit = within(name, type, encloser, negativeTtl(apex));
    const isDenied = hit.kind === 'nodata' || hit.kind === 'nxdomain';
    if (!isDenied || options.closed || !pieces.has(apex)) return hit;
    // A plan says what it takes away; where it says nothing there may be anything
    if (removed.has(rrsetKey(name, type))) return { kind: 'nodata', ttl: 0 };
    return { kind: 'outside', why: 'a plan tells only of what it manages' };
  }

  function within(name: string, type: RecordType, encloser: string | undefined, negative: number): Hit {
    if (encloser === name) return standing(name, type, negative);
    // RFC 4592 §3.3.1: only the wildcard right below the closest encloser may answer
    const wildcard = encloser === '' ? '*' : `*.${encloser}`;
    if (encloser === undefined || !nodes.has(wildcard)) return { kind: 'nxdomain', ttl: negative };
    return standing(wildcard, type, negative, name);
  }

  function standing(owner: string, type: RecordType, negative: number, name = owner): Hit {
    const node = nodes.get(owner);
    return (node && nodeHit(node, type, name)) ?? { kind: 'nodata', ttl: negative };
  }

  return { nodes, zoneOf, lookup };
}

/** What stands at a node for a type; undefined where nothing does. `name` is the owner to answer with (RFC 4592 §3.3.2). */
export function nodeHit(node: ZoneNode, type: RecordType, name: string): Hit | undefined {
  const opaque = node.opaque.find(({ types }) => types.includes(type));
  if (opaque?.kind === 'unreadable') {
    const { file, line } = opaque.place;
    return { kind: 'unreadable', why: `${file} line ${line} ${opaque.why ?? 'could not be read'}` };
  }
  const cname = node.sets.get('CNAME')?.[0];
  // RFC 1034 §4.3.2 step 3a: a CNAME answers for every type, whatever stands beside it
  if (cname?.type === 'CNAME' && type !== 'CNAME') return { kind: 'alias', target: cname.target, ttl: cname.ttl };
  const set = node.sets.get(type);
  if (set !== undefined)
    return { kind: 'data', records: set[0]?.name === name ? set : set.map((rr) => ({ ...rr, name })) };
  if (opaque?.kind === 'server')
    return { kind: 'outside', why: `the provider of ${name} adds it, and only its server knows` };
  if (opaque !== undefined)
    return { kind: 'outside', why: `${name} is an ALIAS, and only its server knows the addresses` };
  return undefined;
}

/** An RRset holds no record twice (RFC 2181 §5) and has one TTL (§5.2): the smallest, where the text gives several. */
function distinct(records: readonly Rr[]): Rr[] {
  const ttl = records.reduce((least, rr) => Math.min(least, rr.ttl), Infinity);
  const byData = new Map<string, Rr>();
  for (const rr of records) {
    const { name: _name, ttl: _ttl, place: _place, ...data } = rr;
    const key = JSON.stringify(data);
    if (!byData.has(key)) byData.set(key, rr.ttl === ttl ? rr : { ...rr, ttl });
  }
  return [...byData.values()];
}
