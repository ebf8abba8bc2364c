import type { Span } from '../core/facts.ts';
import { placeText } from '../core/place.ts';
import { visible } from '../core/readable.ts';
import { cut, cutStart, lineRanges, width } from './layout.ts';
import type { Canvas } from './reporter.ts';

/** What follows the culprit is shown so far at least. */
const AFTER = 12;

/** The user's own text with a caret line under the culprit; a long text is cut around it. */
export function culpritLines({ text, start, end, place }: Span, room: number, canvas: Canvas): string[] {
  const before = visible(text.slice(0, start));
  const culprit = visible(text.slice(start, end));
  const after = visible(text.slice(end));
  const shown = cut(culprit, room);
  const left = Math.max(0, room - width(shown) - Math.min(width(after), AFTER));
  const head = left > 2 || width(before) <= left ? cutStart(before, left) : '';
  const line = cut(head + shown + after, room);
  const carets = '^'.repeat(Math.max(1, Math.min(width(shown), room - width(head))));
  const where = place === undefined ? '' : visible(placeText(place));
  const places = place === undefined ? [] : lineRanges(where, room, room);
  return [
    ...places.map((range) => canvas.paint(where.slice(range.start, range.end), 'muted')),
    canvas.paint(line, 'muted'),
    ' '.repeat(width(head)) + canvas.paint(carets, 'warn'),
  ];
}
