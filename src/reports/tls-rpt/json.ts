import { DEPTH_LIMIT, TEXT_LIMIT, VALUE_LIMIT } from './limits.ts';

/** A value with its place. A container is `whole` where its end was seen: of a broken document much may be whole. */
export type JsonNode = JsonObject | JsonList | JsonScalar;
export interface JsonObject {
  readonly kind: 'object';
  /** By key, in lower case, with hyphens for underscores and before capitals. */
  readonly members: ReadonlyMap<string, JsonNode>;
  /** Offset of its first character. */
  readonly at: number;
  readonly whole: boolean;
}
export interface JsonList {
  readonly kind: 'list';
  readonly items: readonly JsonNode[];
  readonly at: number;
  readonly whole: boolean;
}
export interface JsonScalar {
  /** A number stays as it is written: an id of twenty digits is one. */
  readonly kind: 'text' | 'number' | 'word';
  readonly text: string;
  readonly at: number;
}

export interface JsonFault {
  /** Whether the text ends before the value does. */
  readonly unfinished: boolean;
  /** A phrase: `unexpected "}"`. */
  readonly what: string;
  readonly at: number;
}

/** Says that something was put right: what kind of fault it is, what it was, and where. */
export type NoteAt = (kind: string, what: string, at: number) => void;

export interface JsonReader {
  /** The value that begins at the offset, as far as it can be read; `end` is where reading stopped. */
  read(from: number): { readonly node?: JsonNode; readonly end: number; readonly fault?: JsonFault };
}

const BLANKS = /[\s\uFEFF]*/y;
const PLAIN_STRING = /"([^"\\\u0000-\u001F]*)"/y; // oxlint-disable-line no-control-regex -- what JSON forbids in strings
const BARE = /[+\w.-]+/y;
const NUMBER = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const NOTHING = /^(?:none|nan|undefined|nil|[+-]?infinity)$/i;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Reads JSON (RFC 8259) and what reporters take for it: a comma too many or missing, line breaks inside strings, words of
 * other languages. Where it cannot go on it stops, and hands out what it has.
 */
export function createJsonReader(text: string, note: NoteAt): JsonReader {
  let at = 0;
  let depth = 0;
  let values = 0;
  let fault: JsonFault | undefined;

  return {
    read(from) {
      [at, depth, fault] = [from, 0, undefined];
      const node = value();
      return { ...(node === undefined ? {} : { node }), end: at, ...(fault === undefined ? {} : { fault }) };
    },
  };

  function fail(what: string): undefined {
    const unfinished = at >= text.length;
    fault ??= { unfinished, what: unfinished ? 'it ends too early' : what, at };
  }

  function skip(): string {
    BLANKS.lastIndex = at;
    BLANKS.test(text);
    at = BLANKS.lastIndex;
    return text.charAt(at);
  }

  function value(): JsonNode | undefined {
    const start = skip();
    values += 1;
    if (values > VALUE_LIMIT) return fail(`more than ${VALUE_LIMIT} values, the limit`);
    if (start === '{' || start === '[') {
      if (depth === DEPTH_LIMIT) return fail(`nested more than ${DEPTH_LIMIT} deep, the limit`);
      depth += 1;
      const container = start === '{' ? object() : list();
      depth -= 1;
      return container;
    }
    const from = at;
    if (start === '"' || start === "'") {
      const content = string(start);
      return content === undefined ? undefined : { kind: 'text', text: content, at: from };
    }
    return bare();
  }

  function object(): JsonObject {
    const from = at;
    const members = new Map<string, JsonNode>();
    const whole = elements('}', () => {
      const name = key();
      if (name === undefined) return;
      if (skip() !== ':') {
        fail('a ":" is missing');
        return;
      }
      at += 1;
      const member = value();
      if (member === undefined) return;
      if (members.has(name)) note('a key twice', `"${name}" stands twice in one object: the last counts`, member.at);
      members.set(name, member);
    });
    return { kind: 'object', members, at: from, whole };
  }

  function list(): JsonList {
    const from = at;
    const items: JsonNode[] = [];
    const whole = elements(']', () => {
      const item = value();
      if (item !== undefined) items.push(item);
    });
    return { kind: 'list', items, at: from, whole };
  }

  /** What stands between two brackets, with commas between; true where the end was seen. */
  function elements(end: '}' | ']', element: () => void): boolean {
    at += 1;
    for (let expectsComma = false; ;) {
      const char = skip();
      if (char === end) {
        at += 1;
        return true;
      }
      if (char === ',') {
        if (!expectsComma) note('a comma too many', 'a comma with nothing before it is ignored', at);
        expectsComma = false;
        at += 1;
        continue;
      }
      if (expectsComma && /["{[]/.test(char)) note('a comma is missing', 'a comma is missing: read all the same', at);
      else if (expectsComma || char === '') {
        fail(`unexpected ${JSON.stringify(char)}`);
        return false;
      }
      element();
      if (fault !== undefined) return false;
      const next = skip();
      if (next === ',') {
        at += 1;
        if (skip() === end) note('a comma too many', `a comma before "${end}" is ignored`, at);
      } else expectsComma = next !== end;
    }
  }

  function key(): string | undefined {
    const start = text.charAt(at);
    const from = at;
    const written = start === '"' || start === "'" ? string(start) : bareWord();
    if (written === undefined) return undefined;
    if (start !== '"') note('a key without quotes', `the key ${written} has no double quotes`, from);
    // `policy_domain` and `policyDomain` are what other languages make of `policy-domain`.
    const hyphened = written.replaceAll(/([a-z\d])(?=[A-Z])/g, '$1-').replaceAll('_', '-');
    if (hyphened !== written)
      note('a key with underscores', `the key ${written.slice(0, 60)} is read with hyphens`, from);
    return hyphened.trim().toLowerCase();
  }

  function bareWord(): string | undefined {
    BARE.lastIndex = at;
    const word = BARE.exec(text)?.[0];
    if (word === undefined)
      return fail(`unexpected ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`);
    at += word.length;
    return word;
  }

  function bare(): JsonScalar | undefined {
    const from = at;
    const word = bareWord();
    if (word === undefined) return undefined;
    if (NUMBER.test(word)) return { kind: 'number', text: word, at: from };
    const lower = word.toLowerCase();
    if (/^(?:true|false|null)$/.test(lower)) return { kind: 'word', text: lower, at: from };
    if (NOTHING.test(word)) {
      note('a word for nothing', `${word} is no JSON: taken as null`, from);
      return { kind: 'word', text: 'null', at: from };
    }
    at = from;
    return fail(`unexpected ${JSON.stringify(word.slice(0, 20))}`);
  }

  function string(quote: '"' | "'"): string | undefined {
    PLAIN_STRING.lastIndex = at;
    const plain = quote === '"' ? PLAIN_STRING.exec(text)?.[1] : undefined;
    if (plain !== undefined) {
      at += plain.length + 2;
      return shortened(plain);
    }
    const from = at;
    let content = '';
    for (at += 1; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === quote) {
        at += 1;
        if (quote === "'") note('single quotes', 'a string stands in single quotes', from);
        return shortened(content, from);
      }
      if (char < ' ') note('a control character in a string', 'a string holds a bare control character: kept', at);
      // The rest is only counted: a string may be as long as the document.
      const piece = char === '\\' ? escape() : char;
      if (content.length <= TEXT_LIMIT) content += piece;
    }
    return fail('');
  }

  function escape(): string {
    at += 1;
    const char = text.charAt(at);
    if (char === 'u') {
      const hex = text.slice(at + 1, at + 5);
      if (/^[\da-f]{4}$/i.test(hex)) {
        at += 4;
        return String.fromCharCode(Number.parseInt(hex, 16));
      }
    }
    if (/["'\\/]/.test(char)) return char;
    const known = ESCAPES[char];
    if (known === undefined) note('an unknown escape', `\\${char} is no escape of JSON: kept as it is`, at);
    return known ?? `\\${char}`;
  }

  function shortened(content: string, from = at): string {
    if (content.length <= TEXT_LIMIT) return content;
    note('a long string', `a string of more than ${TEXT_LIMIT} characters, the limit, is cut off there`, from);
    return content.slice(0, TEXT_LIMIT);
  }
}
