import { excerptIn } from '../../logs/excerpt/excerpt.ts';
import type { Assumptions, LineFormat } from '../../logs/format.ts';
import { figuresOrderIn } from '../../logs/syslog/figures-order.ts';
import { figuresIn } from '../../logs/syslog/stamp-in-figures.ts';

const TWO_WAYS =
  'its dates can be read two ways: nothing in it tells whether 12/11 is in November or in December; write them as 2026-11-12';

/** How a log was written, by its first lines and, where it takes more of them, by `more`; a text: why it cannot be read. */
export function shownByLines(
  format: LineFormat,
  lines: readonly string[],
  more: () => readonly string[],
  latest: number,
): Pick<Assumptions, 'figures' | 'excerpt'> | string {
  const hasFigures = lines.some((line) => figuresIn(line) !== undefined);
  const figures = hasFigures ? figuresOrderIn([...lines, ...more()], latest) : undefined;
  if (figures === 'unclear') return TWO_WAYS;
  const excerpt = format.goesOn === undefined ? undefined : excerptIn(lines, format);
  return { ...(figures === undefined ? {} : { figures }), ...(excerpt === undefined ? {} : { excerpt }) };
}
