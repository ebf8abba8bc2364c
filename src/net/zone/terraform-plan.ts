import { at, isTrue, textOf } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { shown } from './presentation.ts';
import { readType } from './record-types.ts';
import { attributesOf } from './terraform/attributes.ts';
import type { Attributes } from './terraform/attributes.ts';
import { planOutcome } from './terraform/outcome.ts';
import type { LocatedRecords } from './terraform/outcome.ts';
import { makesRecords, readerOf } from './terraform/readers.ts';
import { changesOf, resourcesOf } from './terraform/resources.ts';
import type { PlanChange, PlanResource } from './terraform/resources.ts';
import { plannedZones } from './terraform/zones.ts';
import type { ZoneText } from './text.ts';
import { zoneDraft } from './zone-draft.ts';

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

/**
 * What a Terraform or OpenTofu plan does to DNS: records that exist after it, and those that do not any more. It says
 * nothing of records it does not manage. Every place is the line of the value, with the resource's address. Never throws.
 */
export function parseTerraformPlan(plan: JsonTree, { file }: { readonly file: string }): ZoneText {
  const draft = zoneDraft(file);
  const origins = new Set<string>();
  const planned: LocatedRecords[] = [];
  const outcome = planOutcome(draft, file);
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
    outcome.keep(planned);

    function readAfter(resource: PlanResource | PlanChange, attributes: Attributes): void {
      const located = locate(resource, attributes);
      if (located !== undefined) planned.push(located);
    }

    function readBefore(change: PlanChange, attributes: Attributes): void {
      const located = locate(change, attributes, true);
      if (located !== undefined) outcome.remove(located);
    }

    function locate(
      resource: PlanResource | PlanChange,
      attributes: Attributes,
      gone = false,
    ): LocatedRecords | undefined {
      const { address, type: resourceType, line, isManaged } = resource;
      const reader = isManaged ? readerOf(resourceType) : undefined;
      // What is wrong before and after the change is said once
      const isSaid = gone && own.get(address)?.after !== undefined;
      const complain = (message: string): void => {
        if (!isSaid) draft.complain(line, `${address}: ${message}`);
      };
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
}

const staysOrComes = ({ actions }: PlanChange): boolean =>
  actions.length === 0 || actions.some((action) => action !== 'delete' && action !== 'forget');
const isChanging = (change: PlanChange | undefined): boolean =>
  change !== undefined && change.actions.some((action) => action !== 'no-op' && action !== 'read');

/** For the names of zones: what a change knows of its resource, before and after. */
const statesOf = (change: PlanChange): readonly PlanResource[] =>
  [change.before, change.after].map((values) => ({ ...change, values, sensitive: undefined }));
