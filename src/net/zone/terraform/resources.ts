import { visible } from '../../../core/readable.ts';
import { at, itemsOf, textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';

/** One instance of a resource or data source, as the prior or the planned state holds it. */
export interface PlanResource {
  /** `module.mail.aws_route53_record.spf["a"]`, fit to be shown. */
  readonly address: string;
  readonly type: string;
  readonly isManaged: boolean;
  readonly values: JsonTree | undefined;
  readonly sensitive: JsonTree | undefined;
  readonly line: number;
}

/** What is to happen to one instance. */
export interface PlanChange extends Pick<PlanResource, 'address' | 'type' | 'isManaged' | 'line'> {
  /** `create`, `read`, `update`, `delete`, `forget`, `no-op`; two of them for a replacement. */
  readonly actions: readonly string[];
  /** The change is to a remnant of a replacement that failed, not to the instance itself. */
  readonly isDeposed: boolean;
  readonly before: JsonTree | undefined;
  readonly beforeSensitive: JsonTree | undefined;
  readonly after: JsonTree | undefined;
  readonly afterUnknown: JsonTree | undefined;
  readonly afterSensitive: JsonTree | undefined;
}

const LONGEST_ADDRESS = 200;

/** All instances of a state, in its root module and all below. */
export function resourcesOf(state: JsonTree | undefined): readonly PlanResource[] {
  const modules = [at(state, 'root_module')];
  const resources: PlanResource[] = [];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    for (const tree of itemsOf(at(module, 'resources'))) {
      const values = at(tree, 'values');
      resources.push({ ...nameOf(tree), values, sensitive: at(tree, 'sensitive_values') });
    }
    modules.push(...itemsOf(at(module, 'child_modules')).toReversed());
  }
  return resources;
}

export const changesOf = (plan: JsonTree): readonly PlanChange[] =>
  itemsOf(at(plan, 'resource_changes')).map((tree) => {
    const change = at(tree, 'change');
    return {
      ...nameOf(tree),
      actions: itemsOf(at(change, 'actions')).flatMap((action) => textOf(action) ?? []),
      isDeposed: at(tree, 'deposed') !== undefined,
      before: at(change, 'before'),
      beforeSensitive: at(change, 'before_sensitive'),
      after: at(change, 'after'),
      afterUnknown: at(change, 'after_unknown'),
      afterSensitive: at(change, 'after_sensitive'),
    };
  });

function nameOf(tree: JsonTree): Pick<PlanResource, 'address' | 'type' | 'isManaged' | 'line'> {
  const type = textOf(at(tree, 'type')) ?? '';
  const address = textOf(at(tree, 'address')) ?? `a resource of type ${type}`;
  return {
    address: visible(address.slice(0, LONGEST_ADDRESS)),
    type,
    isManaged: textOf(at(tree, 'mode')) !== 'data',
    line: tree.line,
  };
}
