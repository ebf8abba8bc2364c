/** Blanks, and the marks of a mail that quotes another. */
const LEAD = /^[\s>|]*/;
/** In the middle of an address, a host, an id, or of a value that has no blanks. */
const WITHIN = /[<[][^\s<>[\]()]*$|[ ,](?:relay|conn_use|delays?|tls|dsn|size|nrcpt)=[^\s,]*$/;
/** What stands behind something at once. */
const BEHIND = /^[:,)\]>;=]/;
const FIELDS: ReadonlySet<string> = new Set(
  'to orig_to from relay conn_use delay delays tls dsn status size nrcpt message-id client'.split(' '),
);

/** A line and the rest of it: with a blank between, unless it was broken within a word, as a terminal of some width does. */
export function joined(line: string, next: string, isFull = false): string {
  const rest = next.replace(LEAD, '');
  const before = line.trimEnd();
  const isBlank = before.length < line.length || (isFull && /^\s/.test(next));
  const isOneWord = !isBlank && (isFull || WITHIN.test(before) || BEHIND.test(rest) || isWithinName(before, rest));
  return `${before}${isOneWord ? '' : ' '}${rest}`;
}

function isWithinName(before: string, rest: string): boolean {
  const name = /[\w-]*$/.exec(before)?.[0] ?? '';
  return name !== '' && FIELDS.has(name + (/^([\w-]*)=/.exec(rest)?.[1] ?? '='));
}
