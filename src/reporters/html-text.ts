import type { Line } from '../core/page.ts';
import { quotedParts } from './quoted.ts';
import { sparklineSvg } from './sparkline.ts';
import { markupText } from './xml-text.ts';

/** A line from a page as HTML: tones are classes, what stands between backticks is code, and nothing in it is markup. */
export const lineHtml = (line: Line): string => toned(line, markupText);

/** Words up to this long need no break. */
const LONG = 24;

/** The same for a narrow place: long names may be broken behind their dots and slashes. */
export const narrowHtml = (line: Line): string =>
  toned(line, (text) =>
    text
      .split(/(?<= )/)
      .map((word) =>
        (word.length > LONG ? word.split(/(?<=[./@])(?=\w)/) : [word]).map((piece) => markupText(piece)).join('<wbr>'),
      )
      .join(''),
  );

const toned = (line: Line, write: (text: string) => string): string =>
  (typeof line === 'string' ? [line] : line)
    .map((run) => {
      if (typeof run === 'object' && 'values' in run) return sparklineSvg(run);
      const { text, tone } = typeof run === 'string' ? { text: run } : run;
      return tone === undefined || text === ''
        ? prose(text, write)
        : `<span class="${tone}">${prose(text, write)}</span>`;
    })
    .join('');

/** A dot between two parts stays with the first one where the line breaks. */
const prose = (text: string, write: (text: string) => string): string =>
  quotedParts(text.replaceAll(' · ', '\u00A0· '))
    .map((part) => (part.code ? `<code>${write(part.text)}</code>` : write(part.text)))
    .join('');
