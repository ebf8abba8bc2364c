import type { JsonObject } from '../format.ts';
import { textAt } from '../json/at.ts';
import { jsonIn } from '../json/parsed.ts';

/** A line of maddy's log behind its stamp: what happened, and the fields of it. */
export interface MaddyLine {
  /** `delivery attempt failed`. */
  readonly said: string;
  readonly fields: JsonObject;
}

/** Between what is said and its fields there is a tab, which journals and forums make blanks of. */
const FIELDS = /[\t ](?=\{")/;
/** `[debug] `, `target.queue: `, `queue/pipeline: `. */
const MODULE = /^(?:\[debug\] )?(?:[\w./-]{1,64}: )?/;

/** Reads `queue: delivered⇥{"attempt":1,"msg_id":"3b24958c","rcpt":"ann@b.example"}`; undefined where it has no fields. */
export function maddyLine(text: string): MaddyLine | undefined {
  const at = FIELDS.exec(text)?.index;
  const fields = at === undefined ? undefined : jsonIn(text.slice(at + 1))?.[0];
  if (at === undefined || fields === undefined) return undefined;
  return { said: text.slice(0, at).trimEnd().replace(MODULE, ''), fields };
}

/** An attempt has the number of its message, and a time behind it: `3b24958c-6a0a81a2`. */
const OF_ATTEMPT = /-[\da-f]{1,16}$/;

/** Empty where the line is about no message, or was written before it had an id. */
export const messageIn = (fields: JsonObject): string => (textAt(fields, 'msg_id') ?? '').replace(OF_ATTEMPT, '');

/** `52.101.73.13:25`, `[2001:db8::1]:25`. */
const ENDPOINT = /^(?:\[([\da-fA-F:.]+)\]|([\d.]+)):(\d{1,5})$/;

export function endpointIn(
  fields: JsonObject,
  key: string,
): { readonly ip: string; readonly port: number } | undefined {
  const [, v6, v4, port] = ENDPOINT.exec(textAt(fields, key) ?? '') ?? [];
  const ip = v6 ?? v4;
  return ip === undefined ? undefined : { ip, port: Number(port) };
}

/** Without the final dot of an MX record. */
export const hostIn = (fields: JsonObject, key: string): string | undefined => textAt(fields, key)?.replace(/\.$/, '');
