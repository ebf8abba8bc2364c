import { REASON_LENGTH } from './limits.ts';
import { TOLD_FAILED } from './undelivered.ts';

/** The code, and the enhanced one behind it, whatever stands between: `550 5.1.1`, `550-5.1.1`, IronPort's `550-'5.1.1`. */
const BOTH = /(?:^|[^\d.=])([245]\d\d)[\s-]{0,3}['"#(]{0,3}([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
/** 2xx counts at the very start only: `[192.0.2.1] 220` and `SIZE=222` are no replies. */
const CODE = /(?:^\s*(2[0-5]\d)|(?:^|[\s;:('"<>[-])([45][0-5]\d))(?=[\s\-:,;)'"<]|$)/;
const ENHANCED = /(?:^|[\s;:#('"<>=[-])([245]\.\d{1,2}\.\d{1,3})(?![\d.])/;

export interface Codes {
  readonly code?: number;
  readonly enhancedCode?: string;
}

/** The codes a reply quotes. */
export function codesIn(text: string): Codes {
  const both = BOTH.exec(text);
  if (both !== null) return { code: Number(both[1]), ...(both[2] === undefined ? {} : { enhancedCode: both[2] }) };
  const [, accepted, refused] = CODE.exec(text) ?? [];
  const code = accepted ?? refused;
  const enhancedCode = ENHANCED.exec(text)?.[1];
  return {
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(enhancedCode === undefined ? {} : { enhancedCode }),
  };
}

/** The words in which mail servers of all languages say that something failed. */
const FAILURE =
  /unknown|does ?n['’o]t|not (?:exist|found|listed|recogni[sz]ed|known|available|accept|allowed|permitted|deliver|reach|a (?:valid|registered))|no (?:such|match|mailbox|longer|valid|MX|user|account|route|transport|answer|recipient)|invalid|full\b|quota|exceed|over (?:its|the|quota)|disabled|inactive|suspend|locked|deactivated|terminated|\bclosed|discontinued|expired|reject|refus|denied|den(?:y|ies)|restricted|reached (?:a|the|your)[\w ]{0,20}limit|block|blacklist|spam|virus|time[d ]? ?out|unreachable|unable|fail(?:ed|ure|ing)|did(?: not|n['’]t) (?:respond|accept|answer)|not responding|shut ?down|could(?: not|n['’]t)|can ?not|can['’]t|loop|too (?:large|big|long|many)|hop count|unavailable|lookup|malformed|undelivered because|incorrect|(?:space|room) not enough|not enough (?:space|room)|syntax error|did(?: not|n['’]t) (?:exactly )?match|unrouteable|giv(?:e|ing|en) up|been in the queue|nonexist|non-exist|unzustellbar|unbekannt|nicht|abgelehnt|überschritten|voll\b|inconnu|n['’]existe|introuvable|refusé|plein|sconosciut|inesistente|piena|no existe|desconocid|rechazad|llen[ao]|chei[ao]\b|não |finns inte|g(?:ick|år) (?:inte|ej) att|finnes ikke|findes ikke|ei ole|není|neexistuje|nincs|bulunam|dolu\b|nie istnieje|onbekend|niet|existiert|не (?:существует|найден|может)|переполнен|неизвест|отклон|заблокир|見つかりません|見つから|受信でき|配信され(?:ませ|な)|ありません|存在し|不明|届け|できません|一杯|容量|拒否|不存在|已满|拒绝|拒收|退信|失败|nem (?:sikerült|kézbesíthető|található|létezik)|sikertelen|megtelt|не (?:вдалося|знайдено|існує|удалось|доставлен|принят)|неуспешн|δεν (?:παραδόθηκε|βρέθηκε|υπάρχει|ήταν)|αποτυχία|άγνωστ|γεμάτ|לא (?:נמסרה|נמצא|קיים)|נכשל|ไม่สามารถ|ไม่พบ|เต็ม|tidak (?:dapat|ditemukan|terkirim|ada)|gagal|penuh|실패|존재하지|없습니다|못했|거부|초과|알 수 없|không (?:thể|tồn tại|tìm thấy)|thất bại|nie (?:można|powiodło|znaleziono)|przepełni|nieznan|odrzucon|nepoda[řr]ilo|nelze|nezn[áa]m|pln[áa]\b|odm[íi]tn|nu (?:a putut|există|poate)|eșuat|necunoscut|edilemedi|başarısız|bilinmeyen|reddedil|(?:kunde|kunne) (?:inte|ikke)|okänd|misslyck|avvis|afvis|uken[dj]t|\bfuld\b|mislykk|ei voi|tuntematon|täynnä|epäonnistu|hylätty|nije (?:moguće|isporučen|pronađen)|neuspje|ni bilo mogoče|neuspešn|nepavyko|nepristat|neizdevās|ebaõnnestu|tundmatu|no s['’]ha pogut|n[ãa]o p[ôo]de|inexistente|recusad|no se (?:ha|pudo|puede)|imposible|impossib|respint|rifiutat|n['’]a pas (?:pu|été)|ne peut(?: pas| plus)|échou|échec|saturée?\b|rejet|تعذر|لم يتم|غير (?:موجود|معروف|صالح)|ممتلئ|فشل|مرفوض|نشد|नहीं|đã đầy|无法|未能/i;

/** Whether a text says that, or why, something failed. */
export const saysFailure = (text: string): boolean => FAILURE.test(text) || TOLD_FAILED.test(text);

/** How much a text tells of why a mail did not go through: 0 is nothing. */
export function telling(text: string): number {
  const { code, enhancedCode } = codesIn(text);
  const coded = (code !== undefined && code >= 400 ? 4 : 0) + (enhancedCode === undefined ? 0 : 3);
  return coded + (saysFailure(text) ? 3 : 0);
}

/** What we said ourselves, where a text shows both sides. */
const ASKED = /^[ \t]{0,20}>>>.*$/gm;

/** Lines of a reply as one: without what it answers and the marks of a transcript, and without what lists put in front. */
export const oneLine = (text: string): string =>
  (text.includes('<<<') ? text.replaceAll(ASKED, '') : text)
    .replaceAll(/^[ \t>]{0,20}(?:<<<|<--|>>>|\*)[ \t]?/gm, '')
    .replaceAll(/\s{1,1000}/g, ' ')
    .replace(/^[\s:;,\]]+/, '')
    .trim()
    .slice(0, REASON_LENGTH);

/** DragonFly, IndiMail and Courier say who refused what before the reply. */
const FRAME =
  /^(?:(?:From: <[^>]*> RCPT: <[^>]*> )?\S+ (?:\[[^\]]*\] )?(?:did not like our [\w ]{2,20}:|does not like recipient\. Remote host said:|failed after I sent the message\. Remote host said:)|Remote host said:|\S+ \[[\da-f.:]+\]:) /i;

/** A reply without the words around it that say who gave it. */
export const withoutFrame = (text: string): string => text.replace(FRAME, '').replace(/^(?:delay )?reason: ?/i, '');

const SAID_BY =
  /\b(?:host:? |server |to |with |from |MTA |mailer |^)(?<host>[a-z\d][\w-]*(?:\.[\w-]+)+)\.?\s?[[(](?<ip>[\d.]{7,15}|[\da-f:]{4,45})[\])]/i;
const COMMANDS =
  /(?:in reply to|after(?: pipelined| sending)?|in response to|following|did not like our|STEP:) (?:the )?(?<command>end of (?:data|mail)|RCPT(?: TO)?|MAIL(?: FROM)?|EHLO|HELO|(?:final )?DATA(?: SEND)?|initial connection)/i;
const NAMES: Readonly<Record<string, string>> = {
  RCPT: 'RCPT TO',
  MAIL: 'MAIL FROM',
  'END OF DATA': 'end of DATA',
  'END OF MAIL': 'end of DATA',
  'DATA SEND': 'end of DATA',
  'FINAL DATA': 'end of DATA',
  'INITIAL CONNECTION': 'greeting',
};

/** Who refused, and in answer to what, where the text tells. */
export function refusedBy(text: string): {
  readonly relay?: { readonly host: string; readonly ip: string };
  readonly command?: string;
} {
  const { host, ip } = SAID_BY.exec(text)?.groups ?? {};
  const said = COMMANDS.exec(text)?.groups?.['command']?.toUpperCase();
  return {
    ...(host === undefined || ip === undefined ? {} : { relay: { host, ip } }),
    ...(said === undefined ? {} : { command: NAMES[said] ?? said }),
  };
}
