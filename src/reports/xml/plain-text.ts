import { AMPERSAND, GREATER, LESS, SPACE, TAB, asciiTable, isBlank, isCharacter } from './characters.ts';
import { memory } from './memory.ts';

/** Ordinary characters of text: no markup, no end of a line, and no `>`, which may be the end of a `]]>`. */
export const PLAIN = asciiTable(
  (code) => isCharacter(code) && !isBlank(code) && code !== LESS && code !== AMPERSAND && code !== GREATER,
);
PLAIN[SPACE] = PLAIN[TAB] = 1;

/** The texts that were read, for all documents. Their hashes: times 31, plus the next unit. */
export const values = memory(16_384, 40);
