import { headerOf, type MailContents } from './contents.ts';
import { telling } from './reply.ts';
import { says } from './said.ts';

/** What mail programs put in front of the subject of a mail that is sent on. */
const SENT_ON = /^\s*(?:fwd?|wg|tr|rv|enc|doorst|vs|vb|pd|i) ?:/i;

/** Whether somebody sends a mail on. */
export const isSentOn = (subject: string): boolean => SENT_ON.test(subject);

/** Where what is sent on begins. */
const MARK = says('sentOn', {
  behind: String.raw`(?<![^\n\r])[ \t>]*(?:-{3,}[ \t]*)?`,
  ahead: String.raw`(?:[ \t]*-{3,}|[ \t]*:)?[ \t]*(?![^\n\r])`,
});
/** The lines that name sender, date, recipient and subject, in any language. */
const HEADER = /^\s*(?:[>*\s]*[^\n:]{2,40}[:：][^\n]{0,1000}\n){2,10}/;

/** The text of a bounce that somebody sent on within a mail; undefined where none was, or where its sender speaks of a failure. */
export function sentOnText(mail: MailContents, told: string): string | undefined {
  if (!isSentOn(headerOf(mail, 'subject') ?? '')) return undefined;
  const mark = MARK.exec(told);
  if (mark === null || telling(told.slice(0, mark.index)) > 3) return undefined;
  const below = told.slice(mark.index + mark[0].length);
  const header = HEADER.exec(below);
  return header === null ? undefined : below.slice(header[0].length);
}
