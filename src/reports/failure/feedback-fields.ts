import { parseFields } from './field-block.ts';
import { LIST_LIMIT } from './limits.ts';

/** Says that something was put right. */
export type Note = (kind: string, what: string, line?: number) => void;

/** The fields of a feedback report by name, empty ones left out. */
export interface FeedbackFields {
  /** The first; a second one where the standard has one is passed over. */
  one(name: string): string | undefined;
  all(name: string): string[];
  has(name: string): boolean;
  /** 1-based line of the first. */
  lineOf(name: string): number | undefined;
  readonly size: number;
}

/** Of these there may be several (RFC 5965 §3.2, RFC 6591 §3.2). */
const SEVERAL = new Set([
  'authentication-results',
  'original-rcpt-to',
  'reported-domain',
  'reported-uri',
  'auth-failure',
  'spf-dns',
  'received',
]);

export function feedbackFields(
  text: string,
  note: (kind: string, what: string, line?: number) => void,
): FeedbackFields {
  const { fields, unread, cut } = parseFields(inPlain(text, note), 'report');
  const named = new Map<string, { readonly value: string; readonly line: number }[]>();
  for (const { name, value, line } of fields) {
    if (value === '') continue;
    const present = named.get(name);
    if (present === undefined) named.set(name, [{ value, line }]);
    else if (present.length < LIST_LIMIT) present.push({ value, line });
    if (present?.length === 2 && !SEVERAL.has(name) && present[0]?.value !== value && isStandard(name))
      note('a field twice', `${name} stands twice: the first counts`, line);
  }
  if (unread > 0)
    note('no field', `${unread === 1 ? 'a line' : `${unread} lines`} of the report that no field begins with`);
  if (cut) note('too long', 'the report is longer than any report: the rest is not read');
  return {
    one: (name) => named.get(name)?.[0]?.value,
    all: (name) => (named.get(name) ?? []).map(({ value }) => value),
    has: (name) => named.has(name),
    lineOf: (name) => named.get(name)?.[0]?.line,
    size: named.size,
  };
}

/** Fields of others' own making may stand as often as they like. */
const isStandard = (name: string): boolean => !name.startsWith('x-') && name !== 'redacted-address';

/** Some encode the part and do not say so. */
function inPlain(text: string, note: Note): string {
  const packed = text.replaceAll(/\s+/g, '');
  if (text.includes(':') || packed.length < 20 || !/^[A-Za-z\d+/]+={0,2}$/.test(packed)) return text;
  const plain = Buffer.from(packed, 'base64').toString('utf8');
  if (!/^[!-9;-~]{1,100}[ \t]*:/m.test(plain)) return text;
  note('base64', 'the report is in base64 and does not say so: decoded');
  return plain;
}
