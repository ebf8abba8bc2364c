import type { IpRange } from '../protocols/network.ts';
import { isMechanismTerm, type ParsedSpf, type Qualifier } from '../protocols/spf.ts';
import { literalRange } from './address-terms.ts';
import type { ReadRecord } from './own-records.ts';
import type { TermNode } from './tree.ts';

/** A term on its way into the new record. */
export interface Entry {
  readonly text: string;
  /** Undefined for modifiers. */
  readonly qualifier: Qualifier | undefined;
  /** The addresses of an ip4 or ip6. */
  readonly range: IpRange | undefined;
  /** The term it was, and still is; undefined for what we wrote. */
  readonly node: TermNode | undefined;
  /** Domain names in it cannot have been meant: what was, is for a person to say. */
  readonly suspicious: boolean;
}

export const entriesOf = ({ terms, parsed }: ReadRecord): Entry[] =>
  terms.map((node) => ({
    text: node.term.text,
    qualifier: isMechanismTerm(node.term) ? node.term.qualifier : undefined,
    range: literalRange(node.term),
    node,
    suspicious: isSuspicious(parsed, node.index),
  }));

/** Whether the domain of a term is by the grammar one, and none that anybody could have. */
export const isSuspicious = ({ problems }: ParsedSpf, index: number): boolean =>
  problems.some(({ code, term }) => term === index && (code === 'suspicious-domain' || code === 'unaskable-domain'));

/** The record with these terms; its version as it was written. */
export const textOf = ({ parsed }: ReadRecord, entries: readonly Entry[]): string =>
  [parsed.value.version, ...entries.map(({ text }) => text)].join(' ');

/** Neighbours with one qualifier, modifiers aside: within these, the order makes no difference to the result. */
export const sameQualifierRuns = (entries: readonly Entry[]): Entry[][] =>
  runsOf(entries, (before, next) => before.qualifier === next.qualifier);

/** Those without a term between them that asks the DNS, and may fail. */
export const literalRuns = (entries: readonly Entry[]): Entry[][] =>
  runsOf(
    entries,
    (before, next) => before.qualifier === next.qualifier && before.range !== undefined && next.range !== undefined,
  );

function runsOf(entries: readonly Entry[], belong: (before: Entry, next: Entry) => boolean): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    if (entry.qualifier === undefined) continue;
    const before = runs.at(-1);
    const last = before?.at(-1);
    if (before !== undefined && last !== undefined && belong(last, entry)) before.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
