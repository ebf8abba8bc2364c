import { headerOf, type MailContents } from './contents.ts';
import { telling } from './reply.ts';

/** What mail programs put in front of the subject of a mail that is sent on. */
const SENT_ON = /^\s*(?:fwd?|wg|tr|rv|enc|doorst|vs|vb|pd|i) ?:/i;

/** Whether somebody sends a mail on. */
export const isSentOn = (subject: string): boolean => SENT_ON.test(subject);

/** Where what is sent on begins. */
const MARK =
  /^[ \t>]*(?:-{3,}[ \t]*)?(?:(?:begin )?forwarded message|original[- ]?(?:message|nachricht)|urspr(?:ü|ue)ngliche nachricht|(?:anfang der )?weitergeleitete[n]? nachricht|message (?:d'origine|transf[ée]r[ée])|(?:d[ée]but du )?message r[ée]exp[ée]di[ée]|messaggio (?:originale|inoltrato)|inizio messaggio inoltrato|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|(?:oorspronkelijk|doorgestuurd) bericht|wiadomo[śs][ćc] (?:oryginalna|przekazana)|исходное сообщение|пересылаемое сообщение|ursprungligt meddelande|vidarebefordrat meddelande|元のメッセージ|転送(?:された)?メッセージ|原始邮件|转发邮件)(?:[ \t]*-{3,}|[ \t]*:)?[ \t]*$/im;
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
