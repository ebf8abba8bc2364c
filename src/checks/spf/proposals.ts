import type { RecordChange } from '../../core/outcome.ts';
import {
  isFatal,
  parseSpf,
  repairedSpf,
  replaceTerm,
  withoutTerm,
  type SpfProblem,
  type SpfTerm,
  type Stretch,
} from '../../protocols/spf.ts';
import type { TermNode } from '../../spf/tree.ts';
import { corrected } from '../../protocols/tag-list-edit.ts';
import { isRelated, ownerOf, type ReadRecord } from './records.ts';

/**
 * The record with another text in its place. Nothing where the text is no good record, or no other one, or where a
 * CNAME leads to somebody else's.
 */
export function proposal(record: ReadRecord, value: string): readonly RecordChange[] {
  const old = record.text.text;
  const name = ownerOf(record);
  if (value === old || isFatal(parseSpf(value)) || !isRelated(name, record.domain)) return [];
  return [{ kind: 'replace', name, type: 'TXT', old, value }];
}

/** The record without these terms. */
export const proposalWithout = (record: ReadRecord, terms: readonly Stretch[]): readonly RecordChange[] =>
  proposal(record, remainder(record, terms));

export const proposalWithoutNodes = (record: ReadRecord, nodes: readonly TermNode[]): readonly RecordChange[] =>
  proposalWithout(
    record,
    nodes.map(({ term }) => term),
  );

/** The text without these terms, which must not overlap. */
export const textWithout = (text: string, terms: readonly Stretch[]): string =>
  terms.toSorted((a, b) => b.start - a.start).reduce((rest, term) => withoutTerm(rest, term), text);

/** What is left of the record without these terms, as it can be published. */
export function remainder({ text: { text }, parsed }: ReadRecord, terms: readonly Stretch[]): string {
  const rest = textWithout(text, terms);
  const removed = parsed.value.terms.filter(({ start }) => terms.some((term) => term.start === start));
  return removed.some((term) => wasForSomebody(term)) ? softened(rest) : rest;
}

/** What to add to the word that a term be removed, where the record proposed says `~all` in place of `-all`. */
export function softening(record: ReadRecord, [change]: readonly RecordChange[]): string {
  const after = allOf(parseSpf(change?.value ?? '').value.terms)?.qualifier;
  const isSoftened = allOf(record.parsed.value.terms)?.qualifier === '-' && after === '~';
  return isSoftened ? ', and say `~all` until the record names what sends for the domain' : '';
}

/** An include that is broken, or lets everybody pass, was put there for mail that is sent all the same. */
const wasForSomebody = (term: SpfTerm): boolean =>
  (term.kind === 'include' || term.kind === 'exists') && term.qualifier === '+';

/** `-all` alone would have all mail of the domain refused, so it becomes `~all` where nothing else lets mail pass. */
function softened(text: string): string {
  const { terms } = parseSpf(text).value;
  const all = allOf(terms);
  const passes = terms.some((term) => !('qualifier' in term) || term.qualifier === '+');
  return all?.qualifier === '-' && !passes ? replaceTerm(text, all, '~all') : text;
}

const allOf = (terms: readonly SpfTerm[]): Extract<SpfTerm, { kind: 'all' }> | undefined =>
  terms.find((term) => term.kind === 'all');

/** The record with these problems put right; nothing where one of them needs a person to say what was meant. */
export function proposalRepairing(record: ReadRecord, problems: readonly SpfProblem[]): readonly RecordChange[] {
  if (problems.some(({ replacement }) => replacement === undefined)) return [];
  const repaired = corrected(record.text.text, problems);
  // One error can hide another: behind a typographic dash a blank is missing as well.
  return proposal(record, repairedSpf(parseSpf(repaired)));
}
