import type { Sparkline } from '../core/page.ts';
import { visible } from '../core/readable.ts';
import { markupText } from './xml-text.ts';

const BARS = '▁▂▃▄▅▆▇█';
/** Nothing is another thing than little, and not known another than nothing. */
const NOTHING = '.';
const NOT_KNOWN = ' ';

/** How high each bar is, of `steps`; what is more than nothing is at least one. */
const heights = ({ values }: Sparkline, steps: number): (number | undefined)[] => {
  const most = values.reduce<number>((highest, value = 0) => Math.max(highest, value), 0);
  return values.map((value) => (value === undefined || most === 0 ? value : Math.ceil((value / most) * steps)));
};

/** A character a value; its own greatest is the whole height. */
export const sparklineText = (sparkline: Sparkline): string =>
  heights(sparkline, BARS.length)
    .map((height) => (height === undefined ? NOT_KNOWN : height === 0 ? NOTHING : (BARS[height - 1] ?? '')))
    .join('');

const BAR_WIDTH = 2;
const STEP = 3;
const HEIGHT = 18;

/** The same as a picture that says what it shows: nothing in it can be loaded, run or styled from outside. */
export function sparklineSvg(sparkline: Sparkline): string {
  const bars = heights(sparkline, HEIGHT).map((height, index) => {
    if (height === undefined) return '';
    const tall = Math.max(1, height);
    const blank = height === 0 ? ' class="nothing"' : '';
    return `<rect${blank} x="${index * STEP}" y="${HEIGHT - tall}" width="${BAR_WIDTH}" height="${tall}"/>`;
  });
  const width = sparkline.values.length * STEP - (STEP - BAR_WIDTH);
  const label = markupText(visible(sparkline.label));
  const tone = sparkline.tone === undefined ? '' : ` ${sparkline.tone}`;
  return `<svg class="sparkline${tone}" role="img" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}"><title>${label}</title>${bars.join('')}</svg>`;
}
