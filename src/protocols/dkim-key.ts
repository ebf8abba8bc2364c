import type { Parsed } from '../core/facts.ts';
import { readKeyMaterial, type KeyMaterial, type KeyMaterialCode } from './dkim-key-material.ts';
import {
  inOrder,
  parseTagList,
  printTagList,
  quote,
  type Correctable,
  type Tag,
  type TagListCode,
} from './tag-list.ts';

export type * from './dkim-key-material.ts';

/** A DKIM key record (RFC 6376 §3.6.1, RFC 8301, RFC 8463). */
export interface DkimKey {
  /** As published, in order. */
  readonly tags: readonly Tag[];
  /** `k=`, lower case; `rsa` where it is missing. Only `rsa` and `ed25519` are keys anybody verifies with. */
  readonly keyType: string;
  /** `p=` is there and empty: the key is withdrawn. */
  readonly revoked: boolean;
  /** The key itself, as far as it can be read; see `usable`. */
  readonly material?: KeyMaterial;
  /** Whether a verifier that keeps to the standards gets a key for mail out of this record. */
  readonly usable: boolean;
  /** `h=`: acceptable hash algorithms, lower case; absent means all. */
  readonly hashes?: readonly string[];
  /** `s=`: service types, lower case; `*` where it is missing. */
  readonly services: readonly string[];
  /** `t=` as published, lower case. */
  readonly flags: readonly string[];
  /** `t=y`: the domain is testing DKIM; verifiers treat its mail as unsigned. */
  readonly testing: boolean;
  /** `t=s`: the domain of `i=` must equal `d=`. */
  readonly strictIdentity: boolean;
  /** `n=`: notes for people. */
  readonly notes?: string;
  /** `g=`: granularity, of RFC 4871 and gone since RFC 6376. */
  readonly granularity?: string;
}

export type DkimKeyCode =
  | TagListCode
  | KeyMaterialCode
  /** `v=` is there and is not `DKIM1`: the record must be discarded. */
  | 'version'
  /** `v=` is there and not the first tag. */
  | 'version-not-first'
  | 'missing-key'
  /** A `k=` that is neither `rsa` nor `ed25519`. */
  | 'unknown-key-type'
  /** An `h=` entry that is neither `sha256` nor `sha1`; ignored. */
  | 'unknown-hash'
  /** `h=` without `sha256`: with it gone no signature verifies any more (RFC 8301 §3.1). */
  | 'no-sha256'
  /** An `s=` entry that is neither `email` nor `*`; ignored. */
  | 'unknown-service'
  /** `s=` without `email` or `*`: not a key for mail. */
  | 'not-for-email'
  /** A `t=` flag that is neither `y` nor `s`; ignored. */
  | 'unknown-flag'
  /** `g=` is of RFC 4871 only. */
  | 'granularity'
  /** A tag no standard knows; ignored. */
  | 'unknown-tag';

export type ParsedDkimKey = Parsed<DkimKey, DkimKeyCode> & { readonly problems: readonly Correctable<DkimKeyCode>[] };

const TAGS = ['v', 'k', 'p', 'h', 's', 't', 'n', 'g'];
/** Problems that keep the record from being a key for mail. */
const FATAL: ReadonlySet<DkimKeyCode> = new Set<DkimKeyCode>([
  ...(['duplicate', 'no-equals', 'trailing-text', 'bad-name', 'empty-tag', 'missing-separator'] as const),
  ...(['version', 'version-not-first', 'missing-key', 'unknown-key-type', 'no-sha256', 'not-for-email'] as const),
  ...(['base64-character', 'base64-length', 'truncated', 'not-a-key', 'key-type-mismatch', 'ed25519-wrapped'] as const),
]);

/** Reads a DKIM key record: the TXT strings joined without anything between them. */
export function parseDkimKey(text: string): ParsedDkimKey {
  const list = parseTagList(text, { known: TAGS });
  const tags = list.value;
  // Of a tag given twice the first is read; the record is invalid all the same (RFC 6376 §3.2).
  const tag = (name: string): Tag | undefined => tags.find((one) => one.name === name);

  const keyType = tag('k')?.value.toLowerCase() ?? 'rsa';
  const key = tag('p');
  const revoked = key !== undefined && key.value === '';
  const read = key === undefined || revoked ? undefined : readKeyMaterial(key.value, keyType, key.valueAt.start);
  const hashes = listOf(tag('h'));
  const services = listOf(tag('s')) ?? ['*'];
  const flags = listOf(tag('t')) ?? [];
  const problems: readonly Correctable<DkimKeyCode>[] = [
    ...list.problems,
    ...versionProblems(tags, tag('v')),
    ...(key === undefined ? [missingKey(text)] : []),
    ...keyTypeProblems(tag('k'), keyType),
    ...(read?.problems ?? []),
    ...hashProblems(tag('h'), hashes),
    ...serviceProblems(tag('s'), services),
    ...otherProblems(tags),
  ];
  const notes = tag('n')?.value;
  const granularity = tag('g')?.value;
  return {
    value: {
      tags,
      keyType,
      revoked,
      ...(read?.value === undefined ? {} : { material: read.value }),
      usable: read?.value !== undefined && !problems.some(({ code }) => FATAL.has(code)),
      ...(hashes === undefined ? {} : { hashes }),
      services,
      flags: flags.filter((flag) => flag !== ''),
      testing: flags.includes('y'),
      strictIdentity: flags.includes('s'),
      ...(notes === undefined ? {} : { notes }),
      ...(granularity === undefined ? {} : { granularity }),
    },
    problems: inOrder(problems),
  };
}

/** The record in its plain form. */
export const printDkimKey = (key: DkimKey): string => printTagList(key.tags);

/** Whether a text found at a selector means to be a key: it claims the version, or has a `p=` tag. */
export const resemblesDkimKey = (text: string): boolean =>
  /^[\s"'\uFEFF]*v[ \t]*=[ \t]*DKIM/i.test(text) || parseTagList(text).value.some(({ name }) => name === 'p');

function versionProblems(tags: readonly Tag[], version: Tag | undefined): Correctable<DkimKeyCode>[] {
  if (version === undefined) return [];
  const problems: Correctable<DkimKeyCode>[] = [];
  if (version.value !== 'DKIM1') {
    const message = `The version is ${quote(version.value)} and has to be exactly "DKIM1"`;
    const meant = /^["']?dkim[ _-]?1?["'\\]?$/i.test(version.value) ? { replacement: 'DKIM1' } : {};
    problems.push({ code: 'version', message, ...version.valueAt, ...meant });
  }
  if (version !== tags[0]) {
    const message = 'The v= tag has to be the first one';
    problems.push({ code: 'version-not-first', message, start: version.start, end: version.end });
  }
  return problems;
}

const missingKey = (text: string): Correctable<DkimKeyCode> => ({
  code: 'missing-key',
  message: 'There is no p= tag, so there is no key',
  start: 0,
  end: text.length,
});

function keyTypeProblems(tag: Tag | undefined, keyType: string): Correctable<DkimKeyCode>[] {
  if (tag === undefined || keyType === 'rsa' || keyType === 'ed25519') return [];
  const message = `Nobody knows keys of the type ${quote(tag.value)}`;
  return [{ code: 'unknown-key-type', message, ...tag.valueAt }];
}

/** The entries of a colon-separated list, lower case. */
const listOf = (tag: Tag | undefined): string[] | undefined =>
  tag?.value.split(':').map((entry) => entry.trim().toLowerCase());

function hashProblems(tag: Tag | undefined, hashes: readonly string[] | undefined): Correctable<DkimKeyCode>[] {
  if (tag === undefined || hashes === undefined) return [];
  const problems = unknownEntries(tag, hashes, ['sha256', 'sha1'], 'unknown-hash', 'hash algorithm');
  if (!hashes.includes('sha256')) {
    const message = `h=${tag.value} leaves out sha256, the only hash algorithm that is still accepted`;
    problems.push({ code: 'no-sha256', message, ...tag.valueAt });
  }
  return problems;
}

function serviceProblems(tag: Tag | undefined, services: readonly string[]): Correctable<DkimKeyCode>[] {
  if (tag === undefined) return [];
  const problems = unknownEntries(tag, services, ['*', 'email'], 'unknown-service', 'service type');
  if (!services.includes('*') && !services.includes('email')) {
    problems.push({
      code: 'not-for-email',
      message: `s=${tag.value} says that the key is not for mail`,
      ...tag.valueAt,
    });
  }
  return problems;
}

function otherProblems(tags: readonly Tag[]): Correctable<DkimKeyCode>[] {
  return tags.flatMap((tag): Correctable<DkimKeyCode>[] => {
    const at = { start: tag.start, end: tag.end };
    if (tag.name === 't') return unknownEntries(tag, listOf(tag)!, ['y', 's'], 'unknown-flag', 'flag');
    if (tag.name === 'g') {
      return [
        { code: 'granularity', message: `${quote(`g=${tag.value}`)} is of RFC 4871 and means nothing any more`, ...at },
      ];
    }
    if (TAGS.includes(tag.name)) return [];
    return [{ code: 'unknown-tag', message: `No standard knows the tag ${quote(tag.name)}`, ...at }];
  });
}

const unknownEntries = (
  tag: Tag,
  entries: readonly string[],
  known: readonly string[],
  code: DkimKeyCode,
  what: string,
): Correctable<DkimKeyCode>[] =>
  entries
    .filter((entry) => !known.includes(entry))
    .map((entry) => ({ code, message: `${quote(entry)} in ${tag.name}= is no known ${what}`, ...tag.valueAt }));
