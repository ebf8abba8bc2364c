import type { JsonObject } from '../format.ts';
import { jsonBehind } from './behind-text.ts';
import { isObject, jsonIn } from './parsed.ts';

/**
 * Objects that a value holds: itself, those of a list, or those of a text that is JSON, a form, or either in base64, or that
 * ends in JSON, as lines of a program's log do.
 */
export function objectsIn(value: unknown, depth = 0): readonly JsonObject[] {
  if (isObject(value)) return [value];
  if (Array.isArray(value)) return depth < NESTING ? value.flatMap((one) => inList(one, depth)) : [];
  if (typeof value !== 'string') return [];
  return jsonIn(value) ?? formsIn(value) ?? base64In(value) ?? jsonBehind(value) ?? [];
}

/** Lists within lists: Loki has a list of pairs of a time and a line. */
const NESTING = 3;

/** What stands in a list as a text is one of many: only a line with an object in it is looked through. */
const inList = (one: unknown, depth: number): readonly JsonObject[] =>
  typeof one === 'string' ? (one.includes('{') ? (jsonBehind(one) ?? []) : []) : objectsIn(one, depth + 1);

const FIELD = String.raw`[\w.%*~[\]+-]{1,200}=[^\s&]*`;
const FORM_BEGINS = new RegExp(`^\\s*${FIELD}`);
const FORM = new RegExp(`^${FIELD}(?:&${FIELD})+$`);
/** A field that stands alone is one only where it holds JSON: `mandrill_events=%5B%7B…`. */
const JSON_FIELD = /^[\w.-]{1,200}=(?:%5B|%7B|[[{])[^\s&]*$/i;

/** Whether a text begins like the body of a form, however long it is. */
export const beginsForm = (text: string): boolean => FORM_BEGINS.test(text);

/** The fields of application/x-www-form-urlencoded as an object; those of one name as a list. */
export function formIn(text: string): JsonObject | undefined {
  if (!FORM.test(text) && !JSON_FIELD.test(text)) return undefined;
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (Array.isArray(before)) before.push(value);
    else fields[name] = before === undefined ? value : [before, value];
  }
  return fields;
}

function formsIn(text: string): readonly JsonObject[] | undefined {
  const form = formIn(text);
  return form === undefined ? undefined : [form];
}

/** `{"`, `{` and `[{` with blanks or without, and `POST /`, in base64. */
const BASE64 = /^(?:ey[AIJ]|ew[0ok]|W3s|W[wy][0Aok]|UE9TVCAv)[\w+/-]+={0,2}$/;

/** What queues hand out (Pub/Sub, Kinesis, Firehose, API gateways), and whole requests as tunnels keep them. */
function base64In(text: string): readonly JsonObject[] | undefined {
  if (!BASE64.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString();
  const body = plain.startsWith('POST ') ? plain.slice(plain.search(/\r?\n\r?\n/)).trim() : plain;
  return jsonIn(body) ?? formsIn(body);
}
