import type { Parsed } from '../core/facts.ts';
import { corrected } from './tag-list-edit.ts';
import { inOrder, parseTagList, quote, type Correctable, type Tag, type TagListCode } from './tag-list.ts';

/**
 * `v=STSv1; id=…` and `v=TLSRPTv1; rua=…`: one grammar but for the names (RFC 8461 §3.1, RFC 8460 §3). It is stricter
 * than that of a DKIM or DMARC record: no blanks around `=`, every value has a character, a repeated name is no error.
 */
export type FieldCode =
  | Exclude<TagListCode, 'bad-name'>
  /** The record does not begin with exactly the version: senders pass over it. */
  | 'version'
  /** A blank before the first semicolon: the ABNF allows it, the prose discards records that lack `v=STSv1;`. */
  | 'version-blank'
  /** `id = 1`. */
  | 'blank-around-equals'
  /** An extension's name that is not 1–32 letters, digits, `_`, `-` and `.`, the first a letter or digit. */
  | 'extension-name'
  /** An extension's value that is empty, or holds a blank or `=`. */
  | 'extension-value';

export type ParsedFields = Parsed<readonly Tag[], FieldCode> & { readonly problems: readonly Correctable<FieldCode>[] };

/** Problems that leave the record valid: of a repeated field the first counts (RFC 8461 §3.2), the blank is arguable. */
const HARMLESS: ReadonlySet<string> = new Set(['duplicate', 'version-blank']);
/** Whether a record with these problems is syntactically valid. */
export const isValidWith = (problems: readonly { readonly code: string }[]): boolean =>
  problems.every(({ code }) => HARMLESS.has(code));

const EXTENSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
const EXTENSION_VALUE = /^[\x21-\x3A\x3C\x3E-\x7E]+$/;

/** They would be taken for the escape of the semicolon that comes to stand behind them. */
const LAST_BACKSLASHES = /(?<!\\)\\+$/;

/** Reads the fields behind the version, in their order, repeated ones included; `known` are the format's own names. */
export function parseVersionedFields(text: string, version: string, known: readonly string[]): ParsedFields {
  const list = parseTagList(text, { known: ['v', ...known] });
  const problems: Correctable<FieldCode>[] = [];
  // Names have a grammar of their own here.
  for (const problem of list.problems) {
    const { code } = problem;
    if (code !== 'bad-name') problems.push({ ...problem, code });
  }
  // Nothing is folded here, as it may be in a DKIM record.
  for (const { index } of text.matchAll(/\r\n(?=[ \t])/g)) {
    const message = 'A line break stands in the record';
    problems.push({ code: 'bad-character', message, start: index, end: index + 2, replacement: '' });
  }
  const beginning = versionFault(text, version);
  if (beginning !== undefined) problems.push(beginning);
  const fields = isVersion(list.value[0], version) ? list.value.slice(1) : list.value;
  for (const field of fields) for (const problem of fieldFaults(text, field, known)) problems.push(problem);
  return { value: fields, problems: inOrder(problems) };
}

/** Whether senders take the text for a record of this version, a blank before the semicolon forgiven. */
export const beginsWithVersion = (text: string, version: string): boolean =>
  text.startsWith(`v=${version}`) && /^[ \t]*;/.test(text.slice(version.length + 2));

/** Whether the text was meant as a record of this version, or another one of its kind. */
export function isMeantAs(text: string, version: string): boolean {
  const kind = version.replace(/v\d$/, '').replace('TLSRPT', 'TLS-?RPT');
  const meant = new RegExp(`(?:^|;)[^A-Za-z0-9;]{0,9}(?:v[ \\t]*[=:][ \\t]*["']?${kind}|${kind}v?[0-9])`, 'i');
  return meant.test(text);
}

/** The fields as they were probably meant, their names in small letters where they are known ones; no version. */
export function fieldsAsMeant(text: string, known: readonly string[]): readonly Pick<Tag, 'name' | 'value'>[] {
  const options = { known: ['v', ...known], ignoreCase: true };
  // Quotes that a zone file, or a word processor, left behind as octets of the text.
  const bare = text.replaceAll(/["\u201C\u201D]|\xE2\x80[\x9C\x9D]/g, '').replaceAll(/[\r\n]+/g, ' ');
  const mended = corrected(bare, parseTagList(bare, options).problems);
  return parseTagList(mended, options).value.flatMap(({ name, value: written }) => {
    const value = written.replace(LAST_BACKSLASHES, '');
    const own = known.find((one) => one === name.toLowerCase());
    if (own !== undefined) return [{ name: own, value }];
    const extension = name.toLowerCase() !== 'v' && EXTENSION_NAME.test(name) && EXTENSION_VALUE.test(value);
    return extension ? [{ name, value }] : [];
  });
}

const isVersion = (field: Tag | undefined, version: string): boolean =>
  field?.name === 'v' && field.value.startsWith(version);

function versionFault(text: string, version: string): Correctable<FieldCode> | undefined {
  const wanted = `v=${version};`;
  if (text.startsWith(wanted)) return undefined;
  const semicolon = text.indexOf(';');
  const at = { start: 0, end: semicolon === -1 ? text.length : semicolon };
  if (!beginsWithVersion(text, version)) {
    return { code: 'version', message: `${quote(text)} does not begin with "${wanted}"`, ...at };
  }
  const blank = { start: wanted.length - 1, end: semicolon };
  const message = `A blank stands before the first semicolon of ${quote(text)}`;
  return { code: 'version-blank', message, ...blank, replacement: '' };
}

function fieldFaults(text: string, field: Tag, known: readonly string[]): Correctable<FieldCode>[] {
  const { name, value, nameAt, valueAt } = field;
  const faults: Correctable<FieldCode>[] = [];
  const written = text.slice(nameAt.start, valueAt.end);
  if (text[nameAt.end] !== '=' || (value !== '' && valueAt.start !== nameAt.end + 1)) {
    const message = `There are blanks around the equals sign of ${quote(written)}`;
    faults.push({
      code: 'blank-around-equals',
      message,
      start: nameAt.start,
      end: valueAt.end,
      replacement: `${name}=${value}`,
    });
  }
  if (known.includes(name)) return faults;
  if (!EXTENSION_NAME.test(name))
    faults.push({ code: 'extension-name', message: `${quote(name)} is no name of a field`, ...nameAt });
  if (!EXTENSION_VALUE.test(value)) {
    const why = value === '' ? 'has no value' : 'has a value with blanks or signs that no field may hold';
    faults.push({ code: 'extension-value', message: `${quote(written)} ${why}`, start: nameAt.start, end: field.end });
  }
  return faults;
}
