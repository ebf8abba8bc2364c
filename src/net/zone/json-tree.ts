import type { JSONVisitor, ParseError } from 'jsonc-parser';

/** JSON with a line to everything. Of a key that is there twice the last one counts, as for everybody else. */
export type JsonTree = JsonScalar | JsonList | JsonMap;
export interface JsonScalar {
  readonly kind: 'scalar';
  readonly line: number;
  readonly value: string | number | boolean | null;
}
export interface JsonList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly JsonTree[];
}
export interface JsonMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: ReadonlyMap<string, JsonTree>;
}

export type JsonReading =
  | { readonly tree: JsonTree }
  /** Half a document may lack what matters, so a broken one has no tree at all. */
  | { readonly problem: string; readonly line: number };

/** A plan of 20 MB has half a million values; a file of brackets alone would fill the memory a hundred times its size. */
const MOST_VALUES = 4_000_000;
/** Modules in modules stay below 20; thousands of nested brackets would end the recursion of whoever walks the tree. */
const DEEPEST = 200;

/** Ends the library's walk, which knows no other way. */
const STOP = new Error('enough has been read');

/**
 * A JSON document (RFC 8259) as a tree; a mark at its beginning is passed over. Never throws.
 * `isWanted` chooses among the keys of the outermost object: of the others nothing but their being there is kept.
 */
export async function readJson(text: string, isWanted: (key: string) => boolean = () => true): Promise<JsonReading> {
  const { printParseErrorCode, visit } = await import('jsonc-parser');
  const top: JsonTree[] = [];
  const open: Container[] = [];
  let values = 0;
  let problem: { readonly problem: string; readonly line: number } | undefined;
  const stop = (what: string, line: number): never => {
    problem = { problem: what, line: line + 1 };
    throw STOP;
  };

  function place(tree: JsonTree): void {
    values += 1;
    if (values > MOST_VALUES) stop(`it holds more than ${MOST_VALUES} values`, tree.line - 1);
    const inside = open.at(-1);
    if (inside === undefined) top.push(tree);
    else if (inside.kind === 'list') inside.items.push(tree);
    else inside.entries.set(inside.key, tree);
  }
  function begin(container: Container): boolean {
    if (open.length === DEEPEST) stop(`it is nested deeper than ${DEEPEST} levels`, container.line - 1);
    const [outermost] = open;
    const passedOver = open.length === 1 && outermost?.kind === 'map' && !isWanted(outermost.key);
    place(passedOver ? { kind: 'scalar', line: container.line, value: null } : container);
    // The library tells of the end of what is passed over as well
    open.push(container);
    return !passedOver;
  }

  const visitor: JSONVisitor = {
    onObjectBegin: (_offset, _length, line) => begin({ kind: 'map', line: line + 1, entries: new Map(), key: '' }),
    onArrayBegin: (_offset, _length, line) => begin({ kind: 'list', line: line + 1, items: [] }),
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onObjectProperty(key) {
      const inside = open.at(-1);
      if (inside?.kind === 'map') inside.key = key;
    },
    onLiteralValue: (value: JsonScalar['value'], _offset, _length, line) =>
      place({ kind: 'scalar', line: line + 1, value }),
    onError: (error: ParseError['error'], _offset, _length, line) =>
      stop(`JSON: ${wordsOf(printParseErrorCode(error))}`, line),
  };
  try {
    visit(text.replace(/^\uFEFF/, ' '), visitor, { disallowComments: true });
  } catch (error) {
    // Only in what is passed over: there nobody counts the brackets, and the library's recursion ends
    if (error !== STOP) problem ??= { problem: 'it is nested too deeply', line: 1 };
  }
  const [tree] = top;
  if (problem !== undefined) return problem;
  return tree === undefined ? { problem: 'JSON: it is empty', line: 1 } : { tree };
}

type Container =
  | { readonly kind: 'list'; readonly line: number; readonly items: JsonTree[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: Map<string, JsonTree>; key: string };

/** `CommaExpected` as `comma expected`. */
const wordsOf = (code: string): string => code.replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

/** What stands at a key; undefined where nothing does, or null. */
export function at(tree: JsonTree | undefined, ...keys: readonly string[]): JsonTree | undefined {
  let found = tree;
  for (const key of keys) found = found?.kind === 'map' ? found.entries.get(key) : undefined;
  return found?.kind === 'scalar' && found.value === null ? undefined : found;
}

/** Text, or a number as text: what is 10 in one provider's resource is "10" in another's. */
export function textOf(tree: JsonTree | undefined): string | undefined {
  if (tree?.kind !== 'scalar' || tree.value === null || typeof tree.value === 'boolean') return undefined;
  return String(tree.value);
}

export const isTrue = (tree: JsonTree | undefined): boolean => tree?.kind === 'scalar' && tree.value === true;
export const itemsOf = (tree: JsonTree | undefined): readonly JsonTree[] => (tree?.kind === 'list' ? tree.items : []);
