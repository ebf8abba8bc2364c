import type { Tone } from '../core/page.ts';
import type { Report } from '../core/report.ts';

/** What a person's terminal, or the lack of one, allows. */
export interface Canvas {
  /** Columns. */
  readonly width: number;
  /** Applies a tone; the identity where there is no colour. */
  readonly paint: (text: string, tone: Tone) => string;
  /** Whether characters beyond ASCII show. */
  readonly unicode: boolean;
}

/** A format: the report in, text out, piece by piece so that a long one need not fit in memory (law 9). */
export interface Reporter {
  /** What it is for, as a phrase. */
  readonly title: string;
  /** Rows and nothing else: what could not be read has no place among them. */
  readonly isRows?: true;
  render(report: Report, canvas: Canvas): Iterable<string> | AsyncIterable<string>;
}

/** What a reporter file exports by default. */
export const defineReporter = (reporter: Reporter): Reporter => reporter;
