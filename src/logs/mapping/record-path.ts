import type { JsonObject } from '../format.ts';
import { heldIn } from './held-object.ts';

/** Levels an object is looked into. Stops brackets nested by the thousand. */
const DEEPEST = 8;
/** Keys of an object that are looked at. */
const MOST_KEYS = 500;

/**
 * The text at a dotted path; empty where there is none. A key may have dots itself, and a number is a place in a list;
 * of a list of texts all of them, with commas.
 */
export function textAt(record: JsonObject, path: string): string {
  return textOf(valueAt(record, path));
}

export function valueAt(value: unknown, path: string): unknown {
  if (typeof value === 'string') return valueAt(heldIn(value), path);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as JsonObject)[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const key = path.slice(0, dot);
    if (!Object.hasOwn(value, key)) continue;
    const inner = (value as JsonObject)[key];
    const rest = path.slice(dot + 1);
    const found = valueAt(inner, rest) ?? (Array.isArray(inner) ? pairedAt(inner, rest) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names for names and for values in a list of pairs, as tags, headers, attributes and custom fields are written. */
const PAIRS: readonly (readonly [name: string, value: string])[] = [
  'name',
  'Name',
  'key',
  'Key',
  'field',
  'label',
  'id',
  'code',
].flatMap((name) => ['value', 'Value', 'val', 'values'].map((value) => [name, value] as const));

/** How the pairs of a list are written; undefined where it is none of pairs. */
function pairingOf(list: readonly unknown[]): readonly [name: string, value: string] | undefined {
  const [first] = list;
  if (typeof first !== 'object' || first === null) return undefined;
  const pair = PAIRS.find(([name, value]) => Object.hasOwn(first, name) && Object.hasOwn(first, value));
  return pair !== undefined && typeof (first as JsonObject)[pair[0]] === 'string' ? pair : undefined;
}

/** `[{"name": "status", "value": "sent"}]` has `status`, wherever in the list it stands. */
function pairedAt(list: readonly unknown[], path: string): unknown {
  const pair = pairingOf(list);
  if (pair === undefined) return undefined;
  const one = list.find((item) => typeof item === 'object' && item !== null && (item as JsonObject)[pair[0]] === path);
  return one === undefined ? undefined : typed((one as JsonObject)[pair[1]]);
}

/** `{"string_value": "sent"}`: a value under the name of its type, as warehouses write those of any type. */
function typed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [only, another] = Object.values(value).filter((one) => one !== null);
  return another === undefined ? only : value;
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'object' ? '' : textOf(one)))
      .filter(Boolean)
      .join(',');
  return '';
}

/** Every dotted path at which there is a text. */
export function flatKeys(record: JsonObject): string[] {
  const keys: string[] = [];
  const walk = (value: unknown, path: string, depth: number): void => {
    if (keys.length >= MOST_KEYS || depth > DEEPEST) return;
    if (typeof value !== 'object' || value === null || isTexts(value)) {
      if (path !== '') keys.push(path);
      const held = typeof value === 'string' ? heldIn(value) : undefined;
      if (held !== undefined) walk(held, path, depth + 1);
      return;
    }
    const pair = Array.isArray(value) ? pairingOf(value) : undefined;
    if (pair !== undefined) {
      for (const one of value as readonly unknown[])
        if (typeof one === 'object' && one !== null && path !== '')
          keys.push(`${path}.${String((one as JsonObject)[pair[0]])}`);
      return;
    }
    for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`, depth + 1);
  };
  walk(record, '', 0);
  return keys;
}

const isTexts = (value: object): boolean => Array.isArray(value) && value.every((one) => typeof one !== 'object');
