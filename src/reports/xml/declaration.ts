import { EQUALS, GREATER, QUESTION, isBlank, isQuote } from './characters.ts';
import { type Cursor, END, NotWellFormed, next, nextAfterBlanks, startOf } from './cursor.ts';

/** What each value must look like, and what may follow it (§2.8). */
const FIELDS: ReadonlyMap<string, { readonly form: RegExp; readonly told: string; readonly next: readonly string[] }> =
  new Map([
    [
      'version',
      {
        form: /^1\.[0-9]+$/,
        told: String.raw`version number must match /^1\.[0-9]+$/`,
        next: ['encoding', 'standalone'],
      },
    ],
    [
      'encoding',
      {
        form: /^[A-Za-z][A-Za-z0-9._-]*$/,
        told: 'encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/',
        next: ['standalone'],
      },
    ],
    ['standalone', { form: /^(?:yes|no)$/, told: 'standalone value must match "yes" or "no"', next: [] }],
  ]);

/**
 * Reads an XML declaration from behind its `<?xml` on, where `code` stands. False where its end is still to come.
 * Any version is read as 1.0, as §2.8 asks.
 */
export function readDeclaration(cursor: Cursor, code: number): boolean {
  let expected: readonly string[] = ['version'];
  for (let at = code; ;) {
    if (isBlank(at)) at = nextAfterBlanks(cursor);
    if (at === END) return false;
    if (at === QUESTION) return endOfDeclaration(cursor, expected);
    const start = startOf(cursor, at);
    const behind = nextAfterField(cursor);
    if (behind === END) return false;
    const name = cursor.text.slice(start, cursor.nameEnd);
    if (!expected.includes(name)) {
      const what = name.length === 1 ? `the name ${expected[0]}` : `one of ${expected.join(', ')}`;
      throw new NotWellFormed(`expected ${what}`, cursor);
    }
    const value = readValue(cursor, behind);
    if (value === undefined) return false;
    const field = FIELDS.get(name);
    if (field?.form.test(value) === false) throw new NotWellFormed(field.told, cursor);
    expected = field?.next ?? [];
    at = next(cursor);
    if (at !== END && at !== QUESTION && !isBlank(at)) throw new NotWellFormed('whitespace required', cursor);
  }
}

/** `?` stands in no name and no value of a declaration. */
const incomplete = (cursor: Cursor): NotWellFormed => new NotWellFormed('XML declaration is incomplete', cursor);

function endOfDeclaration(cursor: Cursor, expected: readonly string[]): boolean {
  const last = next(cursor);
  if (last === END) return false;
  if (last !== GREATER) {
    throw new NotWellFormed('The character ? is disallowed anywhere in XML declarations', cursor);
  }
  if (expected.includes('version')) throw new NotWellFormed('XML declaration must contain a version', cursor);
  return true;
}

function nextAfterField(cursor: Cursor): number {
  for (;;) {
    cursor.nameEnd = cursor.at;
    const code = next(cursor);
    if (code === QUESTION) throw incomplete(cursor);
    if (code === END || code === EQUALS || isBlank(code)) return code;
  }
}

/** The value behind a name; `code` is what stands behind the name. Undefined where its end is still to come. */
function readValue(cursor: Cursor, code: number): string | undefined {
  const equals = isBlank(code) ? nextAfterBlanks(cursor) : code;
  if (equals === QUESTION) throw incomplete(cursor);
  if (equals === END) return undefined;
  if (equals !== EQUALS) throw new NotWellFormed('value required', cursor);
  const quote = nextAfterBlanks(cursor);
  if (quote === QUESTION) throw incomplete(cursor);
  if (quote === END) return undefined;
  if (!isQuote(quote)) throw new NotWellFormed('value must be quoted', cursor);
  const start = cursor.at;
  for (;;) {
    const inside = next(cursor);
    if (inside === END) return undefined;
    if (inside === QUESTION) throw incomplete(cursor);
    if (inside === quote) return cursor.text.slice(start, cursor.at - 1);
  }
}
