import type { JsonObject } from '../format.ts';
import { isObject } from '../json/parsed.ts';
import { valueAt } from './record-path.ts';

/**
 * The events that stand in a list within an object, each with what the object says of all of them: what an event says itself
 * comes first. Undefined where there is no such list.
 */
export function eventsWithin(record: JsonObject, path: string): readonly JsonObject[] | undefined {
  const list = valueAt(record, path);
  if (!Array.isArray(list)) return undefined;
  return list.filter(isObject).map((one) => ({ ...record, [path]: one, ...one }));
}
