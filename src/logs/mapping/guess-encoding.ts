import { isUtf8 } from 'node:buffer';
import { rowSplitter } from '../row-splitter.ts';
import { GUESSED_FIELDS, nameScore } from './guess-names.ts';
import { isEventWord } from './guess-sample.ts';

/** What is taken where nothing else is known, and then what exports of other regions are written in. */
const USUAL = 'windows-1252';
const OTHERS = [
  'windows-1251',
  'shift_jis',
  'windows-1250',
  'gb18030',
  'windows-1254',
  'koi8-r',
  'euc-jp',
  'big5',
] as const;
const LINE_FEED = 0x0a;
/** Cells of one row, and rows, that are looked at. Stops a wide table from being read nine times over. */
const MOST_CELLS = 100;
const MOST_ROWS = 1000;

/** The encoding of a table in which most of its words are known; undefined where it is UTF-8, or as is usual. */
export function guessedEncoding(beginning: Buffer): string | undefined {
  const end = beginning.lastIndexOf(LINE_FEED);
  const bytes = end < 0 ? beginning : beginning.subarray(0, end + 1);
  if (isUtf8(bytes) || bytes.includes(0)) return undefined;
  let best: string | undefined;
  let most = knownWords(bytes, USUAL);
  for (const encoding of OTHERS) {
    if (!isWhole(bytes, encoding)) continue;
    const known = knownWords(bytes, encoding);
    if (known > most) [best, most] = [encoding, known];
  }
  return best;
}

function isWhole(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const BEYOND_ASCII = /[^\0-\x7F]/;

/** Names of columns and words for events with letters in them on which the encodings differ. */
function knownWords(bytes: Buffer, encoding: string): number {
  const words = new Set<string>();
  let columns: readonly string[] | undefined;
  let rows = 0;
  const splitter = rowSplitter({
    encoding,
    row(cells) {
      columns ??= cells;
      rows += 1;
      if (rows > MOST_ROWS) return;
      for (const cell of cells.slice(0, MOST_CELLS)) if (cell.length < 40 && BEYOND_ASCII.test(cell)) words.add(cell);
    },
    unread: () => undefined,
  });
  splitter.push(bytes);
  splitter.end();
  const isName = (word: string): boolean =>
    columns?.includes(word) === true && GUESSED_FIELDS.some((field) => nameScore(field, word) > 0.5);
  return [...words].filter((word) => isName(word) || isEventWord(word)).length;
}
