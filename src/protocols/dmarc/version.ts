import { readable } from '../../core/readable.ts';
import { quote } from '../tag-list.ts';

/**
 * Whether a TXT record is a DMARC policy record of this version (RFC 9989 §4.8 `dmarc-version`): `v=DMARC1` first,
 * blanks around the `=` allowed, the value exact, the `v` in any case. All other texts are discarded (§4.10 step 2).
 */
export const isDmarcVersion = (text: string): boolean => /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);

export type LookalikeReason =
  | 'byte-order-mark'
  | 'leading-blank'
  | 'quotes'
  | 'case'
  | 'escaped-separator'
  | 'missing-separator'
  | 'version-not-first'
  | 'version-missing'
  | 'version-value'
  | 'foreign-character';

/** A text that means to be a DMARC record, and is none to any receiver. */
export interface DmarcLookalike {
  /** What was found first; a text may have several faults. */
  readonly reason: LookalikeReason;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** The text as it was probably meant; starts with `v=DMARC1`. */
  readonly meant: string;
}

/** Why a text that looks like a DMARC record is none; undefined for records, and for texts that are something else. */
export function dmarcLookalike(octets: string): DmarcLookalike | undefined {
  if (isDmarcVersion(octets)) return undefined;
  const text = readable(octets);
  if (!resemblesDmarc(text)) return undefined;
  const meant = meantRecord(text);
  return meant === undefined ? undefined : { ...faultOf(text), meant };
}

/**
 * The word in front, or tags that stand in no other TXT record. A text that only speaks of DMARC further on is none: an
 * SPF record that somebody glued a DMARC record to is an SPF record still, and nobody may be told to move it.
 */
function resemblesDmarc(text: string): boolean {
  const start = text.replace(LEADING, '');
  return (
    /^v\s*[=:][\s"'\u201C]*dmarc/i.test(start) ||
    /^dmarc\s*1?\s*;/i.test(start) ||
    /^p\s*=\s*(?:none|quarantine|reject)\b/i.test(start) ||
    (OTHER_TAG.test(start) && /[;\s]v\s*=\s*dmarc/i.test(start))
  );
}

/** Blanks, quotes, backslashes and marks without width that pasting leaves in front. */
const LEADING = /^[\s"'\\\u200B-\u200D\u2018\u2019\u201C\u201D]+/;
/** A tag of DMARC, with the version behind it. */
const OTHER_TAG = /^(?:p|sp|np|rua|ruf|adkim|aspf|fo|pct|rf|ri|psd|t)\s*=/i;

function faultOf(text: string): Omit<DmarcLookalike, 'meant'> {
  const start = quote(text.slice(0, 20));
  if (text.startsWith('\uFEFF'))
    return { reason: 'byte-order-mark', message: 'A byte order mark stands before "v=DMARC1"' };
  if (/^\s/.test(text)) return { reason: 'leading-blank', message: 'White space stands before "v=DMARC1"' };
  if (/^["'\u201C\u201D\u2018\u2019\\]/.test(text))
    return { reason: 'quotes', message: `The record starts with a quotation mark: ${start}` };
  const version = /^v\s*=\s*([^\s;,:\\"']*)/i.exec(text)?.[1];
  if (version === undefined) {
    if (/[^\x20-\x7E]/.test(text.slice(0, 12)))
      return {
        reason: 'foreign-character',
        message: `The record does not start with plain "v=DMARC1" but with ${start}`,
      };
    return /\bv\s*=\s*dmarc/i.test(text)
      ? {
          reason: 'version-not-first',
          message: `"v=DMARC1" has to be the first tag, but the record starts with ${start}`,
        }
      : { reason: 'version-missing', message: `The record starts with ${start} instead of "v=DMARC1"` };
  }
  if (version !== 'DMARC1') {
    return version.toUpperCase() === 'DMARC1'
      ? { reason: 'case', message: `The version is written ${quote(version)} and has to be exactly "DMARC1"` }
      : { reason: 'version-value', message: `The version is ${quote(version)} and has to be exactly "DMARC1"` };
  }
  return /^v\s*=\s*DMARC1\s*\\/i.test(text)
    ? { reason: 'escaped-separator', message: 'A backslash stands before the semicolon after "v=DMARC1"' }
    : { reason: 'missing-separator', message: 'There is no semicolon after "v=DMARC1"' };
}

/** Undoes what goes wrong between a web form, a zone file and a word processor. */
function meantRecord(text: string): string | undefined {
  const plain = text
    .replaceAll(/[\uFEFF\u200B\u200C\u200D]/g, '')
    .replaceAll(/["\u201C\u201D\u2018\u2019]/g, '')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\\;', ';')
    .trim()
    .replace(/^'|'$/g, '');
  const rest = plain
    .replace(/(^|[;\s])v\s*[=:]\s*dmarc[ _-]?[0-9]*(?:\.[0-9]+)*(?:[;,:.\s]+|$)/i, '$1')
    .replace(/^dmarc\s*1?\s*[;,]\s*/i, '')
    .replace(/^[;\s]+/, '');
  const meant = rest === '' ? 'v=DMARC1;' : `v=DMARC1; ${rest}`;
  return isDmarcVersion(meant) ? meant : undefined;
}
