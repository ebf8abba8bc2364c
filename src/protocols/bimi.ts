import { printTagList, quote, inOrder, parseTagList } from './tag-list.ts';
import type { Correctable, Tag, TagListCode } from './tag-list.ts';
import { corrected } from './tag-list-edit.ts';
import type { Parsed } from '../core/facts.ts';
import { bimiUri, type BimiUri, type BimiUriCode } from './bimi-uri.ts';

export type { BimiUri, BimiUriCode } from './bimi-uri.ts';

/** A BIMI assertion record (draft-brand-indicators-for-message-identification §4.3). */
export interface BimiRecord {
  /** As published, in order. */
  readonly tags: readonly Tag[];
  /** Whether it starts with `v=BIMI1`; receivers discard anything else (§7.2 step 4). */
  readonly version: boolean;
  /** `l=`: where the indicator is; absent where the tag is empty or missing. */
  readonly location?: BimiUri;
  /** `a=`: where the evidence is, a mark certificate; absent where the tag is empty or missing. */
  readonly evidence?: BimiUri;
  /** `l=` is empty, and so is `a=`: the domain takes no part in BIMI (§4.3.1). */
  readonly declined: boolean;
  /** `avp=`: what to show where the sender has an avatar as well. */
  readonly preference: 'brand' | 'personal';
  /** `lps=true`: the local part of the sender's address is looked up as a selector (§4.5). */
  readonly localPartSelectors: boolean;
}

export type BimiCode =
  | TagListCode
  | BimiUriCode
  /** The first tag is not `v=BIMI1`, letter by letter. */
  | 'version'
  /** There is no `l=` at all. */
  | 'missing-location'
  /** `a=` names evidence while `l=` is empty: §7.3 step 1 wants a location all the same. */
  | 'evidence-alone'
  /** A known name in capitals; receivers must not mend that (§4.3). */
  | 'tag-case'
  /** A tag no draft knows; ignored. */
  | 'unknown-tag'
  /** An `avp=` that is neither `brand` nor `personal`. */
  | 'preference'
  /** An `lps=` that is neither `true` nor `false`. */
  | 'local-part-selectors';

export type BimiProblem = Correctable<BimiCode>;
export type ParsedBimi = Parsed<BimiRecord, BimiCode> & { readonly problems: readonly BimiProblem[] };

export const BIMI_TAGS = ['v', 'l', 'a', 'avp', 'lps'] as const;
const LIST = { known: BIMI_TAGS, ignoreCase: true };

/** The name of a domain's default assertion record; the only selector that can be found without a message (§4.4). */
export const bimiName = (domain: string): string => `default._bimi.${domain}`;

/** Whether receivers take a text for a BIMI record (§7.2 step 4). The value is matched precisely, capitals included. */
export const isBimiVersion = (text: string): boolean => /^[ \t]*v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/.test(text);

/** Reads an assertion record: the TXT strings joined without anything between them. */
export function parseBimi(text: string): ParsedBimi {
  const list = parseTagList(text, LIST);
  const tags = list.value;
  // Of a tag given twice the first is read; a name in capitals is read, too, so that one slip is one problem.
  const tag = (name: string): Tag | undefined => tags.find((one) => one.name.toLowerCase() === name);
  const [l, a] = [tag('l'), tag('a')];
  const location = l === undefined || l.value === '' ? undefined : bimiUri(l);
  const evidence = a === undefined || a.value === '' ? undefined : bimiUri(a);
  const version = isBimiVersion(text);
  const problems: readonly BimiProblem[] = [
    ...list.problems,
    ...(version ? [] : [versionProblem(text, tags)]),
    ...(l === undefined ? [missingLocation(text)] : []),
    ...(l !== undefined && location === undefined && a !== undefined && evidence !== undefined ? [alone(l, a)] : []),
    ...(location?.problems ?? []),
    ...(evidence?.problems ?? []),
    ...nameProblems(tags),
    ...valueProblems(tag('avp'), tag('lps')),
  ];
  return {
    value: {
      tags,
      version,
      ...(location === undefined ? {} : { location: location.value }),
      ...(evidence === undefined ? {} : { evidence: evidence.value }),
      declined: l !== undefined && location === undefined && evidence === undefined,
      preference: tag('avp')?.value === 'personal' ? 'personal' : 'brand',
      localPartSelectors: tag('lps')?.value === 'true',
    },
    problems: inOrder(problems),
  };
}

/** Longest head of a text that is searched for the word BIMI: room for quotes and a byte order mark. */
const HEAD = 40;

/** Whether a text that receivers discard was meant as a BIMI record. */
export function resemblesBimi(text: string): boolean {
  if (isBimiVersion(text)) return false;
  const head = text
    .slice(0, HEAD)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  if (/^v?bimi(?:[0-9l]|$)/.test(head) || head === 'v') return head !== 'v';
  const tags = parseTagList(text).value;
  if (tags.some(({ name, value }) => name.toLowerCase() === 'v' && /^bimi/i.test(value))) return true;
  return tags.some(({ name, value }) => /^[la]$/i.test(name) && /^https?:/i.test(value));
}

/** The record that was meant: `v=BIMI1` first, and every known tag once behind it. */
export function bimiAsMeant(text: string): string {
  const bare = text.replaceAll(/["\u201C\u201D]|\xE2\x80[\x9C\x9D]/g, '');
  const tags = parseTagList(corrected(bare, parseTagList(bare, LIST).problems)).value;
  const others = BIMI_TAGS.flatMap((name) => {
    const tag = name === 'v' ? undefined : tags.find((one) => one.name.toLowerCase() === name);
    return tag === undefined ? [] : [{ name, value: tag.value }];
  });
  return printTagList([{ name: 'v', value: 'BIMI1' }, ...others]);
}

function versionProblem(text: string, tags: readonly Tag[]): BimiProblem {
  const written = tags.find(({ name }) => name.toLowerCase() === 'v');
  const at = written === undefined ? { start: 0, end: text.length } : { start: written.start, end: written.end };
  return { code: 'version', message: 'The record does not start with "v=BIMI1"', ...at };
}

const missingLocation = (text: string): BimiProblem => ({
  code: 'missing-location',
  message: 'There is no l= tag, so there is no indicator',
  start: 0,
  end: text.length,
});

const alone = (l: Tag, a: Tag): BimiProblem => ({
  code: 'evidence-alone',
  message: `l= is empty while a= names ${quote(a.value)}`,
  start: l.start,
  end: l.end,
  tag: 'l',
});

function nameProblems(tags: readonly Tag[]): BimiProblem[] {
  return tags.flatMap(({ name, nameAt }): BimiProblem[] => {
    const lower = name.toLowerCase();
    const known = BIMI_TAGS.some((one) => one === lower);
    if (known && lower === name) return [];
    if (known) {
      const message = `The tag ${quote(name)} has to be written in small letters`;
      return [{ code: 'tag-case', message, ...nameAt, replacement: lower, tag: lower }];
    }
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return [];
    return [{ code: 'unknown-tag', message: `${quote(name)} is no tag of BIMI`, ...nameAt, tag: lower }];
  });
}

function valueProblems(avp: Tag | undefined, lps: Tag | undefined): BimiProblem[] {
  const checked = [
    { tag: avp, name: 'avp', code: 'preference', allowed: ['brand', 'personal'] },
    { tag: lps, name: 'lps', code: 'local-part-selectors', allowed: ['true', 'false'] },
  ] as const;
  return checked.flatMap(({ tag, name, code, allowed }): BimiProblem[] => {
    const value = tag?.value ?? '';
    if (tag === undefined || allowed.some((one) => one === value)) return [];
    const meant = allowed.find((one) => one === value.toLowerCase());
    const message = `${name}= is ${quote(value)} and has to be "${allowed.join('" or "')}"`;
    return [{ code, message, ...tag.valueAt, tag: name, ...(meant === undefined ? {} : { replacement: meant }) }];
  });
}
