import type { JsonObject } from '../format.ts';
import { withBigNumbersAsText } from './big-number.ts';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a text that is JSON; integers beyond 2^53 as text. */
export function jsonIn(text: unknown): readonly JsonObject[] | undefined {
  if (typeof text !== 'string' || !/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(withBigNumbersAsText(text));
    return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : undefined;
  } catch {
    return undefined;
  }
}
