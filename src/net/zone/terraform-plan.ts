import type { Place } from '../../core/facts.ts';
import type { RecordType } from '../net.ts';
import { at, isTrue, textOf } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { readTtl, shown } from './presentation.ts';
import { readType } from './record-types.ts';
import { attributesOf } from './terraform/attributes.ts';
import type { Attributes } from './terraform/attributes.ts';
import { makesRecords, readerOf } from './terraform/readers.ts';
import type { RecordReading } from './terraform/reading.ts';
import { changesOf, resourcesOf } from './terraform/resources.ts';
import type { PlanChange, PlanResource } from './terraform/resources.ts';
import { plannedZones } from './terraform/zones.ts';
import type { ZoneText } from './text.ts';
import { readDatum, zoneDraft } from './zone-draft.ts';
import type { Datum } from './zone-draft.ts';

const DEFAULT_TTL = 300; // what the providers that choose themselves choose

/** The keys of a plan that are of use here; its configuration, half of it, is not. */
export const PLAN_KEYS: ReadonlySet<string> = new Set([
  'format_version',
  'planned_values',
  'prior_state',
  'resource_changes',
  'errored',
]);

/** `terraform show -json plan.out`, or `tofu show -json`; a state, which has `values` instead, is none. */
export const isTerraformPlan = (tree: JsonTree): boolean =>
  textOf(at(tree, 'format_version')) !== undefined &&
  (at(tree, 'planned_values') !== undefined || at(tree, 'resource_changes') !== undefined);

/** A resource whose type, name and zone could be found out. */
interface Located {
  readonly address: string;
  readonly line: number;
  readonly name: string;
  readonly type: RecordType;
  readonly reading: RecordReading;
  /** The name is that of its zone. */
  readonly isApex: boolean;
}

/**
 * What a Terraform or OpenTofu plan does to DNS: records that exist after it, and those that do not any more. It says
 * nothing of records it does not manage. Every place is the line of the value, with the resource's address. Never throws.
 */
export function parseTerraformPlan(plan: JsonTree, { file }: { readonly file: string }): ZoneText {
  const draft = zoneDraft(file);
  const origins = new Set<string>();
  const planned: Located[] = [];
  const format = textOf(at(plan, 'format_version')) ?? '';
  if (/^[01]\./.test(format)) readPlan();
  else draft.complain(plan.line, `the plan has format ${shown(format)}, and only 0 and 1 are read here`);
  return draft.finished({ apexes: [], origins: [...origins], piecemeal: true });

  function readPlan(): void {
    if (isTrue(at(plan, 'errored')))
      draft.complain(plan.line, 'the plan ended with an error, and lacks what comes after it');
    const changes = changesOf(plan);
    const after = resourcesOf(at(plan, 'planned_values'));
    const before = resourcesOf(at(at(plan, 'prior_state'), 'values'));
    const zones = plannedZones([...before, ...changes.flatMap(statesOf), ...after]);
    const own = new Map(changes.filter(({ isDeposed }) => !isDeposed).map((change) => [change.address, change]));

    const seen = new Set<string>();
    for (const resource of after) {
      const change = own.get(resource.address);
      seen.add(resource.address);
      if (change !== undefined && !staysOrComes(change)) continue;
      const sensitive = resource.sensitive ?? change?.afterSensitive;
      readAfter(resource, attributesOf(resource.values, change?.afterUnknown, sensitive));
    }
    for (const change of changes) {
      if (!change.isDeposed && !seen.has(change.address) && change.after !== undefined && staysOrComes(change))
        readAfter(change, attributesOf(change.after, change.afterUnknown, change.afterSensitive));
      if (change.actions.some((action) => action === 'delete' || action === 'update'))
        readBefore(change, attributesOf(change.before, undefined, change.beforeSensitive));
    }
    for (const set of setsOf(planned)) keepSet(set);

    function readAfter(resource: PlanResource | PlanChange, attributes: Attributes): void {
      const located = locate(resource, attributes);
      if (located !== undefined) planned.push(located);
    }

    function readBefore(change: PlanChange, attributes: Attributes): void {
      const located = locate(change, attributes, true);
      if (located !== undefined) remove(located);
    }

    function locate(resource: PlanResource | PlanChange, attributes: Attributes, gone = false): Located | undefined {
      const { address, type: resourceType, line, isManaged } = resource;
      const reader = isManaged ? readerOf(resourceType) : undefined;
      const complain = (message: string): void => draft.complain(line, `${address}: ${message}`);
      if (reader === undefined) {
        if (isManaged && makesRecords(resourceType) && isChanging(own.get(address)))
          complain(`resources of type ${shown(resourceType)} are not read here, so what it changes is not seen`);
        return undefined;
      }
      const reading = reader(attributes, resourceType);
      const full = zones.fullName(reading.owner, resourceType);
      if ('problem' in full) {
        complain(full.problem);
        return undefined;
      }
      if (full.zone?.isPrivate === true) {
        draft.remark(line, `${address}: ${full.zone.name} is a private zone, which nobody outside asks`);
        return undefined;
      }
      if (full.zone !== undefined) origins.add(full.zone.name);
      else if (gone) origins.add(full.name);
      const type = readType(reading.type ?? '');
      if (type === undefined) {
        const hidden = reading.type === undefined ? attributes.hidden('type') : undefined;
        complain(hidden === undefined ? `${shown(reading.type ?? '')} is no record type` : `the type ${hidden}`);
        return undefined;
      }
      if ('type' in type)
        return { address, line, name: full.name, type: type.type, reading, isApex: full.zone?.name === full.name };
      if (!gone) draft.skip(full.name);
      return undefined;
    }
  }

  /** What stood there before: the whole RRset, or the one record the resource was. */
  function remove({ name, type, reading, address, line }: Located): void {
    const place = placeOf(address, reading.data[0]?.line ?? line);
    for (const aliased of reading.aliased ?? []) draft.addRemoved({ name, type: aliased, place });
    if (reading.aliased !== undefined) return;
    // A CNAME stands alone, so whoever takes it away takes all of them
    if (reading.single !== true || type === 'CNAME') return draft.addRemoved({ name, type, place });
    for (const datum of reading.data) {
      const { data } = readDatum(type, datum);
      if (data !== undefined) draft.addRemoved({ name, type, data, place: placeOf(address, datum.line) });
    }
    if (reading.hidden !== undefined) hide(name, type, place, `what goes ${reading.hidden}`);
  }

  function keepSet(set: readonly Located[]): void {
    const [first] = set;
    const chosen = set.filter(({ reading }) => reading.chosenFrom === true);
    if (first === undefined || chosen.length === 0) return set.forEach(keep);
    draft.remark(first.line, `${first.address}: a routing policy chooses the answer to ${first.name} ${first.type}`);
    // Addresses are tried one after the other anyway; of other data it matters which
    if (first.type === 'A' || first.type === 'AAAA') return set.forEach(keep);
    if (new Set(set.map(({ reading }) => dataOf(reading.data))).size === 1) return keep(first);
    hide(
      first.name,
      first.type,
      placeOf(first.address, first.line),
      `is one of ${set.length} answers that a routing policy chooses from`,
    );
  }

  function keep({ name, type, reading, address, line, isApex }: Located): void {
    const place = placeOf(address, reading.data[0]?.line ?? line);
    if (reading.aliased !== undefined) return draft.addOpaque({ kind: 'alias', name, types: reading.aliased, place });
    if (isApex && type === 'CNAME' && reading.flattensApex === true)
      return draft.addOpaque({ kind: 'alias', name, types: ['A', 'AAAA'], place });
    if (reading.hidden !== undefined) return hide(name, type, place, reading.hidden);
    if (reading.data.length === 0) {
      draft.complain(line, `${address}: the ${type} record at ${shown(name)} has no data`);
      return hide(name, type, place, 'has no data');
    }
    if (reading.single === true && type !== 'CNAME') draft.addPartial(name, type);
    const ttl = reading.ttl === undefined ? DEFAULT_TTL : readTtl(reading.ttl);
    if (ttl === undefined) draft.complain(line, `${address}: ${shown(reading.ttl ?? '')} is no TTL`);
    for (const datum of reading.data)
      draft.addRecord(name, type, ttl ?? DEFAULT_TTL, datum, placeOf(address, datum.line));
  }

  function hide(name: string, type: RecordType, place: Place, why: string): void {
    draft.addOpaque({ kind: 'unreadable', name, types: [type], place, why: `(${place.what}) ${why}` });
  }

  function placeOf(address: string, line: number): Place {
    return { file, line, what: address };
  }
}

const staysOrComes = ({ actions }: PlanChange): boolean =>
  actions.some((action) => action !== 'delete' && action !== 'forget');
const isChanging = (change: PlanChange | undefined): boolean =>
  change !== undefined && change.actions.some((action) => action !== 'no-op' && action !== 'read');

/** For the names of zones: what a change knows of its resource, before and after. */
const statesOf = (change: PlanChange): readonly PlanResource[] =>
  [change.before, change.after].map((values) => ({ ...change, values, sensitive: undefined }));

function setsOf(planned: readonly Located[]): Iterable<readonly Located[]> {
  const sets = new Map<string, Located[]>();
  for (const one of planned) {
    const key = `${one.name} ${one.type}`;
    const set = sets.get(key);
    if (set === undefined) sets.set(key, [one]);
    else set.push(one);
  }
  return sets.values();
}

const dataOf = (data: readonly Datum[]): string =>
  JSON.stringify(data.map(({ line: _line, ...datum }) => JSON.stringify(datum)).toSorted());
