/** A line of Stalwart's log: what happened, by its id, and what is known of it. */
export interface StalwartLine {
  /** `delivery.rcpt-to-rejected`. */
  readonly id: string;
  /** The same in words: `SMTP RCPT TO rejected`. */
  readonly words: string;
  /** By key. What a line says itself stands behind what its session says, and counts. */
  readonly fields: ReadonlyMap<string, string>;
}

/** `INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 3135…, to = ["ann@b.example"], code = 553`. */
const HEAD = /^(?:TRACE|DEBUG|INFO|WARN|ERROR) ([^()]{1,120}) \(([a-z][a-z\d-]*\.[a-z\d.-]+)\)(?: |$)/;
const FIELD = /(?:^|[ {])([a-zA-Z]\w*) = ("(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^,{}]*)/g;
/** Fields of a line. Stops a line that is nothing but fields. */
const MOST_FIELDS = 200;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
/** Colours of a terminal. */
// oxlint-disable-next-line no-control-regex -- it is the escape character that is meant
const COLOUR = /\u001B\[[\d;]*m/g;

/** Reads a line behind its stamp; undefined where it is none. */
export function stalwartLine(text: string): StalwartLine | undefined {
  const plain = text.includes('\u001B') ? text.replaceAll(COLOUR, '') : text;
  const match = HEAD.exec(plain);
  if (match === null) return undefined;
  const [whole, words = '', id = ''] = match;
  const fields = new Map<string, string>();
  for (const [, key = '', value = ''] of plain.slice(whole.length).matchAll(FIELD)) {
    fields.set(key, value.startsWith('"') ? unescaped(value.slice(1, -1)) : value.trim());
    if (fields.size >= MOST_FIELDS) break;
  }
  return { id, words, fields };
}

/** `["ann@b.example", "bob@b.example"]`. */
const listIn = (value: string): string[] => Array.from(value.matchAll(QUOTED), ([, one = '']) => unescaped(one));

/** `\"`, `\\`, and the ends of lines, which become blanks. */
const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replaceAll(/\\(?:x([\da-f]{2})|(.))/g, (_, hex: string | undefined, one: string | undefined) =>
        hex !== undefined || /[nrt]/.test(one ?? '') ? ' ' : (one ?? ''),
      )
    : text;

/** `to` is a list where it stands for the message, an address where it is about one. */
export function whom(fields: StalwartLine['fields']): {
  readonly recipient: string | undefined;
  readonly recipients: string[];
} {
  const to = fields.get('to');
  if (to === undefined || to === '') return { recipient: undefined, recipients: [] };
  return to.startsWith('[') ? { recipient: undefined, recipients: listIn(to) } : { recipient: to, recipients: [to] };
}
