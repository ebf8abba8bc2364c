import type { JsonObject } from '../format.ts';
import { isObject } from '../json/parsed.ts';
import { valueAt } from './record-path.ts';

/**
 * The events that stand in a list within an object, each with what the object says of all of them: what an event says itself
 * comes first. A list may stand in the objects of another, `messages.history`. Undefined where there is no such list.
 */
export function eventsWithin(record: JsonObject, path: string): readonly JsonObject[] | undefined {
  const list = valueAt(record, path);
  if (Array.isArray(list)) return list.filter(isObject).map((one) => ({ ...record, [path]: one, ...one }));
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const around = path.slice(0, dot);
    if (!Array.isArray(valueAt(record, around))) continue;
    return eventsWithin(record, around)?.flatMap(
      (one) => eventsWithin({ ...one, [around]: undefined }, path.slice(dot + 1)) ?? [],
    );
  }
  return undefined;
}
