import {
  ADMINISTRATORS,
  NOT_DELIVERED,
  NOT_REACHED,
  NOT_REACHED_BEGINS,
  ORIGINAL_HEADERS,
  RECIPIENT_LABEL,
} from '../exchange-labels.ts';
import { ADDRESS, defineFamilies } from '../family.ts';

const CODED = String.raw`\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}`;

/** Exchange of all ages, Exchange Online, and the SMTP service of IIS. */
export default defineFamilies([
  {
    server: 'Exchange 2007 and later, Exchange Online',
    says: ADMINISTRATORS,
    from: ADMINISTRATORS,
    entry: new RegExp(
      String.raw`^[ \t]{0,4}<?${ADDRESS}>?(?:<mailto:[^>\n]{1,300}>)?[ \t]*\n(?=(?:[ \t]*\n){0,2}.{0,80}(?:#|\d{3} |Remote Server|SMTP))`,
      'gm',
    ),
    reason: 'below',
    until: ORIGINAL_HEADERS,
  },
  {
    server: 'Exchange 5.5, 2000, 2003; hMailServer and MailEnable use its words',
    says: NOT_REACHED,
    from: NOT_REACHED_BEGINS,
    entry: new RegExp(
      String.raw`^[ \t]{0,12}(?:Recipient:[ \t]*|[^\n@<>]{1,80}[ \t](?=<))?["'<[]{0,2}(?:SMTP:|[^\n@]{0,200}[;:/]SMTP[=:])?${ADDRESS}["'>\]]{0,2}[;/]?(?:[ \t]+(?:on|am|le|el|il|op|em) [^\n]{6,60}(?:\n\d\d:\d\d:\d\d[^\n]{0,12})?)?[ \t]*$`,
      'gm',
    ),
    reason: 'below',
  },
  {
    server: 'Exchange Online in any language: who sent, who should have got it, and the error',
    says: RECIPIENT_LABEL,
    entry: new RegExp(String.raw`(?:${RECIPIENT_LABEL.source})\s*<?${ADDRESS}>?`, 'gi'),
    // The code stands in a line of its own first, and again in front of the words.
    reason: new RegExp(String.raw`(?<reason>${CODED} [^\n]{6,900})|(?<told>${CODED})(?![^]{0,20000}?${CODED} \S)`),
  },
  {
    server: 'Exchange Online, in the words it has for people',
    says: NOT_DELIVERED,
    entry: new RegExp(
      String.raw`(?:^[ \t]{0,4}|message to |Nachricht an |\()<?${ADDRESS}>?(?:<mailto:[^>\n]{1,300}>)?\)?(?:[ \t]*$| couldn['’]t be delivered\.?| konnte nicht zugestellt werden\.?)`,
      'gm',
    ),
    reason: /(?:Remote Server returned|Reported error:|Gemeldeter Fehler:|Status code:)\s*(?<reason>[^\n]{3,600})/i,
  },
  {
    server: 'Microsoft SMTP Service',
    says: /This is an automatically generated Delivery Status Notification/i,
    from: /(?:recipients? (?:failed|has been delayed|have been delayed)|Delivery to the following recipient[\w ]*(?:failed|delayed)[\w ]*)[.:]/i,
    entry: new RegExp(String.raw`^[ \t]{1,12}<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: /Technical details of (?:permanent|temporary) failure:\s*(?<reason>(?:[^\n]+\n?){1,12})/i,
  },
]);
