import { tellsArrival } from './arrival.ts';
import { headerOf, type MailContents } from './contents.ts';
import { anyOf, says } from './said.ts';
import { serverSigns } from './signals.ts';
import { telling } from './reply.ts';

const YOURS = says('yours');
/**
 * What feigns a bounce to get at a password: messages that wait for the reader, whose mailbox is full, or not verified. A
 * server that sends one back speaks of what the reader sent, and of somebody else's mailbox.
 */
const FEIGNED = anyOf([
  /\b(?:pending|incoming|unreceived|clustered|held|quarantined) (?:e-?)?(?:mails?|messages?)\b/, // 7 pending messages
  /\b(?:mails?|messages?)\b[^\n]{0,80}\b(?:pending|on hold|held back|quarantined|clustered)\b/, // messages on hold
  /\byou have \(?\d+\)? [\w ]{0,30}(?:mails?|messages?)\b/, // you have (7) new messages
  /\brelease (?:all |the |your |these )?(?:pending )?(?:e-?mails?|messages?)/, // release your messages
  /to your (?:inbox|mail ?box)\b/, // cannot be moved to your inbox
  /\b(?:re-?)?(?:verify|validate) (?:your )?(?:e-?mail )?account/, // verify your account
  /\bupgrade your (?:mail ?box|storage|quota)/, // upgrade your mailbox
  /\bpassword\b[^\n]{0,80}\bexpire/, // your password will expire
  /\byour (?:mail ?box|account|storage|quota|e-?mail account)\b[^\n]{0,80}\b(?:quota|storage|full|exceeded|suspended|verified)\b/, // your mailbox is full
  /\b(?:sie haben|vous avez|tiene|hai|você tem) \(?\d+\)? /, // the like in German, French, Spanish, Italian, Portuguese
]);
/** What a filter keeps from its reader: others' messages. */
const KEPT_BACK = anyOf([
  /\b(?:quarantine|quarantäne|quarantaine|cuarentena|quarantena|spam) ?-?(?:report|digest|summary|notification|bericht|rapport|informe|riepilogo)/, // Quarantine report, Spam digest
  /\bmessages? (?:to|for) \S+ (?:were|was|are|have been|has been) (?:held|quarantined|blocked)/, // messages to you were held
]);
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
