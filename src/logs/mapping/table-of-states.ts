import type { TableFormat } from '../format.ts';
import { eventMaker, type Extras } from './event-maker.ts';
import type { OutcomeOfRow } from './row-kind.ts';
import type { Facts } from './mapped-format.ts';
import { tableSource, type TableSource } from './table-source.ts';
import type { Column, Mapping, Outcome } from './mapping.ts';

type Cells = readonly string[];

/** One thing that a row may tell beside others: `ignored` where it does not. */
export interface Told extends Pick<Extras<Cells>, 'readTime' | 'also'> {
  readonly kind: OutcomeOfRow<Cells>;
  /** What is other than in the mapping all of them share: the column of its time, of its reason. */
  readonly fields?: Partial<Mapping>;
}

/** A table with a row for each message, which tells what became of it so far: an event for each thing it tells. */
export function tableOfStates(
  facts: Facts,
  mapping: Mapping,
  recognise: (columns: readonly string[]) => number,
  told: (source: TableSource) => readonly Told[],
): TableFormat {
  return {
    ...facts,
    shape: 'table',
    recognise,
    open(columns, sink, assumptions) {
      const source = { ...tableSource(columns), isForeign: (cells: Cells) => recognise(cells) > 0 };
      let isUnread = false;
      const once = {
        ...sink,
        /** A row that is not understood is one of those, whatever it might have told. */
        unread(why: string, text: string): void {
          if (!isUnread) sink.unread(why, text);
          isUnread = true;
        },
      };
      const makers = told(source).map(({ fields, ...extras }) =>
        eventMaker({ ...mapping, ...fields }, facts.id, source, once, assumptions, extras),
      );
      return {
        row(cells) {
          isUnread = false;
          return makers.every((make) => make(cells));
        },
      };
    },
  };
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', '1']);

/** Told where the column says yes. */
export function flagged(source: TableSource, column: Column, outcome: Outcome): OutcomeOfRow<Cells> {
  const pick = source.pick(column) ?? (() => '');
  return (cells) => (YES.has(pick(cells).trim().toLowerCase()) ? outcome : 'ignored');
}

/** Told where the column holds anything. */
export function filled(source: TableSource, column: Column, outcome: Outcome): OutcomeOfRow<Cells> {
  const pick = source.pick(column) ?? (() => '');
  return (cells) => (pick(cells).trim() === '' ? 'ignored' : outcome);
}
