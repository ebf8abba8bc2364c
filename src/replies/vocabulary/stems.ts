import { late, type Phrase } from '../pattern.ts';

/** Stems that are joined by `|`; a list of such, where one line would be long. */
type Stems = Phrase | readonly Phrase[];

/**
 * How mail servers of so many languages call one thing, in whatever inflection. A new word is added to the line of its
 * language; a stem that several languages share stands under their family, and is not written again in theirs. What
 * begins a word need not end it: `(?!\p{L})` behind it says that it is a whole word.
 */
export interface Words {
  /** Languages of more than one family, or words of English that all of them use. */
  readonly several?: Stems;
  readonly germanic?: Stems;
  readonly romance?: Stems;
  /** Spanish and Portuguese. */
  readonly iberian?: Stems;
  readonly slavic?: Stems;
  /** Russian and Ukrainian. */
  readonly eastSlavic?: Stems;
  /** Lithuanian and Latvian, and Estonian beside them. */
  readonly baltic?: Stems;
  /** Czech and Slovak. */
  readonly czech?: Stems;
  readonly dutch?: Stems;
  readonly english?: Stems;
  readonly finnish?: Stems;
  readonly french?: Stems;
  readonly german?: Stems;
  readonly greek?: Stems;
  readonly hungarian?: Stems;
  /** Indonesian and Malay. */
  readonly indonesian?: Stems;
  readonly italian?: Stems;
  /** Swedish, Danish, Norwegian. */
  readonly nordic?: Stems;
  readonly polish?: Stems;
  readonly portuguese?: Stems;
  readonly romanian?: Stems;
  readonly russian?: Stems;
  /** Slovene, Croatian, Serbian, Bulgarian, Macedonian. */
  readonly southSlavic?: Stems;
  readonly spanish?: Stems;
  readonly turkish?: Stems;
  readonly ukrainian?: Stems;
  readonly vietnamese?: Stems;

  /** Parts of words, of any language: the `fehler` of `Zustellfehler`. */
  readonly inside?: Stems;
  /** Arabic and Persian. */
  readonly arabic?: Stems;
  readonly chinese?: Stems;
  readonly hebrew?: Stems;
  readonly hindi?: Stems;
  readonly japanese?: Stems;
  readonly korean?: Stems;
  readonly thai?: Stems;
}

/** They put no space between words, or write articles and prepositions as one with them: a stem may stand anywhere. */
const ANYWHERE: ReadonlySet<string> = new Set<keyof Words>([
  'inside',
  'arabic',
  'chinese',
  'hebrew',
  'hindi',
  'japanese',
  'korean',
  'thai',
]);

/** Any of the words, as one pattern, which is made when it is first asked: most never are, and all of them take a while. */
export const stems = (...lists: readonly Words[]): Phrase => late(() => sourceOfAll(lists), FLAGS);

function sourceOfAll(lists: readonly Words[]): string {
  const begin: string[] = [];
  const stand: string[] = [];
  for (const list of lists)
    for (const [language, words] of Object.entries(list))
      (ANYWHERE.has(language) ? stand : begin).push(sourceOf(words));
  return [`(?<!\\p{L})(?:${begin.join('|')})`, ...stand].join('|');
}

/** The same, but that a stem of any language may stand anywhere. */
export const anywhere = (list: Words): Phrase => late(() => Object.values(list).map(sourceOf).join('|'), FLAGS);

const FLAGS = 'iu';

const sourceOf = (words: Stems): string =>
  'source' in words ? words.source : words.map(({ source }) => source).join('|');
