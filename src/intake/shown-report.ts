import { textOfHtml } from '../mail/html-text.ts';
import { holdsFeedback } from './feedback.ts';
import { holdsReport } from './recognise.ts';

/** Said of a report that was found in a page. */
export const SHOWN_IN_PAGE = { what: 'written into an HTML page: its text is read' };

/** The text of a page that shows a report, which people paste into mails and save; undefined where it shows none. */
export function reportInHtml(html: string): string | undefined {
  if (!/feedback/i.test(html)) return undefined;
  const shown = textOfHtml(html);
  return holdsReport(shown) || holdsFeedback(shown) ? shown.trimStart() : undefined;
}

/** Whether markup is a page, or was escaped for one: neither is a report by itself. */
export const isHtmlPage = (head: string): boolean =>
  /^\s*(?:<(?:!doctype\s+html|html|head|body|pre)[\s>]|&lt;(?:\?xml|feedback)\b)/i.test(head);
