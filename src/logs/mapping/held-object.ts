import type { JsonObject } from '../format.ts';
import { jsonIn } from '../json/parsed.ts';

/** The object a text holds as JSON, as databases and shippers of logs keep a message; undefined where it holds none. */
export const objectIn = (text: string): JsonObject | undefined =>
  text.trimStart().startsWith('{') ? jsonIn(text)?.[0] : undefined;

/** The same, without reading again the text that was asked for last: a mapping asks for several keys of one text. */
export function objectsIn(): (text: string) => JsonObject | undefined {
  let last: { readonly text: string; readonly object: JsonObject | undefined } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, object: objectIn(text) };
    return last.object;
  };
}

const lastHeld = objectsIn();
/** Of a text that is a value within an object. */
export const heldIn = (text: string): JsonObject | undefined => (text.startsWith('{') ? lastHeld(text) : undefined);
