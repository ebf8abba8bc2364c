import type { Place } from '../../core/facts.ts';
import { RECORD_TYPES } from '../net.ts';
import type { RecordType } from '../net.ts';
import { dnsControlData } from './dnscontrol-data.ts';
import { at, isTrue, itemsOf, textOf } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { readName, readTtl, shown } from './presentation.ts';
import { isAddressAlias, readType } from './record-types.ts';
import type { Removed, ZoneText } from './text.ts';
import { rrsetKey } from './rrset.ts';
import { readDatum, zoneDraft } from './zone-draft.ts';
import type { Datum, ZoneDraft } from './zone-draft.ts';

const DEFAULT_TTL = 300; // DNSControl, models.DefaultTTL

export const DNSCONTROL_KEYS: ReadonlySet<string> = new Set(['registrars', 'dns_providers', 'domains']);

/** `dnscontrol print-ir`: its three lists are always there. */
export const isDnsControl = (tree: JsonTree): boolean =>
  tree.kind === 'map' &&
  at(tree, 'domains')?.kind === 'list' &&
  (tree.entries.has('registrars') || tree.entries.has('dns_providers'));

export interface DnsControlOptions {
  /** What the text is called in places and problems. */
  readonly file: string;
  /** The configuration whose lines the records remember, where it is at hand. */
  readonly source?: string;
}

/** Keys of a domain that keep DNSControl's hands off records it does not list. */
const HANDS_OFF = ['unmanaged', 'ignored_names', 'ignored_labels', 'ignored_targets'];
/** Records at the apex that the provider adds by itself, whatever is listed. */
const PROVIDED: readonly RecordType[] = ['SOA', 'NS', 'DNSKEY'];

/**
 * The zones of DNSControl's intermediate representation, one text each. A zone is whole: what is not listed will be
 * deleted; except with NO_PURGE or IGNORE, which leave others alone. Never throws.
 */
export function parseDnsControl(tree: JsonTree, options: DnsControlOptions): readonly ZoneText[] {
  const variants = new Map<string, JsonTree[]>();
  for (const domain of itemsOf(at(tree, 'domains'))) {
    // A zone that looks different from inside has a tag: `example.com!inside`
    const [name = ''] = (textOf(at(domain, 'name')) ?? '').split('!', 1);
    const known = variants.get(name);
    if (known === undefined) variants.set(name, [domain]);
    else known.push(domain);
  }
  return [...variants].map(([name, domains]) => {
    const draft = zoneDraft(options.file);
    const plain = domains.filter((domain) => tagOf(domain) === '');
    const [domain] = plain.length === 0 ? domains : plain;
    const line = domain?.line ?? 1;
    const problem = 'it has several faces, and none without a tag: the first is read';
    if (domains.length > 1 && plain.length !== 1) draft.complain(line, `${shown(name)}: ${problem}`);
    return readDomain(domain, name, draft, options);
  });
}

function tagOf(domain: JsonTree): string {
  const name = textOf(at(domain, 'name')) ?? '';
  return textOf(at(domain, 'meta', 'dnscontrol_tag')) ?? name.slice(name.indexOf('!') + 1 || name.length);
}

function readDomain(
  domain: JsonTree | undefined,
  given: string,
  draft: ZoneDraft,
  options: DnsControlOptions,
): ZoneText {
  const reading = readName(`${given.replace(/\.$/, '')}.`, undefined);
  const line = domain?.line ?? 1;
  if (given === '' || 'problem' in reading) {
    draft.complain(line, `${shown(given)} is no name of a domain`);
    return draft.finished({ apexes: [], origins: [], piecemeal: true });
  }
  const origin = reading.name;
  const listed = new Set<string>();
  for (const record of itemsOf(at(domain, 'records'))) {
    const read = readEntry(record, origin, draft, options);
    if (read === undefined) continue;
    listed.add(rrsetKey(read.name, read.type));
    draft.addRecord(read.name, read.type, read.ttl, read.datum, read.place);
  }
  for (const record of itemsOf(at(domain, 'recordsabsent'))) {
    const read = readEntry(record, origin, draft, options);
    // ENSURE_ABSENT overrules NO_PURGE; of an RRset that is listed, nothing else stays anyway
    if (read !== undefined && !listed.has(rrsetKey(read.name, read.type))) draft.addRemoved(removedBy(read));
  }
  const keeps = isTrue(at(domain, 'keepunknown')) || isTrue(at(domain, 'ignore_external_dns'));
  const isWhole = !keeps && HANDS_OFF.every((key) => itemsOf(at(domain, key)).length === 0);
  const place = { file: options.file, line };
  if (isWhole) {
    draft.addName(origin);
    const types = PROVIDED.filter((type) => !listed.has(rrsetKey(origin, type)));
    draft.addOpaque({ kind: 'server', name: origin, types, place });
  } else draft.remark(line, `${origin}: DNSControl leaves records alone that it does not list, so they are asked for`);
  return draft.finished({ apexes: isWhole ? [origin] : [], origins: [origin], piecemeal: !isWhole });
}

interface Entry {
  readonly name: string;
  readonly type: RecordType;
  readonly ttl: number;
  readonly datum: Datum;
  readonly place: Place;
}

/** A record of a type that is asked for here; others only make their names exist. */
function readEntry(record: JsonTree, origin: string, draft: ZoneDraft, options: DnsControlOptions): Entry | undefined {
  const { line } = record;
  const typeName = textOf(at(record, 'type')) ?? '';
  const label = textOf(at(record, 'name')) ?? '@';
  const reading = readName(label === '@' || label === '' ? `${origin}.` : label, origin);
  if ('problem' in reading || reading.dotted) {
    draft.complain(line, 'problem' in reading ? reading.problem : `the owner ${shown(label)} has a dot in a label`);
    return undefined;
  }
  const { name } = reading;
  const place = placeOf(record, options);
  const type = readType(typeName);
  if (type === undefined || !('type' in type)) {
    // Redirections and workers of a provider are no records; its aliases are
    draft.skip(name);
    const aliased = aliasedTypes(typeName, record);
    if (aliased !== undefined) draft.addOpaque({ kind: 'alias', name, types: aliased, place });
    if (typeName === 'DNAME') draft.addOpaque({ kind: 'dname', name, types: [], place });
    if (typeName === '') draft.complain(line, `the record at ${shown(name)} has no type`);
    return undefined;
  }
  const written = textOf(at(record, 'ttl'));
  const ttl = written === undefined || written === '0' ? DEFAULT_TTL : readTtl(written);
  if (ttl === undefined) draft.complain(line, `${shown(written ?? '')} is no TTL`);
  const datum = dnsControlData(type.type, record, originBelow(record, origin));
  return { name, type: type.type, ttl: ttl ?? DEFAULT_TTL, datum, place };
}

function aliasedTypes(typeName: string, record: JsonTree): readonly RecordType[] | undefined {
  if (isAddressAlias(typeName)) return ['A', 'AAAA'];
  const key = { R53_ALIAS: 'r53_alias', AZURE_ALIAS: 'azure_alias' }[typeName];
  if (key === undefined) return undefined;
  const type = textOf(at(record, key, 'type'));
  return RECORD_TYPES.filter((one) => one === type);
}

function removedBy({ name, type, datum, place }: Entry): Removed {
  const { data } = readDatum(type, datum);
  return { name, type, place, ...(data === undefined ? {} : { data }) };
}

/** D_EXTEND completes relative targets with the sub-domain it stands for; after validation none is relative. */
function originBelow(record: JsonTree, origin: string): string {
  const below = textOf(at(record, 'subdomain')) ?? '';
  return below === '' ? origin : `${below}.${origin}`;
}

/** `[line:3:5]` in the configuration, or `[domains/example.js:3:5]`; the line of the representation where it is not told. */
function placeOf(record: JsonTree, { file, source }: DnsControlOptions): Place {
  const position = /^\[?([^[\]]{1,200}):(\d{1,7}):\d{1,7}\]?$/.exec(textOf(at(record, 'filepos')) ?? '');
  const [, where, line] = position ?? [];
  const isKnown = source !== undefined && (where === 'line' || source.endsWith(where ?? '\0'));
  if (isKnown && line !== undefined && Number(line) > 0) return { file: source, line: Number(line) };
  return { file, line: record.line };
}
