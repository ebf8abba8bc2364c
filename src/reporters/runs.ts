import type { Line, Run } from '../core/page.ts';
import { visible } from '../core/readable.ts';
import { lineRanges, width, type Breaking } from './layout.ts';
import type { Canvas } from './reporter.ts';
import { sparklineText } from './sparkline.ts';

/** A line as runs of text that is safe to show: from here on widths are what the eye sees. */
export function runsOf(line: Line): Run[] {
  const runs = typeof line === 'string' ? [line] : line;
  return runs.map((run) => {
    if (typeof run === 'string') return { text: visible(run) };
    if ('text' in run) return { ...run, text: visible(run.text) };
    return { text: sparklineText(run), ...(run.tone === undefined ? {} : { tone: run.tone }) };
  });
}

export const plainText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
export const runsWidth = (runs: readonly Run[]): number => width(plainText(runs));

/** Runs as one text, each in the colour of its tone. */
export function painted(runs: readonly Run[], canvas: Canvas): string {
  return runs.map(({ text, tone }) => (tone === undefined || text === '' ? text : canvas.paint(text, tone))).join('');
}

/** Breaks runs into lines of so many columns, each with its own tones, so that no colour runs over a line's end. */
export function wrappedRuns(
  runs: readonly Run[],
  first: number,
  later = first,
  breaking: Breaking = 'blanks',
): readonly Run[][] {
  return lineRanges(plainText(runs), first, later, breaking).map(({ start, end }) => slice(runs, start, end));
}

function slice(runs: readonly Run[], start: number, end: number): Run[] {
  const parts: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') parts.push({ ...run, text });
    at += run.text.length;
  }
  return parts;
}
