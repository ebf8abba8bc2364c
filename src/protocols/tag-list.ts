import type { Parsed, Problem } from '../core/facts.ts';
import { readable } from '../core/readable.ts';

/** A stretch of the parsed text; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One `name=value`, blanks around both taken off; the range runs from the name to the value's end. */
export interface Tag extends TextRange {
  /** As written: names are case-sensitive (RFC 6376 §3.2), and not in the ABNF of RFC 7489 (§6.4). */
  readonly name: string;
  /** As written, folding white space inside included. */
  readonly value: string;
  readonly nameAt: TextRange;
  readonly valueAt: TextRange;
}

export type TagListCode =
  /** `;;`, or a leading `;`: a tag is missing between the semicolons. */
  | 'empty-tag'
  /** Text between semicolons that has no `=`. */
  | 'no-equals'
  /** The same at the end of the list. */
  | 'trailing-text'
  /** A tag name that is not letters, digits and `_`, starting with a letter. */
  | 'bad-name'
  /** A name for the second time: the whole list is invalid (RFC 6376 §3.2). */
  | 'duplicate'
  /** Two tags run together: `v=DMARC1 p=none`. */
  | 'missing-separator'
  /** `\;`: the zone file's escape has become part of the record. */
  | 'escaped-separator'
  /** A control character, a bare line break, or anything beyond ASCII. */
  | 'bad-character';

/** A problem with a correction, where it is clear what was meant. */
export interface Correctable<Code extends string = string> extends Problem<Code> {
  /** What to put in the place of `start`–`end`. */
  readonly replacement?: string;
  /** Name of the tag it is about, lower case. */
  readonly tag?: string;
}

export interface TagListOptions {
  /** Names the format knows: only these are recognised as run together with the tag before. */
  readonly known?: readonly string[];
  /** Whether `P` is the name `p`. */
  readonly ignoreCase?: boolean;
}

export type ParsedTagList = Parsed<readonly Tag[], TagListCode> & {
  readonly problems: readonly Correctable<TagListCode>[];
};

/** Reads a tag=value list (RFC 6376 §3.2). Tags come in their order, repeated and misnamed ones included. */
export function parseTagList(text: string, options: TagListOptions = {}): ParsedTagList {
  const problems: Correctable<TagListCode>[] = badCharacters(text);
  const tags: Tag[] = [];
  const seen = new Set<string>();
  const joined = joinedTagPattern(options.known ?? []);

  for (let from = 0, last = false; !last;) {
    const semicolon = text.indexOf(';', from);
    last = semicolon === -1;
    const segment = withoutBlanks(text, { start: from, end: last ? text.length : semicolon });
    from = semicolon + 1;
    if (segment.start === segment.end) {
      // One semicolon may end the list.
      if (!last || tags.length === 0) problems.push(emptyTag(text, segment, last));
      continue;
    }
    const equals = text.slice(segment.start, segment.end).indexOf('=');
    if (equals === -1) {
      problems.push(noTag(text, segment, last && tags.length > 0));
      continue;
    }
    const tag = tagAt(text, segment, segment.start + equals);
    const key = options.ignoreCase === true ? tag.name.toLowerCase() : tag.name;
    if (seen.has(key)) problems.push(duplicate(tag));
    seen.add(key);
    tags.push(tag);
    for (const problem of tagProblems(text, tag, joined, !last)) problems.push(problem);
  }
  return { value: tags, problems: inOrder(problems) };
}

/** The list in its plain form: `v=DKIM1; k=rsa; p=…`. */
export const printTagList = (tags: readonly Pick<Tag, 'name' | 'value'>[]): string =>
  tags.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Problems by their place in the text. */
export const inOrder = <P extends TextRange>(problems: readonly P[]): P[] =>
  problems.toSorted((a, b) => a.start - b.start || a.end - b.end);

/** Somebody's text in a message, between quotes and cut where it is long. */
export function quote(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return shown.includes('"') ? `'${shown}'` : `"${shown}"`;
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\r' || char === '\n';

/** The range without the folding white space at its ends. */
export function withoutBlanks(text: string, { start, end }: TextRange): TextRange {
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return { start, end };
}

function tagAt(text: string, segment: TextRange, equals: number): Tag {
  const nameAt = withoutBlanks(text, { start: segment.start, end: equals });
  const found = withoutBlanks(text, { start: equals + 1, end: segment.end });
  // An empty value stands right behind its `=`, not at the far end of the blanks.
  const valueAt = found.start === found.end ? { start: equals + 1, end: equals + 1 } : found;
  return {
    name: text.slice(nameAt.start, nameAt.end),
    value: text.slice(valueAt.start, valueAt.end),
    start: segment.start,
    end: Math.max(valueAt.end, equals + 1),
    nameAt,
    valueAt,
  };
}

const duplicate = ({ name, start, end }: Tag): Correctable<TagListCode> => ({
  code: 'duplicate',
  message: `${quote(`${name}=`)} is given more than once`,
  start,
  end,
  tag: name.toLowerCase(),
});

function tagProblems(text: string, tag: Tag, joined: RegExp | undefined, closed: boolean): Correctable<TagListCode>[] {
  const problems: Correctable<TagListCode>[] = [];
  const about = { tag: tag.name.toLowerCase() };
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(tag.name)) {
    problems.push({ code: 'bad-name', message: `${quote(tag.name)} is no tag name`, ...tag.nameAt, ...about });
  }
  for (const match of joined === undefined ? [] : tag.value.matchAll(joined)) {
    const start = tag.valueAt.start + match.index;
    const name = match[1]!;
    problems.push({
      code: 'missing-separator',
      message: `There is no semicolon before ${quote(name)}`,
      start,
      end: start + match[0].length,
      replacement: `; ${name}`,
      ...about,
    });
  }
  if (closed && text[tag.valueAt.end - 1] === '\\') {
    const at = { start: tag.valueAt.end - 1, end: tag.valueAt.end };
    problems.push({
      code: 'escaped-separator',
      message: `The semicolon after ${quote(text.slice(tag.start, at.start))} has a backslash before it`,
      ...at,
      replacement: '',
      ...about,
    });
  }
  return problems;
}

/** A known name and `=` behind a blank or a comma; `=` at the very end is base64 padding. */
function joinedTagPattern(known: readonly string[]): RegExp | undefined {
  if (known.length === 0) return undefined;
  return new RegExp(`(?<![ \\t\\r\\n,])[ \\t\\r\\n,]+(${known.join('|')})(?=[ \\t]*=[ \\t]*[^=\\s])`, 'gi');
}

function emptyTag(text: string, at: TextRange, last: boolean): Correctable<TagListCode> {
  if (last) return { code: 'empty-tag', message: 'There are no tags', start: 0, end: text.length };
  const end = text.indexOf(';', at.end) + 1;
  return { code: 'empty-tag', message: 'There is no tag before the semicolon', start: end - 1, end, replacement: '' };
}

function noTag(text: string, at: TextRange, trailing: boolean): Correctable<TagListCode> {
  const what = quote(text.slice(at.start, at.end));
  return trailing
    ? { code: 'trailing-text', message: `${what} stands behind the last tag and belongs to none`, ...at }
    : { code: 'no-equals', message: `${what} has no "=" and is no tag`, ...at };
}

function badCharacters(text: string): Correctable<TagListCode>[] {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const runs = text.matchAll(/[^\x20-\x7E\t\r\n]+|\r(?!\n[ \t])|(?<!\r)\n/g);
  return [...runs].map((match) => {
    const run = readable(match[0]);
    const at = { start: match.index, end: match.index + match[0].length };
    if (/[\r\n]/.test(run)) return { code: 'bad-character', message: 'A line break stands in the record', ...at };
    const message = `${quote(run)} is not plain ASCII text`;
    // What word processors and web pages leave behind: spaces that do not break or have no width.
    if (/^\u00A0+$/.test(run)) return { code: 'bad-character', message, ...at, replacement: ' ' };
    if (/^[\u200B-\u200D\uFEFF]+$/.test(run)) return { code: 'bad-character', message, ...at, replacement: '' };
    return { code: 'bad-character', message, ...at };
  });
}
