import type { RecordChange } from '../../core/outcome.ts';
import { parseDkimKey } from '../../protocols/dkim-key.ts';
import { corrected } from '../../protocols/tag-list-edit.ts';
import type { DkimSelector } from '../../sources/dkim.ts';
import { isOwn, ownerOf, type PublishedKey } from './keys.ts';

/** What to do about a record: the text to publish in its place, or whom to ask where it is somebody else's. */
export interface Remedy {
  readonly fix?: string;
  readonly changes?: readonly RecordChange[];
}

/** The record with another text in its place. Nothing is proposed that verifiers could not use either. */
export function replacement(
  { selector, record, key }: PublishedKey,
  domain: string,
  value: string | undefined,
): Remedy {
  if (!isOwn(selector, domain)) return askOwner(selector);
  if (value === undefined || value === record.text) return {};
  const proposed = parseDkimKey(value).value;
  if (!proposed.usable && !(proposed.revoked && key.revoked)) return {};
  return { changes: [{ kind: 'replace', name: ownerOf(selector), type: 'TXT', old: record.text, value }] };
}

/** For a record at the end of a CNAME that leads to somebody else. */
export function askOwner(selector: DkimSelector): Remedy {
  return {
    fix: `the record stands at \`${ownerOf(selector)}\`: ask ${selector.host?.name ?? 'its owner'} to put it right`,
  };
}

/** The text without quotes around all of it: those of a zone file, which belong to no record. */
export const unquoted = (text: string): string => withoutEnd(text.trim().replace(/^["'`]+/, ''), `"'\``);

/** A text in which everything is put right that can be without asking, if a usable key comes out. */
export function repaired(text: string): string | undefined {
  for (const candidate of [text, unquoted(text), standardAlphabet(text)]) {
    const value = withPadding(corrected(candidate, parseDkimKey(candidate).problems));
    if (parseDkimKey(value).value.usable) return value;
  }
  return undefined;
}

/** base64url (RFC 4648 §5) in the alphabet of base64. */
const standardAlphabet = (text: string): string =>
  text.replace(/(?<=\bp=)[\w=-]+/, (key) => key.replaceAll('-', '+').replaceAll('_', '/'));

function withPadding(text: string): string {
  const key = parseDkimKey(text).value.tags.find(({ name }) => name === 'p');
  if (key === undefined) return text;
  const body = withoutEnd(key.value, '=');
  const padded = body.padEnd(Math.ceil(body.length / 4) * 4, '=');
  return text.slice(0, key.valueAt.start) + padded + text.slice(key.valueAt.end);
}

/** The text without any of these characters at its end. A regular expression would start anew at every run of them. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A parser's sentence inside of one of ours. */
export const clause = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
