import { at, isTrue, itemsOf, textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';

/** The attributes of one resource, before or after the change. */
export interface Attributes {
  /** Line of the resource's values. */
  readonly line: number;
  get(key: string): JsonTree | undefined;
  text(key: string): string | undefined;
  /** The items of a list, or the blocks of a kind; a single block stands for a list of one. */
  items(key: string): readonly JsonTree[];
  isTrue(key: string): boolean;
  /** Why nobody can know all of these values now; undefined where everything in them is told. */
  hidden(...keys: readonly string[]): string | undefined;
}

/**
 * What a plan says of a resource. Values that are known only after apply are not among `values`, and `unknown` holds
 * `true` in their places; those marked sensitive are among them, and `sensitive` holds `true` in their places.
 */
export function attributesOf(
  values: JsonTree | undefined,
  unknown: JsonTree | undefined,
  sensitive: JsonTree | undefined,
): Attributes {
  const get = (key: string): JsonTree | undefined => at(values, key);
  return {
    line: values?.line ?? 1,
    get,
    text: (key) => textOf(get(key)),
    items(key) {
      const tree = get(key);
      return tree?.kind === 'map' ? [tree] : itemsOf(tree);
    },
    isTrue: (key) => isTrue(get(key)),
    hidden(...keys) {
      if (keys.some((key) => isTrue(unknown) || holdsTrue(at(unknown, key)))) return 'is known only after apply';
      // Whoever marks a value sensitive does not want to see it in a report
      if (keys.some((key) => isTrue(sensitive) || holdsTrue(at(sensitive, key)))) return 'is marked as sensitive';
      return undefined;
    },
  };
}

/** Not deeper than the reader of JSON lets trees be. */
function holdsTrue(tree: JsonTree | undefined): boolean {
  if (tree?.kind === 'list') return tree.items.some(holdsTrue);
  if (tree?.kind === 'map') return [...tree.entries.values()].some(holdsTrue);
  return isTrue(tree);
}
