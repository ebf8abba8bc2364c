import { median } from './measure.ts';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  /** The median of the runs. */
  readonly value: number;
  /** The least and the most of the runs. */
  readonly spread?: readonly [least: number, most: number];
  readonly unit: string;
  readonly budget?: { readonly limit: 'at most' | 'at least'; readonly than: number; readonly told?: string };
  /** What the figure is compared with, and the like. */
  readonly remark?: string;
}

/** A figure from several runs. */
export function figure(name: string, runs: readonly number[], unit: string, rest: Partial<Figure> = {}): Figure {
  return { name, value: median(runs), spread: [Math.min(...runs), Math.max(...runs)], unit, ...rest };
}

export const isMissed = ({ value, budget }: Figure): boolean =>
  budget !== undefined && !(budget.limit === 'at most' ? value <= budget.than : value >= budget.than);

/** The table as text, a line a figure. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'median', 'least – most', 'budget', '', ''],
    ...figures.map((one) => [
      one.name,
      `${shown(one.value)} ${one.unit}`,
      one.spread === undefined ? '' : `${shown(one.spread[0])} – ${shown(one.spread[1])}`,
      one.budget === undefined ? '' : `${one.budget.limit} ${one.budget.told ?? shown(one.budget.than)}`,
      one.budget === undefined ? '' : isMissed(one) ? 'MISSED' : 'met',
      one.remark ?? '',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shown = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en-GB')
    : value.toLocaleString('en-GB', { maximumFractionDigits: value >= 10 ? 1 : 2 });
