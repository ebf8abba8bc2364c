import type { RecordChange } from '../../core/outcome.ts';
import { isFatal, parseSpf, repairedSpf, withoutTerm, type SpfProblem, type Stretch } from '../../protocols/spf.ts';
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
  proposal(record, textWithout(record.text.text, terms));

export const proposalWithoutNodes = (record: ReadRecord, nodes: readonly TermNode[]): readonly RecordChange[] =>
  proposalWithout(
    record,
    nodes.map(({ term }) => term),
  );

/** The text without these terms, which must not overlap. */
export const textWithout = (text: string, terms: readonly Stretch[]): string =>
  terms.toSorted((a, b) => b.start - a.start).reduce((rest, term) => withoutTerm(rest, term), text);

/** The record with these problems put right; nothing where one of them needs a person to say what was meant. */
export function proposalRepairing(record: ReadRecord, problems: readonly SpfProblem[]): readonly RecordChange[] {
  if (problems.some(({ replacement }) => replacement === undefined)) return [];
  const repaired = corrected(record.text.text, problems);
  // One error can hide another: behind a typographic dash a blank is missing as well.
  return proposal(record, repairedSpf(parseSpf(repaired)));
}
