import type { JsonObject } from './format.ts';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is not empty, or a number as text: ids come as either, and beyond 2^53 always as text. */
export const textAt = (object: JsonObject | undefined, key: string): string | undefined => asText(object?.[key]);

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

const DECIMAL = /^-?\d{1,20}(?:\.\d{1,20})?$/;

/** A number, also where it is written as a text. */
export function numberAt(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : undefined;
}

export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isObject(value) ? value : undefined;
}

/** Empty where there is no list. */
export function listAt(object: JsonObject | undefined, key: string): readonly unknown[] {
  const value = object?.[key];
  return Array.isArray(value) ? value : [];
}

/** The texts of a list, or the only one where it stands by itself. */
export function textsAt(object: JsonObject | undefined, key: string): string[] {
  const value = object?.[key];
  return (Array.isArray(value) ? value : [value]).map(asText).filter((text) => text !== undefined);
}

/** An object as people see it among what was not read. */
export function recordText(record: JsonObject): string {
  try {
    return JSON.stringify(record);
  } catch {
    // Nested a hundred thousand deep: what can be parsed cannot always be written.
    return `an object with ${Object.keys(record).slice(0, 10).join(', ')}`;
  }
}
