import type { ParseError } from 'jsonc-parser';
import { UserError } from '../../core/errors.ts';
import { readShape, type Source } from './read-shape.ts';
import type { Shape } from './shape.ts';

/** A text as its shape says it is, with where things stand in it. Throws a UserError for what is wrong in it. */
export async function readText(
  text: string,
  file: string,
  shape: Shape,
): Promise<{ readonly value: unknown; readonly source: Source }> {
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const tree = notTooDeep(file, () => parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true }));
  const lineAt = linesOf(text);
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    if (first === undefined || text.trim() === '') throw new UserError(`${file} is empty`);
    const rest = text.slice(first.offset).split('\n', 1)[0]?.trim() ?? '';
    const at = rest === '' ? '' : `, at \`${rest.slice(0, LONGEST_SHOWN)}${rest.length > LONGEST_SHOWN ? '…' : ''}\``;
    throw new UserError(
      `${file} is not JSON`,
      `line ${lineAt(first.offset)}${at}: ${spaced(printParseErrorCode(first.error))}`,
    );
  }
  const source: Source = { file, lineAt, places: new Map() };
  return { value: readShape(tree, shape, '', source), source };
}

const LONGEST_SHOWN = 30;

/** Thousands of brackets in one another end the library's recursion. */
function notTooDeep<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${file} is not JSON`, 'it is nested too deeply');
    throw error;
  }
}

/** The line an offset lies on, 1-based. */
function linesOf(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** `PropertyNameExpected` in words. */
const spaced = (code: string): string => code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
