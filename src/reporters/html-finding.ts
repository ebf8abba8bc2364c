import type { Span } from '../core/facts.ts';
import type { PageFinding } from '../core/page.ts';
import { placeText } from '../core/place.ts';
import { lineHtml } from './html-text.ts';
import { LEVEL_LABELS } from './level-labels.ts';
import { markupText } from './xml-text.ts';

/**
 * A finding: what is wrong, where, and what to do. Its level is said in words; the colour only repeats it. Records stand
 * in a block of their own, to be copied.
 */
export function findingHtml({ level, message, code, subject, waived, at, fix, records = [] }: PageFinding): string {
  const said = lineHtml(subject === undefined ? message : `${subject}: ${message}`);
  const kind = waived === undefined ? level : `${level} waived`;
  const head =
    `<li class="${kind}">\n<p class="message"><strong class="level">${LEVEL_LABELS[level]}</strong> ${said}</p>\n` +
    (code === '' ? '' : `<p class="code">${markupText(code)}</p>\n`);
  if (waived !== undefined) return `${head}<p class="why">${lineHtml(waived)}</p>\n</li>\n`;
  return [
    head,
    at === undefined ? '' : culpritHtml(at),
    fix === undefined ? '' : `<p class="fix"><strong>Fix:</strong> ${lineHtml(fix)}</p>\n`,
    records.length === 0 ? '' : `<pre class="copy">${records.map((record) => markupText(record)).join('\n')}</pre>\n`,
    '</li>\n',
  ].join('');
}

/** The user's own text, the culprit marked in it; what is missing is marked by an empty stretch. */
function culpritHtml({ source, text, start, end, place }: Span): string {
  const where = [source, ...(place === undefined ? [] : [placeText(place)])].filter((part) => part !== '');
  const culprit = text.slice(start, end);
  const mark = culprit === '' ? '<mark class="gap"> </mark>' : `<mark>${markupText(culprit)}</mark>`;
  return `<figure>\n<figcaption>${markupText(where.join(' · '))}</figcaption>\n<pre class="culprit">${markupText(text.slice(0, start))}${mark}${markupText(text.slice(end))}</pre>\n</figure>\n`;
}
