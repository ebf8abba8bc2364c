/** The SPF grammar (RFC 7208 §4.5–§7.1): text to terms, and back. */
import { corrected } from './tag-list-edit.ts';
import { diagnosed } from './spf/diagnosis.ts';
import { gluedTerms } from './spf/missing-blanks.ts';
import { oddities } from './spf/oddities.ts';
import type { ParsedSpf, SpfProblem, SpfRecord, SpfTerm } from './spf/record.ts';
import { problem, type ReadTerm } from './spf/reading.ts';
import { readTerm } from './spf/term.ts';
import { isSpfRecord, spfLookAlike } from './spf/version.ts';

export type * from './spf/record.ts';
export type { MacroLetter } from './spf/macro.ts';
export { expandMacros, macroLetters, readMacroString } from './spf/macro.ts';
export { isSpfRecord, spfLookAlike, type LookAlike } from './spf/version.ts';
export { printSpf, replaceTerm, withoutTerm, withTerm } from './spf/edit.ts';
export { isMechanismTerm } from './spf/term.ts';

/**
 * All terms of a record, and everything that is wrong or odd with it. `text` is an octet string: the strings of one
 * TXT record joined without anything between them (§3.3). Any text is read as far as it goes; never throws.
 */
export function parseSpf(text: string): ParsedSpf {
  const { version, terms: start, problems: versionProblems } = readVersion(text);
  const read = tokens(text, start).map((token) => readTerm(token.text, token.start));
  const problems = joined(read, text);
  const terms = read.map(({ term }) => term);
  const value: SpfRecord = { text, version, terms };
  return { value, problems: [...versionProblems, ...problems, ...oddities(value)] };
}

/** Whether receivers answer permerror to the record. */
export const isFatal = ({ problems }: ParsedSpf): boolean => problems.some(({ fatal }) => fatal);

/** The text with every problem put right for which it is clear what was meant, and single blanks. */
export const repairedSpf = ({ value, problems }: ParsedSpf): string =>
  corrected(value.text, problems).replaceAll(/ {2,}/g, ' ').trimEnd();

function readVersion(text: string): { version: string; terms: number; problems: SpfProblem[] } {
  if (isSpfRecord(text)) {
    const version = text.slice(0, 6);
    const odd = version === 'v=spf1' ? [] : [versionCase(version)];
    return { version, terms: 6, problems: odd };
  }
  const found = spfLookAlike(text);
  if (found === undefined) {
    const end = Math.min(text.length, 6);
    const message = 'The text does not start with "v=spf1", so it is no SPF record';
    return { version: '', terms: 0, problems: [problem('version', message, { start: 0, end })] };
  }
  return { version: '', terms: found.terms, problems: [problem('version', found.message, found, found.replacement)] };
}

const versionCase = (version: string): SpfProblem => {
  const message = `The version is written "${version}"; some receivers only know "v=spf1"`;
  return problem('version-case', message, { start: 0, end: 6 }, 'v=spf1');
};

/** Runs of anything but the ASCII blank: nothing else separates terms (§4.6.1). */
const tokens = (text: string, from: number): { text: string; start: number }[] =>
  Array.from(text.slice(from).matchAll(/[^ ]+/g), ({ 0: token, index }) => ({ text: token, start: from + index }));

/** The problems of all terms; terms that a blank has torn apart are one problem. */
function joined(read: readonly ReadTerm[], text: string): SpfProblem[] {
  const problems: SpfProblem[] = [];
  for (let index = 0; index < read.length; index++) {
    const found = read[index]!;
    const torn = tornApart(read, index, text);
    if (torn !== undefined) {
      problems.push({ ...torn.problem, term: index });
      index += torn.more;
    } else {
      problems.push(...explained(found).map((one) => ({ ...one, term: index })));
    }
  }
  return problems;
}

const hasFatal = ({ problems }: ReadTerm): boolean => problems.some(({ fatal }) => fatal);

function explained(found: ReadTerm): readonly SpfProblem[] {
  if (hasFatal(found)) return diagnosed(found);
  if (!found.problems.some(({ code }) => code === 'suspicious-domain')) return found.problems;
  return gluedTerms(found) ?? found.problems;
}

/** `include: example.com`, `ip4:192.0.2.0 /24`, `- all`: up to three pieces that make one good term. */
function tornApart(
  read: readonly ReadTerm[],
  index: number,
  text: string,
): { problem: SpfProblem; more: number } | undefined {
  const { term: first } = read[index]!;
  for (const more of [1, 2]) {
    const last = read[index + more];
    if (last === undefined) return undefined;
    const found = read.slice(index, index + more + 1);
    const pieces = found.map(({ term }) => term);
    // Pieces that are good terms each, like `x= mx`, are not torn.
    if (!belongTogether(pieces) || !found.some((piece) => hasFatal(piece))) continue;
    const whole = pieces.map((piece) => piece.text).join('');
    const joinedUp = readTerm(whole, 0);
    if (hasFatal(joinedUp) || joinedUp.term.kind === 'unknown-modifier') continue;
    const written = text.slice(first.start, last.term.end);
    const gap = { start: first.start, end: last.term.end };
    return { problem: problem('blank-inside', `A blank stands inside "${written}"`, gap, whole), more };
  }
  return undefined;
}

/** A piece that cannot stand alone: it ends, or the next one starts, where a term cannot. */
const belongTogether = (pieces: readonly SpfTerm[]): boolean =>
  pieces.every(({ text }, index) => {
    const next = pieces[index + 1];
    return next === undefined || /[:=/]$|^[-+~?]$/.test(text) || /^[:=/]/.test(next.text);
  });
