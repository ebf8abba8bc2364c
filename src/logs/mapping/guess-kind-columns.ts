import { momentsBeside, oneOfEach } from './guess-beside.ts';
import { isSaidOfAnything } from './guess-handing-over.ts';
import { byCodes } from './guess-kind-otherwise.ts';
import type { Moment } from './guess-moments.ts';
import { byOtherTable } from './guess-other-table.ts';
import { isFlag, isYes, type SampledColumn, share } from './guess-sample.ts';
import { isOfUse } from './guess-trade.ts';
import { MOST_ROWS, type Notes } from './guessing.ts';
import type { KindField, Outcome, TimeField } from './mapping.ts';

const MOST_SHOWN = 5;

/** What columns tell beside a word for the state of a row. */
export function withMoments(
  state: SampledColumn,
  kind: KindField,
  moments: readonly Moment[],
  { told }: Notes,
): KindField {
  const beside = oneOfEach(momentsBeside(state, kind.values ?? {}, moments));
  if (beside.size === 0) return kind;
  told('kind.columns', `beside it, ${namesOf(beside)} tell what else happened, and when`);
  return { ...kind, columns: columnsOf(beside) };
}

const namesOf = (moments: ReadonlyMap<Outcome, Moment>): string =>
  [...moments.values()].map(({ column }) => `\`${column.name}\``).join(', ');
const columnsOf = (moments: ReadonlyMap<Outcome, Moment>): Readonly<Partial<Record<Outcome, string>>> =>
  Object.fromEntries([...moments].map(([outcome, { column }]) => [outcome, column.name]));

/** Where a row is a message: each kind has a column of its own. */
export function byColumns(
  moments: readonly Moment[],
  {
    columns,
    untold: states,
    codes,
  }: {
    readonly columns: readonly SampledColumn[];
    readonly untold: readonly SampledColumn[];
    readonly codes: SampledColumn | undefined;
  },
  { told, doubt }: Notes,
): KindField | undefined {
  const all = oneOfEach(moments);
  // That all of them were taken in says nothing.
  const [only, another] = [...all.values()].filter(({ outcome }) => outcome !== 'accepted');
  if (only === undefined) return undefined;
  // What was put off is not delivered, and has not failed: a flag cannot say that, and codes do.
  const isFlagged = another === undefined && share(only.column, isFlag) === 1;
  if (isFlagged && isSaidOfAnything(only.column.called) && isOfUse(columns))
    return byOtherTable({ what: 'the use of a program', columns: [only.column.name] }, { told, doubt });
  if (isFlagged)
    return (
      (codes === undefined || codes.counts.size === 1 ? undefined : byCodes([codes], { told, doubt })) ??
      byFlag(only.outcome, only.column, { told, doubt })
    );
  // Of suppressions and complaints: that the row was made is nothing that happened to a mail.
  const each = all.get('accepted')?.isWeak === true && another === undefined ? new Map([[only.outcome, only]]) : all;
  if (each.size < 2) return undefined;
  told('kind', `a row is a message: ${namesOf(each)} tell what happened to it`);
  for (const { name, counts } of states.filter((one) => ![...each.values()].some(({ column }) => column === one)))
    doubt(
      `kind: what \`${name}\` says is not known (${[...counts.keys()].slice(0, MOST_SHOWN).join(', ')}), and it is not read`,
    );
  return { columns: columnsOf(each) };
}

/** The only time that is of an event: all rows are, where all have one. What was sent may yet have come back. */
export function byMoment(
  moments: readonly Moment[],
  time: TimeField | undefined,
  isOfSending: boolean,
  { told, doubt }: Notes,
): KindField | undefined {
  const [moment] = oneOfEach(
    moments.filter(
      ({ outcome, isTime, isWeak }) =>
        isTime && !isWeak && (outcome === 'accepted' || outcome === 'delivered') === isOfSending,
    ),
  ).values();
  if (moment === undefined) return undefined;
  const { column, outcome } = moment;
  told('kind', `no column says what happened; \`${column.name}\` is of such events alone`);
  if (column.name !== time?.column || column.filled < MOST_ROWS) return { columns: { [outcome]: column.name } };
  doubt(`kind.always: every row is taken for ${outcome}`);
  return { always: outcome };
}

/** The only column of what happened says yes or no: no is its contrary, or nothing. */
function byFlag(outcome: Outcome, column: SampledColumn, { told, doubt }: Notes): KindField {
  const contrary: Outcome = outcome === 'delivered' ? 'bounced' : outcome.endsWith('bounced') ? 'delivered' : 'ignored';
  const values = Object.fromEntries(
    [...column.counts.keys()].map((value) => [value, isYes(value) ? outcome : contrary]),
  );
  told('kind', `no column holds words for events; \`${column.name}\` says whether a mail was ${outcome}`);
  doubt(`kind.values: where \`${column.name}\` says no, the row is taken for ${contrary}`);
  return { column: column.name, values };
}

/** `Last emailed`, `Last opened`: what somebody did lately, of all that was sent to him; none where a message is told of. */
export function latestOf(moments: readonly Moment[]): readonly string[] {
  const times = moments.filter(({ isTime }) => isTime);
  return times.length >= FEWEST_LATEST && times.every(({ column }) => LATEST.test(column.called.trim()))
    ? times.map(({ column }) => column.name)
    : [];
}
const FEWEST_LATEST = 2;
const LATEST = /^(?:last|latest|letzte|derni[eè]re?|[uú]ltim[oa]|laatste|senaste|ostatni)/i;
