import { parseTagList, withoutBlanks, type Correctable, type Tag } from './tag-list.ts';

/**
 * The text with one tag set to `value`, and everything else as it stood. A tag that is given twice is left once;
 * a new one goes behind the last tag of `after` that is there, or to the end.
 */
export function withTag(text: string, name: string, value: string, after: readonly string[] = []): string {
  const [first, ...repeated] = tagsNamed(text, name);
  if (first === undefined) return withNewTag(text, `${name}=${value}`, after);
  const once = repeated.toReversed().reduce((rest, tag) => withoutRange(rest, tag), text);
  return once.slice(0, first.valueAt.start) + value + once.slice(first.valueAt.end);
}

/** The text without any tag of that name, and everything else as it stood. */
export const withoutTag = (text: string, name: string): string =>
  tagsNamed(text, name)
    .toReversed()
    .reduce((rest, tag) => withoutRange(rest, tag), text);

/** The text with the corrections of its problems put in. Of two that overlap the first is. */
export function corrected(text: string, problems: readonly Correctable[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, replacement } of problems.toSorted((a, b) => a.start - b.start)) {
    if (replacement === undefined || start < done) continue;
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}

const tagsNamed = (text: string, name: string): Tag[] =>
  parseTagList(text).value.filter((tag) => tag.name.toLowerCase() === name.toLowerCase());

/** Cuts a tag out together with the semicolon behind it, or, where it is the last, the one before it. */
function withoutRange(text: string, { start, end }: Tag): string {
  const behind = /^[ \t\r\n]*;[ \t\r\n]*/.exec(text.slice(end));
  if (behind !== null) return text.slice(0, start) + text.slice(end + behind[0].length);
  return text.slice(0, start).replace(/;[ \t\r\n]*$/, '') + text.slice(end);
}

function withNewTag(text: string, tag: string, after: readonly string[]): string {
  const tags = parseTagList(text).value;
  const before = tags.findLast(({ name }) => after.includes(name.toLowerCase()));
  if (before !== undefined && before !== tags.at(-1)) {
    return `${text.slice(0, before.end)}; ${tag}${text.slice(before.end)}`;
  }
  const bare = text.slice(0, withoutBlanks(text, { start: 0, end: text.length }).end);
  if (bare === '') return tag;
  return bare.endsWith(';') ? `${bare} ${tag};` : `${bare}; ${tag}`;
}
