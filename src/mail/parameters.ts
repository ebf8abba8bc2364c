import { textIn } from './charset.ts';
import { decodedWords } from './encoded-words.ts';

/** A structured value: `attachment; filename="report.xml.gz"` (RFC 2045 §5.1, RFC 2183). */
export interface Parameterised {
  /** In lower case, without comments: `application/gzip`, `attachment`. */
  readonly value: string;
  /** By name in lower case; pieces put together, percent-encoding and charsets decoded (RFC 2231). */
  readonly parameters: ReadonlyMap<string, string>;
}

const COMMENT = /\([^()]{0,500}\)/g;

/** Reads what the field writes: values without quotes although they hold blanks, semicolons that are missing. */
export function parameterised(text: string): Parameterised {
  const end = text.indexOf(';');
  const value = (end === -1 ? text : text.slice(0, end)).replaceAll(COMMENT, ' ').trim().toLowerCase();
  return { value, parameters: joined(end === -1 ? [] : [...pairs(text.slice(end + 1))]) };
}

function* pairs(text: string): Generator<readonly [name: string, value: string]> {
  const separators = /[;\s]*/y;
  const name = /([^\s=;"]{1,100})\s*=\s*/y;
  for (let at = 0; at < text.length;) {
    // A match of its own: in front of a name that does not come, each of thousands of semicolons would be tried again.
    separators.lastIndex = at;
    separators.exec(text);
    name.lastIndex = separators.lastIndex;
    const match = name.exec(text);
    if (match === null) {
      const next = text.indexOf(';', separators.lastIndex);
      if (next === -1) return;
      at = next + 1;
      continue;
    }
    const [value, length] = valueAt(text, name.lastIndex);
    at = name.lastIndex + length;
    yield [(match[1] ?? '').toLowerCase(), value];
  }
}

function valueAt(text: string, at: number): readonly [value: string, length: number] {
  if (text[at] !== '"') {
    const raw = /[^;]*/y;
    raw.lastIndex = at;
    const value = raw.exec(text)?.[0] ?? '';
    return [value.replace(/\s\([^()]*\)\s*$/, '').trim(), value.length];
  }
  let value = '';
  let end = at + 1;
  for (; end < text.length && text[end] !== '"'; end += 1) {
    // Of a path in quotes, `C:\reports`, the backslashes are meant.
    if (text[end] === '\\' && (text[end + 1] === '"' || text[end + 1] === '\\')) end += 1;
    value += text[end];
  }
  return [value, end + 1 - at];
}

interface Piece {
  readonly order: number;
  readonly extended: boolean;
  readonly text: string;
}

/** `name*0*=`, `name*1=` … to one value (RFC 2231 §3 and §4). One that is encoded says more than one that is not. */
function joined(given: readonly (readonly [name: string, value: string])[]): Map<string, string> {
  const plain = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const [name, text] of given) {
    const split = /^([^*]+)\*(?:(\d{1,4})(\*?))?$/.exec(name);
    if (split === null) {
      if (!plain.has(name)) plain.set(name, decodedWords(text));
      continue;
    }
    const [, base = '', order = '0', star] = split;
    const list = pieces.get(base) ?? [];
    list.push({ order: Number(order), extended: star !== '', text });
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) plain.set(name, together(list));
  return plain;
}

function together(list: readonly Piece[]): string {
  const ordered = list.toSorted((a, b) => a.order - b.order);
  const first = ordered[0];
  const charset = first?.extended === true ? /^([^']*)'[^']*'/.exec(first.text) : null;
  const bytes = ordered.map(({ extended, text }, at) => {
    const content = at === 0 && charset !== null ? text.slice(charset[0].length) : text;
    return extended ? percentDecoded(content) : Buffer.from(content);
  });
  const value = textIn(Buffer.concat(bytes), charset?.[1] === '' ? undefined : charset?.[1]);
  return decodedWords(value);
}

const percentDecoded = (text: string): Uint8Array =>
  Buffer.concat(
    text
      .split(/(%[0-9a-f]{2})/i)
      .map((piece) => (/^%[0-9a-f]{2}$/i.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  );
