import type { JsonObject } from '../format.ts';
import { jsonIn } from '../json/parsed.ts';

/** The object a text holds as JSON, as databases and shippers of logs keep a message; undefined where it holds none. */
export const objectIn = (text: string): JsonObject | undefined =>
  text.trimStart().startsWith('{') ? jsonIn(text)?.[0] : undefined;

// A mapping asks for several keys of one text, one after the other.
let last: { readonly text: string; readonly object: JsonObject | undefined } | undefined;

/** The same, of the text that was asked for last without reading it again. */
export function heldIn(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined;
  if (last?.text !== text) last = { text, object: objectIn(text) };
  return last.object;
}
