/** What schemas are made of. */
export const text = { type: 'string' } as const;
export const number = { type: 'number' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const date = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\d$` } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const share = { type: 'number', minimum: 0, maximum: 1 } as const;
export const level = { enum: ['error', 'warning', 'note'] } as const;
export const list = (items: object) => ({ type: 'array', items }) as const;
export const map = (values: object) => ({ type: 'object', additionalProperties: values }) as const;

/** All keys but the optional ones are required; keys not named may be added. */
export function object(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required };
}

/** Exactly `min`, or up to `max`; without `max` nobody can say how many more. */
export const between = object({ min: count, max: count }, ['max']);
