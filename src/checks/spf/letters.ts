import { macroLetters, type MacroLetter, type SpfTerm } from '../../protocols/spf.ts';

/** The macro letters in the domain of a term. */
export const lettersOf = (term: SpfTerm): readonly MacroLetter[] =>
  'domain' in term && term.domain !== undefined ? macroLetters(term.domain) : [];
