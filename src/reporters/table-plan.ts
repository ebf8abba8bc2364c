import type { Column } from '../core/page.ts';

/** How a table stands on a page: which columns stay beside one another, how wide each is, and what is between them. */
export interface TablePlan {
  /** For each column of the table: whether it stays; the others stand below their rows. */
  readonly stays: readonly boolean[];
  /** Of the columns that stay. */
  readonly widths: readonly number[];
  readonly gap: string;
  /** So many columns from the left name the row. A name too long for them stands above its row, over the whole page. */
  readonly naming: number;
}

/** Narrower than this a column helps nobody… */
const NARROWEST = 12;
/** … but for columns that name their row, since what does not fit there stands above. */
const NARROWEST_NAMING = 1;

/**
 * The first of these that fits: columns as wide as they need; what may drop below its row; the columns that may shrink made
 * narrower; those that name a row made narrower still; single blanks between columns; numbers that may drop; and what shrinks
 * below its row too, from the right.
 */
export function planTable(columns: readonly Column[], natural: readonly number[], room: number): TablePlan {
  const attempts = attemptsAt(columns, natural, room);
  let last: TablePlan | undefined;
  for (const plan of attempts) {
    last = plan;
    if (totalWidth(plan) <= room) return plan;
  }
  return last as TablePlan;
}

function* attemptsAt(columns: readonly Column[], natural: readonly number[], room: number): Generator<TablePlan> {
  const all = columns.map(() => true);
  yield { stays: all, widths: natural, gap: '  ', naming: 0 };
  // Numbers are compared with those above and below: they stay beside them as long as they can.
  let stays: readonly boolean[] = columns.map(({ drops, align }) => drops !== true || align === 'right');
  yield narrowed(columns, natural, room, { stays, gap: '  ', narrowest: NARROWEST });
  yield narrowed(columns, natural, room, { stays, gap: '  ', narrowest: NARROWEST_NAMING });
  yield narrowed(columns, natural, room, { stays, gap: ' ', narrowest: NARROWEST_NAMING });
  if (columns.some(({ drops, align }) => drops === true && align === 'right')) {
    stays = columns.map(({ drops }) => drops !== true);
    yield narrowed(columns, natural, room, { stays, gap: '  ', narrowest: NARROWEST_NAMING });
    yield narrowed(columns, natural, room, { stays, gap: ' ', narrowest: NARROWEST_NAMING });
  }
  const naming = namingOf(columns);
  for (let index = columns.length - 1; index >= naming; index -= 1) {
    if (columns[index]?.shrinks !== true) continue;
    stays = stays.with(index, false);
    yield narrowed(columns, natural, room, { stays, gap: '  ', narrowest: NARROWEST_NAMING });
  }
  yield narrowed(columns, natural, room, { stays, gap: ' ', narrowest: NARROWEST_NAMING });
}

interface Manner {
  readonly stays: readonly boolean[];
  readonly gap: string;
  /** What columns that name their row may shrink to. */
  readonly narrowest: number;
}

/** Takes what is too much from the widest columns that may shrink, a column of the page at a time. */
function narrowed(
  columns: readonly Column[],
  natural: readonly number[],
  room: number,
  { stays, gap, narrowest }: Manner,
): TablePlan {
  const staying = columns.flatMap((column, index) =>
    stays[index] === true ? [{ column, width: natural[index] ?? 0 }] : [],
  );
  const naming = namingOf(staying.map(({ column }) => column));
  const widths = staying.map(({ width }) => width);
  const leastOf = (index: number): number => (index < naming ? narrowest : NARROWEST);
  for (let over = totalWidth({ widths, gap }) - room; over > 0; over -= 1) {
    let widest = -1;
    for (const [index, { column }] of staying.entries()) {
      const width = widths[index] ?? 0;
      if (column.shrinks === true && width > leastOf(index) && width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return { stays, widths, gap, naming };
}

/** The columns in front of the first that does not shrink; none, where all do: they have each other's room. */
const namingOf = (columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findIndex(({ shrinks }) => shrinks !== true),
  );

const totalWidth = ({ widths, gap }: Pick<TablePlan, 'widths' | 'gap'>): number =>
  widths.reduce((sum, width) => sum + width + gap.length, 0);
