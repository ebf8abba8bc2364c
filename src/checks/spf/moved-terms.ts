import { parseSpf, replaceTerm, type SpfTerm } from '../../protocols/spf.ts';
import { behindAll, withAllLast } from '../../spf/all-last.ts';
import { SPF_LIMITS } from '../../spf/limits.ts';
import type { RecordNode, SpfTree, TermNode } from '../../spf/tree.ts';
import { certainVoids, deadName, voidLookups } from './dead-terms.ts';
import { isOwn, reachableTerms, readRecords, type ReadRecord } from './records.ts';

/**
 * The record's text with `all` at its end, and in front of it what stood behind and leads somewhere; the rest goes. An
 * `all` that lets everybody pass becomes `~all`. Undefined where that would be the end of all mail: receivers could not
 * look up what stands behind, and without `+all` nothing else lets it pass. `after` is the tree of how it would be if
 * all of them were moved; undefined where nothing stands behind.
 */
export function textWithAllLast(record: ReadRecord, after: SpfTree | undefined): string | undefined {
  const isWithinLimits = after === undefined || fits(after);
  const moved =
    after !== undefined && isWithinLimits ? behindAll(record).filter((term) => isWorthMoving(after, record, term)) : [];
  const text = withAllLast(record, [...new Set(moved.map((term) => term.text))]);
  const all = parseSpf(text).value.terms.find(({ kind }) => kind === 'all');
  if (all?.kind !== 'all' || all.qualifier !== '+') return text;
  return isWithinLimits ? replaceTerm(text, all, '~all') : undefined;
}

/** Whether the records, without what leads nowhere, would be within the limits (RFC 7208 §4.6.4). */
function fits(tree: SpfTree): boolean {
  const spare = readRecords(tree).flatMap((record) => (isOwn(tree, record) ? record.terms.filter(leadsNowhere) : []));
  const lookups = tree.lookups.min - spare.reduce((sum, { branch }) => sum + branch.min, 0);
  const voids = certainVoids(voidLookups(tree, 4, spare)).length;
  return lookups <= SPF_LIMITS.lookups && voids <= SPF_LIMITS.voids;
}

/** Whether the term is not there already, in front of `all`, and leads somewhere. */
function isWorthMoving(after: SpfTree, record: ReadRecord, term: SpfTerm): boolean {
  if (term.kind === 'all') return false;
  const stands = reachableTerms(record).some((node) => node.term.text.toLowerCase() === term.text.toLowerCase());
  const then = readRecords(after).find(({ domain }) => domain === record.domain);
  const node = then?.terms.find((one) => one.term.text === term.text);
  return !stands && node !== undefined && !leadsNowhere(node);
}

/** A name that is not there, or an include that would be a permerror. */
const leadsNowhere = (node: TermNode): boolean =>
  deadName(node) !== undefined ||
  (node.term.kind === 'include' && node.child !== undefined && !canBeIncluded(node.child));

const canBeIncluded = (child: RecordNode): boolean =>
  child.state === 'record' ? !child.fatal : child.state === 'failed' || child.state === 'cut';
