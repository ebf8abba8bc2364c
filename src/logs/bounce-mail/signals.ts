import type { MailContents } from './contents.ts';
import { headerOf } from './contents.ts';
import { isReturned } from './returned.ts';
import { isSentOn } from './sent-on.ts';
import { CALLED_UNDELIVERED } from './undelivered.ts';

/** Who sends bounces, by local part or by name. */
const DAEMON =
  /mailer-?daemon|mail\s?delivery\s?(?:sub)?system|postmaster|post_master|mail ?administrator|system administrator|mail sieve subsystem|delivery-?(?:status|failure|report)|mail-?daemon|mdaemon@|mail delivery service|courier mail server|microsoftexchange[\da-f]{20}|content-filter|systemadministrator|no-?reply@(?:\d+|[\w.]*(?:dion|auone|ezweb|docomo|softbank))/i;
/** Not in Sender and Return-Path, where newsletters have the address that bounces go to, and not a list's, `talk-bounces@`. */
const BOUNCES = /(?<![\w-])bounce/i;
const SUBJECT =
  /undeliver|un-?deliverable|non-?delivery|not delivered|returned (?:mail|to sender|message)|returning message|deliver(?:y|ing)[\w -]{0,40}(?:fail|status|report|problem|error|delay|notif|impossible)|fail(?:ed|ure)[\w -]{0,40}(?:deliver|notice)|failure notice|mail (?:system )?(?:error|failure|delivery)|could not (?:be )?(?:deliver|send)|mail could not|delayed mail|warning: (?:could not send|message has not)|processing error|user unknown|no such user|automatically rejected|returned e-?mail|rejected mail|mail (?:was )?rejected|\bbounced\b|^\[?bounce\b[^\w-]{0,3}(?:$|message|mail|notif|report)|error sending your (?:mail|message)|not member article|^request to mailing list .{1,80} rejected$|unzustellbar|nicht zugestellt|zustell(?:ung|fehler)|fehlgeschlagen|non[- ]remis|non[- ]distribu|[ée]chec|non (?:consegnat|recapitat)|mancat[ao] |recapito non riuscito|non recapitabil|no se (?:ha )?(?:pudo|entrega)|no entregado|sin entregar|n[ãa]o (?:é|foi) poss[íi]vel (?:entreg|enviar)|niedostarczaln|nedoručiteln|nedoručeno|kan inte levereras|kunne ikke leveres|kan ikke leveres|ei voida toimittaa|(?:teslim|iletil)(?:edile| edile|e)?me(?:di|yen)|kézbesíthetetlen|imposibil de livrat|n[ãa]o (?:foi )?entreg|retorno de e-?mail|devolu[çc][ãa]o|devolvid[ao]|falha (?:na entrega|no envio)|mensagem (?:nao|não) |onbestelbaar|niet[- ]?(?:afgeleverd|bezorgd)|nie dostarczon|не (?:удается )?достав|недоставлен|не удалось|配信(?:でき|不能|エラー|失敗)|送信(?:でき|エラー)|エラーメール|退信|未送达|無法傳送|投递失败|系统退信|無法傳遞|postmaster notify|mail failure|message (?:delivery|status|(?:you sent )?(?:was |has been )?(?:blocked|rejected)|not delivered|could not)|address not found|^nd[nr]: |^rejected posting to |kézbesít|не вдалося|доставити|недоставк|недоставен|παράδοση|δεν παραδόθηκε|לא נמסרה|ไม่สามารถส่ง|tidak (?:dapat )?(?:ter)?kirim|gagal (?:ter)?kirim|전송 ?실패|전송되지|배달 ?(?:실패|불가|되지)|반송|không (?:thể )?gửi|nepoda[řr]ilo|nepavyko|nepristat|neizdev|neisporučen|nije isporučen|ni bil[oa]? dostavljen|levererades inte|ikke lever(?:et|t)|fejl ved levering|ei toimitettu|toimitus epäonnistui|nije dostavljen|تعذر|(?:لم يتم|فشل)[^\n]{0,20}(?:تسليم|إرسال)|تحویل داده نشد|डिलीवर नहीं|无法送达|未能送达|没有送达|未傳遞|未传递|olever|ulever|toimittamat|nedostavljiv|neisporučiv|недоставим|edastamatu|nepiegādā|nepristatom|ส่งไม่|no es pot lliurar/iu;

/** `<>`, `"Jetmail System" <>`, Courier's `<@>`. */
const NO_ADDRESS = /<\s{0,8}@?\s{0,8}>\s{0,8}$/;

const saysUndelivered = (subject: string): boolean => SUBJECT.test(subject) || CALLED_UNDELIVERED.test(subject);

/** What else is not delivered, and told of by shops. */
const GOODS =
  /\b(?:parcel|package|shipment|courier|order|invoice|paket|sendung|lieferung|bestellung|colis|livraison|commande|pacco|spedizione|ordine|paquete|pedido|envío|encomenda|zending|pakket)\b/iu;

/** Characters of a field that are looked at. */
const FIELD_LENGTH = 500;

/** Whether its sender calls itself a server, and whether its subject speaks of what was not delivered. */
export function serverSigns(mail: MailContents): { readonly sender: boolean; readonly subject: boolean } {
  const { daemon, nobody, path, subject } = signsOf(mail);
  return { sender: daemon || nobody || path, subject: saysUndelivered(subject) };
}

function signsOf(mail: MailContents) {
  const by = (headerOf(mail, 'from') ?? '').slice(0, FIELD_LENGTH);
  const from = `${by} ${headerOf(mail, 'sender') ?? ''}`.slice(0, FIELD_LENGTH);
  const returnPath = headerOf(mail, 'return-path');
  return {
    // Newsletters that anybody can leave have the address that bounces go to in their From.
    daemon: DAEMON.test(from) || (BOUNCES.test(by) && headerOf(mail, 'list-unsubscribe') === undefined),
    nobody: from.trim() === '' || NO_ADDRESS.test(by),
    path: returnPath !== undefined && (/^<\s*>$/.test(returnPath) || DAEMON.test(returnPath)),
    subject: (headerOf(mail, 'subject') ?? '').slice(0, FIELD_LENGTH),
  };
}

/**
 * Notes of a list to its members and moderators; a message it turns away is told in words that are known. What a server wrote
 * to the list's owner and the list sends on has the list's fields, too.
 */
export const isAdministrative = (mail: MailContents): boolean =>
  headerOf(mail, 'x-list-administrivia') !== undefined &&
  !signsOf(mail).daemon &&
  !/^\W{0,3}(?:undeliver|non-?delivery)/i.test(headerOf(mail, 'subject') ?? '');

/** 0 to 1: how much a mail looks like a server's word that another could not be delivered. */
export function bounceSigns(mail: MailContents): number {
  const { daemon, nobody, path, subject } = signsOf(mail);
  let signs = 0;
  if (headerOf(mail, 'x-failed-recipients') !== undefined) signs += 0.5;
  if (daemon) signs += 0.4;
  if (nobody && !daemon) signs += 0.2;
  if (path) signs += 0.2;
  if (saysUndelivered(subject)) signs += 0.4;
  if (isAdministrative(mail)) signs += 0.4;
  if (/^loop alert\b/i.test(subject)) signs += 0.8;
  if (!daemon && !nobody && isLetter(mail, subject)) signs -= 0.3;
  if (/\brecall\b/i.test(subject)) signs -= 0.5;
  if (/delivery-status/i.test(mail.parameters.get('report-type') ?? '')) signs += 0.5;
  return Math.max(0, Math.min(signs, 1));
}

/**
 * Somebody who answers, a newsletter, a shop that speaks of its parcels. What is sent on has the subject of what came back,
 * and a list that sends a bounce on to its owner puts its own fields around it.
 */
const isLetter = (mail: MailContents, subject: string): boolean =>
  (GOODS.test(subject) && !isSentOn(subject)) ||
  inThread(mail) ||
  (headerOf(mail, 'list-unsubscribe') !== undefined && !mail.parts.some(({ type }) => isReturned(type)));

const inThread = (mail: MailContents): boolean =>
  headerOf(mail, 'in-reply-to') !== undefined || headerOf(mail, 'references') !== undefined;

/** Whether somebody answers somebody, and may quote what a server wrote; who sends a bounce on means it to be read. */
export function isAnswer(mail: MailContents): boolean {
  const { sender, subject } = serverSigns(mail);
  const sentOn = subject && isSentOn(headerOf(mail, 'subject') ?? '');
  return !sender && !sentOn && inThread(mail);
}

const WARNING =
  /warning (?:message )?only|advisory(?: (?:notice|e-?mail|message))? only|-only e-?mail|(?:additional|further) attempts to deliver|delivery attempts will|(?:will|to) continue to (?:attempt|try)|(?:will be|being) retried (?:for|until)|just a warning|(?:has|have|was|were|been|is|are) (?:temporarily )?delayed|not yet been delivered|will (?:be|keep|continue|try)[\w ]{0,20}(?:retr(?:y|ied)|trying|tried again|again)|still (?:being retried|trying|in the queue)|(?:do not|don't) need to re-?send|could not (?:send|deliver) (?:message|your mail) for (?:the )?past|temporary failure report|noch nicht zugestellt|verzögert|zustellung wird|sera réessayé|retard(?:é|ée)|en attente de|ritardat|retrasad|будет повтор|задерж|slechts een waarschuwing|wordt (?:nog |opnieuw |er )?geprobeerd|nur eine warnung|(?:zustell)?versuche? (?:wird|werden) (?:fortgesetzt|wiederholt)|wird (?:weiter|weiterhin|erneut) versucht|(?:qu['’]un|simple) avertissement|nouvelles? tentatives?|sarà ritentat|(?:continu|riprov)\S{1,10} a consegnar|solo un avviso|se (?:volverá a intentar|seguirá intentando)|reintent|(?:s[óo]lo|[úu]nicamente) (?:es )?una? (?:aviso|advertencia)|apenas um aviso|novas tentativas|tylko ostrzeżenie|próby dostarczenia będą|pouze varování|только предупреждение|попытк\S{1,4} (?:доставки )?(?:будут )?продолж|endast en varning|kun en advarsel|遅れ|遅延|延期|延迟|延遲|继续尝试|지연/i;
/** Said of a failure, these would be untrue. */
const SURELY_WARNS =
  /delivery attempts will (?:be )?continue|warning (?:message )?only|advisory notice only|just a warning|(?:will|to) continue to (?:attempt|try)|(?:do not|don't) need to re-?send|slechts een waarschuwing|nur eine warnung|qu['’]un avertissement|solo un avviso|(?:s[óo]lo|[úu]nicamente) (?:es )?una? (?:aviso|advertencia)|apenas um aviso|tylko ostrzeżenie|pouze varování|только предупреждение/i;
const WARNING_SUBJECT =
  /\bdelay(?:ed)?\b|^warning: (?:could not|message)|verzögert|retard|delayed mail|still being retried|\bwarning\b.{0,80}\bhours?\b|vertraagd|fördröj|försen|forsink|viiväst|opóźnion|zpožděn|késleltet|întârziat|gecik|atrasad|ritard|задерж|отложен|遅延|延迟|延遲|지연/i;
const GAVE_UP_FOR_GOOD = /permanent(?:ly)? (?:error|fail|fatal)|\bgiven up\b|will not be retried|failed permanently/i;
const FINAL =
  /permanent(?:ly)? (?:error|fail|fatal)|given up|giving up|will not be retried|no further (?:delivery )?attempts|failed permanently|could not be delivered|undeliverable/i;

/** Whether it only warns: the mail will be tried again. */
export function onlyWarns(subject: string, told: string): boolean {
  const head = told.slice(0, 4000);
  if (WARNING_SUBJECT.test(subject.slice(0, FIELD_LENGTH))) return !/fail(?:ed|ure)/i.test(subject);
  if (SURELY_WARNS.test(head)) return !GAVE_UP_FOR_GOOD.test(head);
  return WARNING.test(head) && !FINAL.test(head);
}

const GIVEN_UP =
  /(?:been )?in the queue too long|retry time ?out exceeded|(?:could ?n['o]t|could not be|unable to|not) deliver(?:ed)?[\w ]{0,40} (?:for|in|within|after) (?:the (?:last |past )?)?\d+ ?(?:seconds?|minutes?|hours?|days?)|after (?:multiple|several|\d+|many) (?:retries|attempts|tries)|delivery failed \d+ attempts|message (?:has )?expired|delivery time expired|expired before|has not been collected|hosts have been failing for a long time|maximum (?:queue|delivery) (?:time|lifetime)|retry time not reached for any host after a long failure|delivery attempts? (?:limit )?exceeded|will be deleted from queue|queue(?:d)? (?:time|lifetime) (?:expired|exceeded)|exceeded the (?:maximum )?(?:time|retry)|exceeded (?:the )?maximum (?:number of )?(?:delivery )?attempts/i;

/** Whether the sending server gave up after trying for long. */
export const gaveUp = (text: string): boolean => GIVEN_UP.test(text.slice(0, 8000));
