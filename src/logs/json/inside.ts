import type { JsonObject } from '../format.ts';
import { itemIn } from './dynamo.ts';
import { objectsIn } from './enclosed.ts';
import { LIST_KEYS } from './lists.ts';
import { isObject, jsonIn } from './parsed.ts';

export { isObject } from './parsed.ts';

/**
 * What is wrapped in an object that is no event itself: a page of a list, what Amazon SNS, SQS, EventBridge and
 * CloudWatch put around a message. Undefined: nothing is; empty: it is a wrapper without a message for us.
 */
export function inside(value: JsonObject): readonly JsonObject[] | undefined {
  // SNS: https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
  if (typeof value['TopicArn'] === 'string' || typeof value['UnsubscribeURL'] === 'string')
    return jsonIn(value['Message']) ?? [];
  if (isObject(value['Sns'])) return [value['Sns']];
  // EventBridge: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
  if (isObject(value['detail']) && typeof value['detail-type'] === 'string') return [value['detail']];
  const item = itemIn(value);
  if (item !== undefined) return [item];
  const lists = Object.keys(value).filter((key) => LIST_KEYS.has(key) && Array.isArray(value[key]));
  if (lists.length > 0) return lists.flatMap((key) => (value[key] as readonly unknown[]).filter(isObject));
  // SQS, in the words of its interface and of Lambda's; captured requests; CloudWatch.
  return jsonIn(value['body']) ?? jsonIn(value['Body']) ?? jsonIn(value['message']) ?? jsonIn(value['Message']);
}

/** SQS around SNS around an event is three. Stops an object that wraps itself a thousand times. */
const NESTING = 5;

/**
 * All that is wrapped in it, wrappers too, to be looked at; and whatever else it holds, since requests that a tool has
 * kept and rows of a database have an event under any name.
 */
export function insides(value: JsonObject, depth = 0): readonly JsonObject[] {
  if (depth >= NESTING) return [];
  const inner = inside(value) ?? Object.values(value).flatMap((one) => objectsIn(one));
  return inner.flatMap((one) => [one, ...insides(one, depth + 1)]);
}

type Read = (value: JsonObject) => boolean;
type Unknown = (value: JsonObject) => void;

/**
 * Reads what is wrapped in an object that `read` does not know; hands what nobody knows to `unknown`. How many objects
 * that were.
 */
export function readInside(value: JsonObject, read: Read, unknown: Unknown, depth = 0): number {
  if (depth > 0 && read(value)) return 1;
  const inner = depth < NESTING ? inside(value) : undefined;
  if (inner === undefined) {
    const count = depth < NESTING ? readHeld(value, read, unknown, depth) : 0;
    if (count === 0) unknown(value);
    return Math.max(count, 1);
  }
  let count = 0;
  for (const one of inner) count += readInside(one, read, unknown, depth + 1);
  return count;
}

/** The first of its values that holds an event, and no other: rows often have it twice, as it came and taken apart. */
function readHeld(value: JsonObject, read: Read, unknown: Unknown, depth: number): number {
  for (const held of Object.values(value)) {
    const strangers: JsonObject[] = [];
    let count = 0;
    for (const one of objectsIn(held)) count += readInside(one, read, (other) => void strangers.push(other), depth + 1);
    if (count === strangers.length) continue;
    for (const stranger of strangers) unknown(stranger);
    return count;
  }
  return 0;
}
