import type { JsonObject } from '../format.ts';
import { numberOf, textOf } from './fields.ts';
import { isObject } from './inside.ts';

/** A text that is not empty, or a number as text, under this key. */
export const textAt = (object: JsonObject | undefined, key: string): string | undefined => textOf(object?.[key]);

/** A number, also where it is written as text. */
export const numberAt = (object: JsonObject | undefined, key: string): number | undefined => numberOf(object?.[key]);

export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isObject(value) ? value : undefined;
}

/** Empty where there is no list. */
export function listAt(object: JsonObject | undefined, key: string): readonly unknown[] {
  const value = object?.[key];
  return Array.isArray(value) ? value : [];
}

/** The objects of a list, or the only one where it stands by itself. */
export function objectsAt(object: JsonObject | undefined, key: string): JsonObject[] {
  const value = object?.[key];
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** The texts of a list, or the only one where it stands by itself. */
export function textsAt(object: JsonObject | undefined, key: string): string[] {
  const value = object?.[key];
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== undefined);
}
