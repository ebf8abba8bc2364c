import { ANY_TIME } from '../any-time.ts';
import type { Assumptions, LineFormat } from '../format.ts';
import { BETWEEN } from '../syslog/between.ts';
import { stampedOf } from '../syslog/recognise.ts';
import { stampOf } from '../syslog/stamp.ts';
import { inQuotes } from './in-quotes.ts';
import { joined } from './join.ts';
import { paddingOf, withoutPadding } from './padding.ts';
import { hasPageMarks, withoutPageMarks } from './page-marks.ts';
import { linesWithin } from './several-lines.ts';

/** How a log was shown: `width` where a terminal broke its lines, `padding` where it filled them up. */
export type Excerpt = NonNullable<Assumptions['excerpt']>;
type Lines = Pick<LineFormat, 'goesOn' | 'recognise'>;

/** Lines one is broken into, and characters of it. Stops a file in which nothing is ever whole. */
const MOST_PIECES = 40;
const LONGEST = 16 * 1024;

/**
 * How these first lines of a log are shown: broken to fit, several in one, or written as a page wants them; undefined where
 * they stand as they were written.
 */
export function excerptIn(lines: readonly string[], format: Lines): Excerpt | undefined {
  const widths: number[] = [];
  const padding = paddingOf(lines);
  const padded = padding === undefined ? {} : { padding };
  let isMarked = padding !== undefined;
  // Who recognised the format has looked for the stamps of these lines already.
  const stamped = new Set(stampedOf(lines));
  const reader = excerptReader(format, padded, {
    isStamped: (line) => stamped.has(line) || hasStamp(line),
    broken: (piece) => void widths.push(piece.length),
  });
  for (const line of lines) {
    isMarked ||= isShownOnly(line, format);
    reader.line(line);
  }
  if (widths.length === 0) return isMarked ? padded : undefined;
  const width = Math.max(...widths);
  return widths.length > 1 && widths.every((each) => each === width) ? { ...padded, width } : padded;
}

/** What stands in no log. */
const isShownOnly = (line: string, format: Lines): boolean =>
  hasPageMarks(line) || inQuotes(line, format) !== undefined || linesWithin(line, format).length > 1;

interface Listener {
  /** Lines as they were written. */
  readonly take?: (line: string) => void;
  /** Pieces that go on. */
  readonly broken?: (piece: string) => void;
  readonly isStamped?: (line: string) => boolean;
}

/** Puts broken lines together where that is certain; the rest is told as it stands. */
export function excerptReader(
  format: Lines,
  { width, padding }: Excerpt,
  { take, broken, isStamped = hasStamp }: Listener,
): { line(text: string): void; end(): void } {
  let held: string | undefined;
  let piece = '';
  let pieces = 0;
  const letGo = (): void => {
    if (held !== undefined && take !== undefined) for (const line of linesWithin(held, format)) take(line);
    held = undefined;
  };
  return {
    line(shown) {
      const line = withoutPadding(shown, padding);
      const text = withoutPageMarks(inQuotes(line, format) ?? line);
      if (isStamped(text) || BETWEEN.test(text.trim())) {
        letGo();
        [held, piece, pieces] = [text, shown, 1];
        return;
      }
      const mayGoOn = held !== undefined && pieces < MOST_PIECES && held.length < LONGEST;
      if (mayGoOn && held !== undefined && format.goesOn?.(held, text) === true) {
        broken?.(piece);
        held = joined(held, text, piece.length === width);
        [piece, pieces] = [shown, pieces + 1];
        return;
      }
      letGo();
      take?.(text);
    },
    end: letGo,
  };
}

const hasStamp = (line: string): boolean => stampOf(line, ANY_TIME) !== undefined;
