import type { MailContents, MailPart } from './contents.ts';
import { plainHtml } from './html.ts';
import { LINE_LENGTH, TEXT_LIMIT } from './limits.ts';
import { isHeader, isReturned } from './returned.ts';
import { hasFields, isStatus } from './status-report.ts';

/** What a mail says to people: its texts in front of the message that came back, in order; HTML only where nothing else is. */
export function toldText(mail: MailContents): string {
  const before = mail.parts.findIndex(({ type }) => isReturned(type));
  const own = before <= 0 ? mail.parts : mail.parts.slice(0, before);
  const plain = own.filter((part, at) => isPlain(part) && part.place === 'part' && (at === 0 || !isHeader(part.text)));
  const html = own.filter(({ type }) => type === 'text/html');
  const texts = plain.some(({ text }) => text.trim() !== '')
    ? plain.map(({ text }) => text)
    : html.length > 0
      ? html.map(({ text }) => plainHtml(text))
      : own.filter(isPlain).map(({ text }) => text);
  return searchable(texts.join('\n\n').slice(0, TEXT_LIMIT));
}

/**
 * Rules, blanks and empty lines cut to what a person would write, and lines to what one would read: a pattern that tries
 * every place of a long run takes its length squared.
 */
const searchable = (text: string): string =>
  text
    // A frame of one sign around every line: `#  could not be delivered to  #`.
    .replaceAll(/^([#*|])[ \t](.{0,300}?)[ \t]{0,80}\1[ \t]{0,80}$/gm, '$2')
    .replaceAll(/([-=*_~#.|>])\1{79,}/g, (run) => run.slice(0, 80))
    .replaceAll(/[ \t]{81,}/g, (run) => run.slice(0, 80))
    .replaceAll(/\n(?:[ \t]{0,80}\n){3,}/g, '\n\n\n')
    .split('\n')
    .map((line) => line.slice(0, LINE_LENGTH))
    .join('\n');

const isPlain = ({ type, text }: MailPart): boolean =>
  (type.startsWith('text/') && !/^text\/(?:html|calendar|x-amp-html|rfc822-headers|csv|xml)$/.test(type)) ||
  (isStatus(type) && !hasFields(text));
