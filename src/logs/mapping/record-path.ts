import type { JsonObject } from '../format.ts';

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
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as JsonObject)[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const key = path.slice(0, dot);
    if (!Object.hasOwn(value, key)) continue;
    const found = valueAt((value as JsonObject)[key], path.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
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
      return;
    }
    for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`, depth + 1);
  };
  walk(record, '', 0);
  return keys;
}

const isTexts = (value: object): boolean => Array.isArray(value) && value.every((one) => typeof one !== 'object');
