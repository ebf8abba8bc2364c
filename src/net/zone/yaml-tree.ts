import type { Document, Node } from 'yaml';

/** YAML with every scalar as text and a line to everything: what parsers of configuration need, and nothing else. */
export type YamlTree = YamlText | YamlList | YamlMap;
export interface YamlText {
  readonly kind: 'text';
  readonly line: number;
  readonly text: string;
}
export interface YamlList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly YamlTree[];
}
export interface YamlMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: readonly { readonly key: YamlTree; readonly value: YamlTree }[];
}

export interface YamlReading {
  /** Undefined for an empty text, and for one that cannot be read at all. */
  readonly tree: YamlTree | undefined;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/**
 * A YAML document as a tree. Aliases share the tree of their anchor, so a bomb of aliases stays as small as its text;
 * whoever walks the tree decides how much of it to visit. Never throws.
 */
export async function readYaml(text: string): Promise<YamlReading> {
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } = await import('yaml');
  const problems: { line: number; message: string }[] = [];
  const lines = new LineCounter();
  const lineOf = (node: unknown): number => {
    const range = (node as Node | null | undefined)?.range;
    return range ? lines.linePos(range[0]).line : 1;
  };

  /** An alias stands for the anchor before it; one walk finds all, where asking the library for each is quadratic. */
  function aliasTargets(document: Document): ReadonlyMap<unknown, Node> {
    const anchors = new Map<string, Node>();
    const targets = new Map<unknown, Node>();
    visit(document, {
      Node(_key, node) {
        const target = isAlias(node) ? anchors.get(node.source) : undefined;
        if (target !== undefined) targets.set(node, target);
        else if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
      },
    });
    return targets;
  }

  function treeOf(root: unknown, targets: ReadonlyMap<unknown, Node>): YamlTree {
    const known = new Map<unknown, YamlTree>();
    const convert = (given: unknown): YamlTree => {
      const node = targets.get(given) ?? given;
      const before = known.get(node);
      if (before !== undefined) return before;
      const line = lineOf(node);
      if (isSeq(node)) {
        const items: YamlTree[] = [];
        known.set(node, { kind: 'list', line, items }); // before its items: an alias may lead back up
        for (const item of node.items) items.push(convert(item));
      } else if (isMap(node)) {
        const entries: { key: YamlTree; value: YamlTree }[] = [];
        known.set(node, { kind: 'map', line, entries });
        for (const { key, value } of node.items) entries.push({ key: convert(key), value: convert(value) });
      } else {
        return { kind: 'text', line, text: isScalar(node) && typeof node.value === 'string' ? node.value : '' };
      }
      return known.get(node) as YamlTree;
    };
    return convert(root);
  }

  if (nestsTooDeeply(text)) return { tree: undefined, problems: [{ line: 1, message: 'it is nested too deeply' }] };
  try {
    // The failsafe schema leaves every scalar text: 129688 is a label, `no` is a word. The library's search for double
    // keys compares each with each, so it is left to the caller.
    const options = { schema: 'failsafe', uniqueKeys: false, lineCounter: lines, prettyErrors: false } as const;
    const document: Document = parseDocument(text, options);
    for (const { message, pos } of [...document.errors, ...document.warnings]) {
      problems.push({ line: lines.linePos(pos[0]).line, message: firstLine(message) });
    }
    const root = document.contents;
    return { tree: root === null ? undefined : treeOf(root, aliasTargets(document)), problems };
  } catch (error) {
    // Thousands of nested brackets end the library's recursion, and ours
    problems.push({ line: 1, message: firstLine(error instanceof Error ? error.message : String(error)) });
    return { tree: undefined, problems };
  }
}

/** Brackets in brackets. A zone has two or three; of thousands, the library makes hundreds of megabytes before it gives up. */
const DEEPEST = 100;

/** Brackets in texts count as well: those of a zone come in pairs. */
function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

const firstLine = (message: string): string => (message.split('\n', 1)[0] ?? '').slice(0, 200);
