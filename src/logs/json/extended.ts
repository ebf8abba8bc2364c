import { isObject } from './parsed.ts';

/** A date within a date, and a number in it, is as deep as it gets. */
const NESTING = 2;

/**
 * What stands under the name of its type, as MongoDB exports it: `{"$numberLong": "1794218400"}`, `{"$date": …}`. Anything
 * else as it is. https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/
 */
export function withoutType(value: unknown, depth = 0): unknown {
  if (!isObject(value) || depth > NESTING) return value;
  const [type, ...others] = Object.keys(value);
  if (type === undefined || others.length > 0 || !type.startsWith('$')) return value;
  if (type === '$date') return withoutType(value[type], depth + 1);
  return type === '$numberInt' || type === '$numberLong' || type === '$numberDouble' ? value[type] : value;
}
