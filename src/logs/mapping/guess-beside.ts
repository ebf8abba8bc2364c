import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import type { Moment } from './guess-moments.ts';
import { isFlag, isYes, type SampledColumn, share } from './guess-sample.ts';
import type { Outcome } from './mapping.ts';
import { isNo } from './yes-no.ts';

/** What became of a mail that was delivered, whoever counts it. */
const LATER: ReadonlySet<Outcome> = new Set<Outcome>([
  'opened',
  'clicked',
  'unsubscribed',
  'complained',
  'machine-opened',
]);
const FAILED: ReadonlySet<Outcome> = new Set<Outcome>([
  'bounced',
  'hard-bounced',
  'soft-bounced',
  'deferred',
  'dropped',
  'expired',
]);
/** Share of its rows in which a time may stand beside a word that says the contrary. */
const FEW = 0.05;

/**
 * The moments that a row tells beside a word for its state, by which the row is a message: `Status` and `Opened at`. A time
 * of sending is that of the word for it, where only rows with that word have one.
 */
export function momentsBeside(
  state: SampledColumn,
  values: Readonly<Record<string, Outcome>>,
  moments: readonly Moment[],
): readonly Moment[] {
  const sentAs = Object.entries(values).find(([value]) => isSentWord(value))?.[1] ?? 'accepted';
  const told = moments
    .filter(({ column, isWeak }) => column !== state && !isWeak)
    .map((moment) => (moment.isSent ? { ...moment, outcome: sentAs } : moment))
    .filter(
      (moment) =>
        isBouncedLater(moment, state) ||
        ((moment.isTime || LATER.has(moment.outcome)) && !isContrary(moment, state, values)),
    );
  const further = told.filter(({ outcome }) => outcome !== 'accepted');
  // Acceptance at the time of delivery would be a delivery without delay.
  const isTimed = further.some(({ outcome, isTime }) => isTime && (outcome === 'delivered' || FAILED.has(outcome)));
  return isTimed || (sentAs === 'accepted' && isSentBefore(state, moments)) ? told : further;
}

/** `Sent` in the row, and yes under `bounced`: it came back. */
const isBouncedLater = ({ column, outcome, isTime }: Moment, state: SampledColumn): boolean =>
  !isTime &&
  outcome === 'bounced' &&
  BOUNCE.test(plainName(column.called)) &&
  share(column, isFlag) === 1 &&
  column.cells.some((cell) => isYes(cell)) &&
  column.cells.every((cell, at) => !isYes(cell) || isSentWord(state.cells[at] ?? ''));

/** Whether rows that say what came later, and when, have the time at which they were sent, too. */
function isSentBefore(state: SampledColumn, moments: readonly Moment[]): boolean {
  const later = moments.filter(({ column, outcome, isTime }) => column !== state && isTime && LATER.has(outcome));
  return moments.some(
    ({ column, isSent, isTime }) =>
      isSent &&
      isTime &&
      column.cells.some(
        (cell, at) =>
          cell !== '' &&
          LATER.has(outcomeOf(state.cells[at] ?? '') ?? 'ignored') &&
          later.some((moment) => moment.column.cells[at] !== ''),
      ),
  );
}

/** Whether rows that say no more than that they were sent have a time of delivery, or of failure, somewhere else. */
export const isSentFurther = (state: SampledColumn, moments: readonly Moment[]): boolean =>
  isSentBefore(state, moments) ||
  moments.some(
    ({ column, outcome, isSent, isTime }) =>
      isTime &&
      !isSent &&
      (outcome === 'delivered' || FAILED.has(outcome)) &&
      column.cells.some((cell, at) => cell !== '' && isSentWord(state.cells[at] ?? '')),
  );

/** Whether rows that failed have a time of delivery, or delivered ones one of failure: then it is of something else. */
function isContrary(
  { column, outcome }: Moment,
  state: SampledColumn,
  values: Readonly<Record<string, Outcome>>,
): boolean {
  const isContraryTo = (other: Outcome | undefined): boolean =>
    other !== undefined && (outcome === 'delivered' ? FAILED.has(other) : FAILED.has(outcome) && isDone(other));
  let held = 0;
  let contrary = 0;
  for (const [at, cell] of column.cells.entries()) {
    if (cell === '') continue;
    held += 1;
    const word = state.cells[at] ?? '';
    if (isContraryTo(values[word] ?? outcomeOf(word))) contrary += 1;
  }
  return contrary > held * FEW;
}
const isDone = (outcome: Outcome): boolean => outcome === 'delivered' || LATER.has(outcome);

/**
 * Where other columns tell what became of a mail, and none that it bounced, a reason or a code of it that few rows have says
 * so: `bounce_type`, `bounce_reason`. Where one does, another by which it failed is of sending it.
 */
export function withFailures(columns: readonly SampledColumn[], moments: readonly Moment[]): readonly Moment[] {
  const bounce = moments.find(({ outcome, column }) => outcome === 'bounced' && BOUNCE.test(plainName(column.called)));
  if (bounce !== undefined)
    return moments.map((one) =>
      one.outcome === 'bounced' && OF_SENDING.test(plainName(one.column.called)) ? { ...one, outcome: 'dropped' } : one,
    );
  if (moments.some(({ outcome }) => outcome.endsWith('bounced'))) return moments;
  const detail = columns.find(
    ({ called, cells }) => isBounceDetail(called) && cells.some((cell) => !isNo(cell)) && failedOf(cells) < MOST_FAILED,
  );
  return detail === undefined
    ? moments
    : [...moments, { column: detail, outcome: 'bounced', isSent: false, isTime: false, isWeak: false }];
}
export const isBounceDetail = (called: string): boolean => BOUNCE_DETAIL.test(plainName(called));
/** Share of the rows that have one; `no` stands where there is none. */
const failedOf = (cells: readonly string[]): number => cells.filter((cell) => !isNo(cell)).length / cells.length;
const MOST_FAILED = 0.9;
const BOUNCE = /bounc|rebond|rebot|rimbalz/;
const OF_SENDING = /fail|error|fehler|echec|fallid|fallit/;
const BOUNCE_DETAIL =
  /^(?:e?mail)?(?:bounce|rebond|rebote|rimbalzo)(?:s|type|typ|reason|code|status|message|text|description|category|class|rule|grund|motif|motivo)?$/;

/** A time tells when, unless all rows have one, also those of which a flag says no. */
function isBetter(moment: Moment, before: Moment): boolean {
  const [time, flag] = moment.isTime ? [moment, before] : [before, moment];
  if (time.isTime === flag.isTime) return false;
  const isDenied =
    time.column.filled >= MOST_FAILED && share(flag.column, isFlag) === 1 && share(flag.column, isYes) < 1;
  return moment === (isDenied ? flag : time);
}

/** One for each kind of event: a time tells more than a yes, and that more than how often. */
export function oneOfEach(moments: readonly Moment[]): ReadonlyMap<Outcome, Moment> {
  const each = new Map<Outcome, Moment>();
  for (const moment of moments) {
    const before = each.get(moment.outcome);
    if (before === undefined || isBetter(moment, before)) each.set(moment.outcome, moment);
  }
  // Which kind of bounce is told of one of which the time is known; without that, the kinds say more.
  const kinds = (['hard-bounced', 'soft-bounced'] as const).filter((kind) => each.get(kind)?.isTime === false);
  if (kinds.length > 0 && each.get('bounced')?.isTime === true) for (const kind of kinds) each.delete(kind);
  else if (kinds.length === 2) each.delete('bounced');
  return each;
}
