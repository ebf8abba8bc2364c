import type { JsonObject } from '../format.ts';
import { LIST_KEYS } from './lists.ts';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
  const lists = Object.keys(value).filter((key) => LIST_KEYS.has(key) && Array.isArray(value[key]));
  if (lists.length > 0) return lists.flatMap((key) => (value[key] as readonly unknown[]).filter(isObject));
  // SQS, in the words of its interface and of Lambda's; captured requests; CloudWatch.
  return jsonIn(value['body']) ?? jsonIn(value['Body']) ?? jsonIn(value['message']) ?? jsonIn(value['Message']);
}

function jsonIn(text: unknown): readonly JsonObject[] | undefined {
  if (typeof text !== 'string' || !/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : undefined;
  } catch {
    return undefined;
  }
}

/** SQS around SNS around an event is three. Stops an object that wraps itself a thousand times. */
const NESTING = 5;

/** All that is wrapped in it, wrappers too, to be looked at. */
export function insides(value: JsonObject, depth = 0): readonly JsonObject[] {
  const inner = depth < NESTING ? (inside(value) ?? []) : [];
  return inner.flatMap((one) => [one, ...insides(one, depth + 1)]);
}

/**
 * Reads what is wrapped in an object that `read` does not know; hands what nobody knows to `unknown`. How many objects
 * that were.
 */
export function readInside(
  value: JsonObject,
  read: (value: JsonObject) => boolean,
  unknown: (value: JsonObject) => void,
  depth = 0,
): number {
  if (depth > 0 && read(value)) return 1;
  const inner = depth < NESTING ? inside(value) : undefined;
  if (inner === undefined) {
    unknown(value);
    return 1;
  }
  let count = 0;
  for (const one of inner) count += readInside(one, read, unknown, depth + 1);
  return count;
}
