/**
 * What a settings file may hold, said once: the reader and the published JSON Schema are both made from it.
 * `about` is what people read of it.
 */
export type Shape = { readonly about: string } & (
  | {
      readonly kind: 'text';
      /** What is wrong with a text, as a phrase; undefined where nothing is. */
      readonly fault?: (text: string) => string | undefined;
      readonly example?: string;
      /** What a schema can say of `fault`. */
      readonly schema?: object;
    }
  /** A text, or several in the order in which they count. */
  | { readonly kind: 'texts'; readonly example?: string }
  | { readonly kind: 'flag' }
  | {
      readonly kind: 'choice';
      readonly of: readonly string[];
      /** What was likely meant by something else. */
      readonly meant?: (typed: string) => string | undefined;
    }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Any keys that `keyFault` lets pass. */
  | {
      readonly kind: 'map';
      readonly of: Shape;
      readonly keyFault: (key: string) => string | undefined;
      /** What a schema can say of `keyFault`. */
      readonly keys?: object;
    }
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
      /** Whether an empty one says nothing, and is refused. */
      readonly atLeastOne?: true;
      /** What goes with what, and whatever else a schema can say of it. */
      readonly schema?: object;
    }
);

/** The JSON Schema (2020-12) of a shape. */
export function jsonSchemaOf(shape: Shape): object {
  return { description: shape.about, ...typeOf(shape) };
}

function typeOf(shape: Shape): object {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', minLength: 1, ...shape.schema, ...examplesOf(shape) };
    case 'texts': {
      const text = { type: 'string', minLength: 1 };
      return { anyOf: [text, { type: 'array', items: text, minItems: 1 }], ...examplesOf(shape) };
    }
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.of };
    case 'list':
      return { type: 'array', items: jsonSchemaOf(shape.of) };
    case 'map':
      return {
        type: 'object',
        ...(shape.keys === undefined ? {} : { propertyNames: shape.keys }),
        additionalProperties: jsonSchemaOf(shape.of),
      };
    case 'object':
      break;
  }
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(shape.fields).map(([key, one]) => [key, jsonSchemaOf(one)])),
    ...(shape.required === undefined ? {} : { required: shape.required }),
    ...(shape.atLeastOne === undefined ? {} : { minProperties: 1 }),
    ...shape.schema,
  };
}

const examplesOf = ({ example }: { readonly example?: string }): object =>
  example === undefined ? {} : { examples: [example] };
