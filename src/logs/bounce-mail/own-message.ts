import { tellsArrival } from './arrival.ts';
import { headerOf, type MailContents } from './contents.ts';
import { serverSigns } from './signals.ts';
import { telling } from './reply.ts';

/**
 * «Your message», in the languages in which mail servers write. Who writes about mail in general, or of mail that failed
 * somewhere else, does not speak of the reader's own.
 */
const YOURS =
  /(?<!\b(?:if|when|why|whenever|unless) )\byour (?:[\w-]{1,20} )?(?:e-?mails?|mails?|messages?|transmission|letter|post)\b|\b(?:message|e-?mail|mail) (?:that )?(?:you (?:have )?sent|to|for|from)\b|\b(?:the|this|following) (?:message|e-?mail|mail) (?:can|could|was|has|is) ?n[o'’]t (?:be(?:en)? )?(?:deliver|sent|accept)|\b(?:ihren?|deine|die|diese|folgende) (?:\S{1,20} )?(?:e-?mail|mail|nachricht)\b|\b(?:votre|ce|le|ton) (?:message|courriel|e-?mail|mail|courrier)\b|\b(?:su|tu|el|este) (?:mensaje|correo|e-?mail)|\bmessaggio\b|\bmensagem\b|\b(?:uw|je|het|dit) (?:e-?mail|mail|bericht)|\b(?:ditt|din|dit) (?:meddeland|meddel|besked|melding|e-?post)|\bviesti|письм|сообщени|повідомлен|съобщени|wiadomoś|zpráv|správ|üzenet|levél|mesaj|iletiniz|poruk|порук|sporoč|laišk|kirja|vēstul|μήνυμ|הודע|رسال|پیام|संदेश|ईमेल|メール|メッセージ|邮件|郵件|信件|메일|메시지|อีเมล|thư |pesan /iu;
/**
 * What feigns a bounce to get at a password: messages that wait for the reader, whose mailbox is full, or not verified. A
 * server that sends one back speaks of what the reader sent, and of somebody else's mailbox.
 */
const FEIGNED =
  /\b(?:pending|incoming|unreceived|clustered|held|quarantined) (?:e-?)?(?:mails?|messages?)\b|\b(?:mails?|messages?)\b[^\n]{0,80}\b(?:pending|on hold|held back|quarantined|clustered)\b|\byou have \(?\d+\)? [\w ]{0,30}(?:mails?|messages?)\b|\brelease (?:all |the |your |these )?(?:pending )?(?:e-?mails?|messages?)|to your (?:inbox|mail ?box)\b|\b(?:re-?)?(?:verify|validate) (?:your )?(?:e-?mail )?account|\bupgrade your (?:mail ?box|storage|quota)|\bpassword\b[^\n]{0,80}\bexpire|\byour (?:mail ?box|account|storage|quota|e-?mail account)\b[^\n]{0,80}\b(?:quota|storage|full|exceeded|suspended|verified)\b|\b(?:sie haben|vous avez|tiene|hai|você tem) \(?\d+\)? /i;
/** What a filter keeps from its reader: others' messages. */
const KEPT_BACK =
  /\b(?:quarantine|quarantäne|quarantaine|cuarentena|quarantena|spam) ?-?(?:report|digest|summary|notification|bericht|rapport|informe|riepilogo)|\bmessages? (?:to|for) \S+ (?:were|was|are|have been|has been) (?:held|quarantined|blocked)/i;
/** Characters of the text that are looked at: what has failed is said at its beginning. */
const SEEN = 8000;

/** What a mail says, and what of the message came back with it. */
interface Words {
  readonly told: string;
  readonly returned: readonly unknown[];
}

/**
 * Whether words that no family knows are a server's word of the reader's own message. A sender that calls itself a server
 * has to tell of a failure; where only the subject does, the message has to be spoken of, or to have come back.
 */
export function tellsOfOwnMessage(mail: MailContents, { told, returned }: Words): boolean {
  const head = told.slice(0, SEEN);
  const title = headerOf(mail, 'subject') ?? '';
  if (returned.length === 0 && (FEIGNED.test(head) || KEPT_BACK.test(`${title}\n${head}`))) return false;
  const { sender, subject } = serverSigns(mail);
  if (sender) return subject || returned.length > 0 || telling(head) > 0 || tellsArrival(title, told);
  if (returned.length > 0 || /^auto-replied/i.test(headerOf(mail, 'auto-submitted') ?? '')) return true;
  return speaksOfYours(told) && telling(head) > 0;
}

export const speaksOfYours = (told: string): boolean => YOURS.test(told.slice(0, SEEN).replaceAll(/\s{1,1000}/g, ' '));
