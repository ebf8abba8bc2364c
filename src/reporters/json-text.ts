import { UNSEEN } from '../core/readable.ts';

const ALL_UNSEEN = new RegExp(UNSEEN, 'g');

/**
 * JSON that is safe to print: what JSON.stringify leaves raw and a terminal, or an eye, would fall for (DEL and C1 controls,
 * bidirectional overrides, invisible characters) is escaped. The value stays the same.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(ALL_UNSEEN, (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
}
