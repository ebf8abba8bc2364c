/** Codes, tokens, words. A word of a script without spaces is cut into pieces, for nobody says where its words end. */
const PIECE = /<\w+>|(?<![\d.])[245]\.\d{1,2}\.\d{1,3}(?![\d.])|(?<![\d.])[45]\d\d(?![\d.])|\p{L}+(?:'\p{L}+)?/gu;
const UNSPACED = /^[\u2e80-\u9fff\uac00-\ud7af\u{20000}-\u{3ffff}]/u;
/** Inflected words begin alike: `abgelehnt`, `abgelehnte`; `inesistente`, `inesistenti`. */
const BEGINNING = 5;
const PIECES = [2, 3];

/** What a reply's cluster can be told by, each once: `mailbox`, `mailb-`, `5.7.1`, `<address>`. */
export function wordsOf(cluster: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [piece] of cluster.toLowerCase().matchAll(PIECE)) {
    if (UNSPACED.test(piece)) for (const length of PIECES) addPieces(words, piece, length);
    else {
      words.add(piece);
      if (piece.length > BEGINNING && !piece.startsWith('<')) words.add(`${piece.slice(0, BEGINNING)}-`);
    }
  }
  return words;
}

function addPieces(words: Set<string>, text: string, length: number): void {
  for (let at = 0; at + length <= text.length; at += 1) words.add(text.slice(at, at + length));
}

export const isWord = (word: string): boolean => /^\p{L}/u.test(word);
