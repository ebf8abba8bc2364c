import type { Node } from 'jsonc-parser';
import { UserError } from '../../core/errors.ts';
import type { Place } from '../../core/facts.ts';
import { closest } from '../../protocols/edit-distance.ts';
import type { Shape } from './shape.ts';

/** Where things stand in the file. */
export interface Source {
  readonly file: string;
  lineAt(offset: number): number;
  /** Filled while reading: the place of each setting by its path, `domains.example.com.policy`. */
  readonly places: Map<string, Place>;
}

/** A value that has its shape. Throws a UserError naming the line of the first thing that has not. */
export function readShape(node: Node, shape: Shape, path: string, source: Source): unknown {
  source.places.set(path, { file: source.file, line: source.lineAt(node.offset) });
  const refuse = (what: string): UserError =>
    new UserError(`${source.file} line ${source.lineAt(node.offset)}: ${path === '' ? 'the file' : path} ${what}`);
  switch (shape.kind) {
    case 'text': {
      const value: unknown = node.value;
      if (typeof value !== 'string' || value === '') throw refuse('must be a text');
      const fault = shape.fault?.(value);
      if (fault !== undefined) throw refuse(`\`${value}\` ${fault}`);
      return value;
    }
    case 'texts': {
      const values: readonly unknown[] =
        node.type === 'array' ? (node.children ?? []).map(({ value }) => value) : [node.value];
      if (values.length === 0 || !values.every((value) => typeof value === 'string' && value !== ''))
        throw refuse('must be a text, or a list of texts');
      return values.length === 1 ? values[0] : values;
    }
    case 'flag':
      if (typeof node.value !== 'boolean') throw refuse('must be true or false');
      return node.value;
    case 'choice':
      if (!shape.of.includes(node.value as string)) throw notChosen(node.value, shape, refuse);
      return node.value as string;
    case 'list': {
      if (node.type !== 'array') throw refuse('must be a list');
      return (node.children ?? []).map((one, index) => readShape(one, shape.of, `${path}[${index}]`, source));
    }
    case 'map':
    case 'object':
      break;
  }
  // `"kind": "Status"` is what people write first.
  const isColumn = shape.kind === 'object' && shape.fields['column'] !== undefined && node.type === 'string';
  if (node.type !== 'object')
    throw refuse(`must be an object${isColumn ? `, as in { "column": ${JSON.stringify(node.value)} }` : ''}`);
  return readFields(node, shape, path, source);
}

function notChosen(
  value: unknown,
  { of, meant }: Extract<Shape, { kind: 'choice' }>,
  refuse: (what: string) => UserError,
): UserError {
  const is = typeof value === 'string' && value !== '' ? `is \`${value.slice(0, LONGEST_SHOWN)}\`, and ` : '';
  const likely =
    typeof value === 'string' ? (meant?.(value) ?? closest(value, of, Math.floor(value.length / 3))) : undefined;
  return refuse(`${is}must be one of ${of.join(', ')}${likely === undefined ? '' : `; did you mean \`${likely}\`?`}`);
}
const LONGEST_SHOWN = 60;

function readFields(
  node: Node,
  shape: Extract<Shape, { kind: 'map' | 'object' }>,
  path: string,
  source: Source,
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const { children: [keyNode, valueNode] = [] } of node.children ?? []) {
    if (keyNode === undefined || valueNode === undefined) continue;
    const key = String(keyNode.value);
    const where = `${source.file} line ${source.lineAt(keyNode.offset)}: ${path === '' ? 'the file' : path}`;
    if (Object.hasOwn(value, key)) throw new UserError(`${where} has the key \`${key}\` twice`);
    const fault = keyFault(key, shape);
    if (fault !== undefined) throw new UserError(`${where}: \`${key}\` ${fault.what}`, fault.why);
    const of = shape.kind === 'map' ? shape.of : shape.fields[key];
    if (of !== undefined) value[key] = readShape(valueNode, of, path === '' ? key : `${path}.${key}`, source);
  }
  const missing = shape.kind === 'object' ? shape.required?.find((key) => !Object.hasOwn(value, key)) : undefined;
  if (missing !== undefined)
    throw new UserError(
      `${source.file} line ${source.lineAt(node.offset)}: ${path === '' ? 'the file' : path} lacks \`${missing}\``,
      shape.kind === 'object' ? `${missing}: ${shape.fields[missing]?.about}` : undefined,
    );
  if (shape.kind === 'object' && shape.atLeastOne === true && Object.keys(value).length === 0)
    throw new UserError(
      `${source.file} line ${source.lineAt(node.offset)}: ${path} says nothing`,
      `there may be ${Object.keys(shape.fields).join(', ')}`,
    );
  return value;
}

function keyFault(
  key: string,
  shape: Extract<Shape, { kind: 'map' | 'object' }>,
): { readonly what: string; readonly why?: string } | undefined {
  if (shape.kind === 'map') {
    const what = shape.keyFault(key);
    return what === undefined ? undefined : { what };
  }
  if (Object.hasOwn(shape.fields, key)) return undefined;
  const keys = Object.keys(shape.fields);
  const near = closest(key, keys, Math.max(1, Math.floor(key.length / 3)));
  return {
    what: `is no key here${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
    why: `there may be ${keys.join(', ')}`,
  };
}
