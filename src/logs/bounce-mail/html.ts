import { textOfHtml } from '../../mail/html-text.ts';

/** What somebody reads who sees a bounce, without the blanks and empty lines that only a page needs. */
export const plainHtml = (html: string): string =>
  textOfHtml(html)
    .replaceAll(/[ \t\u{A0}]{0,1000}\n[ \t\u{A0}]{0,1000}/gu, '\n')
    .replaceAll(/\n{3,1000}/g, '\n\n');
