import { isSentFurther, withFailures } from './guess-beside.ts';
import { byColumns, byMoment, latestOf, withMoments } from './guess-kind-columns.ts';
import { type Moment, momentsOf } from './guess-moments.ts';
import {
  byCodes,
  byOtherTrade,
  byUnknownWords,
  codesOf,
  constant,
  untoldStates,
  untold,
} from './guess-kind-otherwise.ts';
import { byBounceType, byWords, isOfBounces } from './guess-kind-words.ts';
import { nameScore } from './guess-names.ts';
import { separated } from './guess-separator.ts';
import { byFailure } from './guess-failure.ts';
import { byOtherTable, otherTable, sumsIn } from './guess-other-table.ts';
import { stateIn, verdictsIn } from './guess-state.ts';
import { isOfMailAlone, listed, otherTrade, used } from './guess-trade.ts';
import { isFlag, type SampledColumn, share, shareOfEventWords } from './guess-sample.ts';
import type { KindField, TimeField } from './mapping.ts';
import { HALF, MOST_OF, MOST_ROWS, MOST_VALUES, type Notes } from './guessing.ts';

const SURE_NAME = 0.6;

/**
 * By words for events, and the times of others beside them; else by columns of which each is of one thing; else by what only
 * one kind of event has; else by reply codes. Where nothing tells, no row is an event.
 */
export function guessedKind(
  columns: readonly SampledColumn[],
  time: TimeField | undefined,
  file: string,
  notes: Notes,
): KindField {
  const timed = new Set([time?.column, time?.clock]);
  const free = columns.filter(({ name, values }) => !timed.has(name) && values.length > 0);
  const table = otherTable(columns);
  // People are subscribed; a mail is not.
  const moments = momentsOf(columns).filter(({ outcome }) => table === undefined || outcome !== 'subscribed');
  const words = stateIn(free);
  const full = free.filter(({ filled }) => filled >= MOST_ROWS);
  // Codes say all of it where some words are not known; a reason here and there says nothing of the other rows.
  const isSure =
    words !== undefined &&
    words.filled >= HALF &&
    (shareOfEventWords(words) === 1 || codesOf(full) === undefined) &&
    !isTask(words, moments);
  const several = free.find((column) => column.filled >= HALF && separated(column) !== undefined);
  if (several !== undefined) return bySeveral(several, notes);
  const state =
    words ?? free.find((column) => column.counts.size <= MOST_VALUES && nameScore('kind', column.called) >= SURE_NAME);
  const trade = state === undefined ? undefined : otherTrade(state, free);
  if (state !== undefined && trade !== undefined) return byOtherTrade(state, trade, notes);
  const joined =
    words === undefined
      ? undefined
      : (used(words, columns) ?? listed(words, time, columns, table?.what === 'contacts'));
  if (words !== undefined && joined !== undefined) return byOtherTrade(words, joined, notes);
  const isOfMail = words !== undefined && [...words.counts.keys()].some((value) => isOfMailAlone(value));
  const isOther = words === undefined || shareOfEventWords(words) < MOST_OF || table?.isWeak === false;
  const latest = latestOf(moments);
  if (latest.length > 0) return byOtherTable({ what: 'contacts', columns: latest }, notes);
  if (table?.isSure === true) return byOtherTable(table, notes);
  if (table !== undefined && isOther && !isOfMail && (!table.isWeak || words !== undefined))
    return byOtherTable(table, notes);
  const verdicts = words !== undefined && nameScore('kind', words.called) > 0 ? [] : verdictsIn(free, moments);
  if (verdicts.length > 0) return byOtherTable({ what: 'a filter', columns: verdicts }, notes);
  if (words !== undefined && isOfBounces(words)) return byBounceType(words, notes);
  if (words !== undefined && isSure) {
    const others = moments.filter(
      ({ column, isSent, isTime, isWeak, outcome }) =>
        isSent ||
        column.name !== time?.column ||
        (isTime && ((outcome === 'delivered' && column.filled < 1) || (outcome === 'accepted' && !isWeak))),
    );
    return withMoments(words, byWords(words, notes, isSentFurther(words, others)), others, notes);
  }
  return (
    byColumns(withFailures(free, moments), { columns, untold: untoldStates(free), codes: codesOf(full) }, notes) ??
    byMoment(moments, time, false, notes) ??
    byFailure(free, moments, notes) ??
    byCodes(full, notes) ??
    // That it was sent does not say what a number for its state does.
    byUntoldState(untoldStates(free), notes) ??
    byMoment(moments, time, true, notes) ??
    (words === undefined ? undefined : byWords(words, notes)) ??
    byUnknownWords(free, notes) ??
    byCodes(free, notes) ??
    (sumsIn(columns) === undefined ? constant(columns, file, notes) : undefined) ??
    (table === undefined ? untold(notes) : byOtherTable(table, notes))
  );
}

/** As far as its words are known; the others are asked for. */
function byUntoldState(states: readonly SampledColumn[], notes: Notes): KindField | undefined {
  const known = states.find((state) => shareOfEventWords(state) > 0);
  return known === undefined ? byUnknownWords(states, notes) : byWords(known, notes);
}

/** `SendEmail` in every row is what was to be done, where a flag says whether it was. */
const isTask = ({ called, counts }: SampledColumn, moments: readonly Moment[]): boolean =>
  counts.size === 1 &&
  nameScore('kind', called) < SURE_NAME &&
  moments.some(({ isTime, column }) => !isTime && column.counts.size > 1 && share(column, isFlag) === 1);

/** Each of them at the time of the row: which came when, it does not say. */
function bySeveral(column: SampledColumn, notes: Notes): KindField {
  const { separator, column: parts } = separated(column) ?? { separator: ',', column };
  const kind = byWords(parts, notes);
  notes.doubt(`kind.separator: all that a cell of \`${column.name}\` tells is told at the time of the row`);
  return { ...kind, separator };
}
