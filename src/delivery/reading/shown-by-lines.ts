import { excerptIn } from '../../logs/excerpt/excerpt.ts';
import type { Assumptions, LineFormat } from '../../logs/format.ts';
import { figuresOrderIn } from '../../logs/syslog/figures-order.ts';
import { figuresIn } from '../../logs/syslog/stamp-in-figures.ts';

const TWO_WAYS =
  'its dates can be read two ways: nothing in it tells whether 12/11 is in November or in December; write them as 2026-11-12';
const NO_DATE = 'its lines have no date, and its name tells none: give it one like 2026-11-17.log';

/** How a log was written, by its first lines and, where it takes more of them, by `more`; a text: why it cannot be read. */
export function shownByLines(
  format: LineFormat,
  lines: readonly string[],
  more: () => readonly string[],
  assumptions: Assumptions,
): Pick<Assumptions, 'figures' | 'excerpt'> | string {
  const isDated = (by: Assumptions): boolean =>
    (format.firstTime(lines, by) ?? format.firstTime(more(), by)) !== undefined;
  if (assumptions.date === undefined && !isDated(assumptions) && isDated({ ...assumptions, date: 0 })) return NO_DATE;
  const hasFigures = lines.some((line) => figuresIn(line) !== undefined);
  const figures = hasFigures ? figuresOrderIn([...lines, ...more()], assumptions.latest) : undefined;
  if (figures === 'unclear') return TWO_WAYS;
  const excerpt = format.goesOn === undefined ? undefined : excerptIn(lines, format);
  return { ...(figures === undefined ? {} : { figures }), ...(excerpt === undefined ? {} : { excerpt }) };
}
