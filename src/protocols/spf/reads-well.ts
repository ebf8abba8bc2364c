import { readTerm } from './term.ts';

/** Whether the text, with blanks between its terms, reads without fault. */
export const readsWell = (text: string): boolean =>
  text.split(' ').every((token) => {
    if (token === '') return true;
    const { term, problems } = readTerm(token, 0);
    return term.kind !== 'unknown-modifier' && !problems.some(({ fatal }) => fatal);
  });
