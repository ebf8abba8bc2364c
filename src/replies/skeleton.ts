import { ownCopy } from '../core/own-copy.ts';
import { recent } from './recent.ts';
import { MALWARE, trimmed } from './tokens.ts';

/** What stands in a word, as bits. */
const BETWEEN = 1;
const LETTER = 2;
const LOWER = 4;
const DIGIT = 8;
const POINT = 16;
const AT = 32;
const OTHER = 64;
const WRAPPING = 128;

/** Only these tell a word apart from a plain one. */
const TELLING = DIGIT | AT | OTHER | POINT | WRAPPING;

const SPACE_OR_BRACKET = /[\s<>()[\]{}"',;|]/;

const kindOf = (char: string): number => {
  if (SPACE_OR_BRACKET.test(char)) return BETWEEN;
  // `0x1f` is a number to the thorough way: an x proves nothing.
  if (/[a-wyz]/.test(char)) return LETTER | LOWER;
  if (/[A-Zx]/.test(char)) return LETTER;
  if (/\d/.test(char)) return DIGIT;
  if (/[._-]/.test(char)) return POINT;
  if (char === '@') return AT;
  return /[&\\]/.test(char) ? WRAPPING : OTHER;
};
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCodePoint(code)));

/** Spaces beyond ASCII stand between words; letters are for the thorough way to judge. */
const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 128) return KINDS[code] ?? OTHER;
  return SPACE_OR_BRACKET.test(text.charAt(at)) ? BETWEEN : OTHER;
};

/** Replies are cut at 1,500 (`plain.ts`); a token may be longer than its word. */
const LONGEST = 1_400;

/** An address may begin before a mark at which every other word ends: o'neil@example.com, "a"@example.com. */
const MAY_STAND_IN_ADDRESS = `'{}|"`;

/**
 * The text with the words that differ from one reply to the next replaced, in one pass over it: what a thousand replies have
 * in common of which each is a text of its own. A word is replaced only by the token the thorough way (`cluster.ts`) has for
 * it, and only where that way reads nothing else into it, so texts of one skeleton are of one cluster. `undefined`: the text
 * comes wrapped, or is so long that it is cut, and has to go the thorough way.
 */
export function skeletonOf(text: string): string | undefined {
  const { length } = text;
  if (length > LONGEST || text.includes('=0')) return undefined;
  let skeleton = '';
  let copied = 0;
  for (let at = 0; at < length; at++) {
    let kind = kindAt(text, at);
    if (kind === BETWEEN) continue;
    const start = at;
    let seen = 0;
    let last = 0;
    while (kind !== BETWEEN) {
      seen |= last;
      last = kind;
      kind = ++at < length ? kindAt(text, at) : BETWEEN;
    }
    // Letters, and a mark at the end.
    if (((seen & TELLING) | (last & (AT | DIGIT | WRAPPING))) === 0) continue;
    seen |= last;
    if ((seen & WRAPPING) !== 0) return undefined;
    if ((seen & AT) !== 0 && start > 0 && MAY_STAND_IN_ADDRESS.includes(text.charAt(start - 1))) return undefined;
    const word = text.slice(start, at);
    const token = tokenOf(word, seen);
    if (token === word || (token === '<id>' && isBeforeCode(word, text, at))) continue;
    skeleton += text.slice(copied, start) + token;
    copied = at;
  }
  if (copied === 0) return text;
  skeleton += text.slice(copied);
  return skeleton.length > LONGEST ? undefined : skeleton;
}

/** Reply codes within a word, and at its ends: `plain.ts` takes them apart, and together with those of the next word. */
const CODES = /(?:^|\W)[45]\d\d(?:\W|$)|[45]\d\d-?[245]\.|^\W?[245]\.\d{1,3}\.\d{1,3}\W?$/;
/** No code can be read into an address. */
const ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

/** `550`, `5.7.1` */
function isReplyCode(word: string, seen: number): boolean {
  const first = word.charCodeAt(0);
  if (first !== 0x32 && first !== 0x34 && first !== 0x35) return false;
  if (seen === DIGIT) return word.length === 3 && first !== 0x32;
  return seen === (DIGIT | POINT) && word.length === 5 && word.charAt(1) === '.' && word.charAt(3) === '.';
}

/** Hosts, addresses and numbers of the receivers come again. */
const WORDS_REMEMBERED = 4_000;
const remembered = recent<string>(WORDS_REMEMBERED);

function tokenOf(word: string, seen: number): string {
  if (isReplyCode(word, seen)) return word;
  if (isId(word, seen)) return '<id>';
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const token = CODES.test(word) && !ADDRESS.test(word) ? word : trimmed(word);
  return remembered.set(ownCopy(word), token);
}

/** A shorter one may be a provider's word: `office365`, `8bitmime`. */
const ID_LENGTH = 10;
const BESIDE_ID = AT | OTHER | WRAPPING;

/**
 * Letters and digits at random, which no two replies share: a small letter (reasons are capitals), a digit behind a letter
 * or a letter in front (`120seconds` is a time).
 */
const ID = /^(?!www\.|sha-?\d+$)(?:[a-z]|\d[\d._-]*[a-z][\w.-]*\d)[\w.-]*(?<=[a-z\d])$/i;
/** A host ends in a name. */
const ENDS_IN_NAME = /\.[a-z][^.]*$/;

function isId(word: string, seen: number): boolean {
  if (word.length < ID_LENGTH || (seen & BESIDE_ID) !== 0 || (seen & LOWER) === 0 || (seen & DIGIT) === 0) return false;
  if (!ID.test(word)) return false;
  return (seen & POINT) === 0 || !(ENDS_IN_NAME.test(word) || CODE_WITHIN.test(word) || MALWARE.test(word));
}

/** Nor where sentences are held together by dots. */
const CODE_WITHIN = /^[45]\d\d-|[45]\d\d-?[245]\.|\.{3}/;
/** `id.450 5.1.1`: the codes are read as one, whatever stands before them. */
const CODE_AT_END = /\W[45]\d\d$/;
const CODE_NEXT = /^\s+#?[245]\./;
const isBeforeCode = (word: string, text: string, at: number): boolean =>
  CODE_AT_END.test(word) && CODE_NEXT.test(text.slice(at, at + 8));
