import type { JsonObject } from '../format.ts';
import { isObject } from './parsed.ts';

const TYPES: ReadonlySet<string> = new Set(['S', 'N', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'B', 'BS']);
/** Maps within maps. DynamoDB itself goes no deeper. */
const NESTING = 32;

/** What is said of an item, and its place in an export or a stream. */
const AROUND = ['Item', 'NewImage'];

/**
 * An item of Amazon DynamoDB as an ordinary object; undefined where it is none. Every value stands there under its type
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html).
 */
export function itemIn(value: JsonObject): JsonObject | undefined {
  for (const key of AROUND) {
    const item = value[key];
    if (isObject(item) && isTypedMap(item)) return plainMap(item, 0);
  }
  return undefined;
}

const isTypedMap = (item: JsonObject): boolean => {
  const values = Object.values(item);
  return values.length > 0 && values.every((one) => isObject(one) && typeOf(one) !== undefined);
};

function typeOf(value: JsonObject): string | undefined {
  const [type, ...others] = Object.keys(value);
  return type !== undefined && others.length === 0 && TYPES.has(type) ? type : undefined;
}

function plainMap(item: JsonObject, depth: number): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, plain(value, depth)]));
}

function plain(value: unknown, depth: number): unknown {
  const type = isObject(value) ? typeOf(value) : undefined;
  if (!isObject(value) || type === undefined || depth > NESTING) return undefined;
  const held = value[type];
  if (type === 'N') return typeof held === 'string' && Number.isSafeInteger(Number(held)) ? Number(held) : held;
  if (type === 'NULL') return null;
  if (type === 'M') return isObject(held) ? plainMap(held, depth + 1) : undefined;
  if (type === 'L') return Array.isArray(held) ? held.map((one) => plain(one, depth + 1)) : undefined;
  return held;
}
