import { plainName } from './columns.ts';
import { outcomeOfPhrase } from './event-phrases.ts';
import { outcomeByStem } from './event-stems.ts';
import { FURTHER_SENT, FURTHER_WORDS } from './event-words-further.ts';
import type { Outcome } from './mapping.ts';

/** What sources call their events, in the languages people export them in. */
const WORDS: Readonly<Record<string, string>> = {
  accepted:
    'accettazione presaincarico inwarteschlange inwachtrij enfiledattente enlafiladeespera encola accodato accodata incoda nafila emfila wkolejce iko inject enqueue enqueued accepted accept processed process queued queue injected injection injected received receive reception request requests requested submitted submission attempt attempted scheduled created angenommen zlecone zlecono zlecony eingereiht aceptado aceptada accepté acceptée accettato accettata geaccepteerd encolado richiestainvio принято przyjęto přijato 受付 受付済み 受付済 已接受 aceito mottagen',
  delivered:
    'zustellung auslieferung avvenutaconsegna deliv receivedemail emailreceived dlvrd dlvd dlv inbox inboxed handedover delivered deliver delivery success successful succeeded succeed exitoso exitosa satisfactorio sucesso ok delivered250 relayed handed zugestellt ausgeliefert zugestelltanempfänger erfolgreich livré livrée délivré délivrée délivrés remis remise distribué distribuée consegnato consegnata recapitato entregado entregada entregados afgeleverd bezorgd geleverd entregue entregues доставлено доставлен доставлена доставка dostarczono dostarczony dostarczona dostarczone doručeno doručen 配信成功 成功 到達 已送达 送达 投递成功 已交付 levererad levererat leveret levert teslimedildi iletildi başarılı',
  deferred:
    'preavvisoerroreconsegna preavvisoerrore softfail relance attente dfrd dfr greylisted greylist throttled ratelimited connectionfailed connectiontimeout connectiontimedout timeout deferred deffered differed defer deferral delayed delay deliverydelayed deliverydelay deliverydeferred temporaryfailure transientfailure tempfail temporaryfail retry retrying verzögert aufgeschoben zurückgestellt différé différée reporté retardé rinviato rinviata differito ritardato aplazado aplazada diferido diferida retrasado uitgesteld vertraagd rimandato rimandata posticipato adiado adiada atrasado отложено отложен временнаяошибка odroczono odroczony odłożono opóźniono odloženo 遅延 再送中 保留 延迟 fördröjd uppskjuten forsinket udskudt utsatt ertelendi geciktirildi',
  bounced:
    'erroreconsegna mancataconsegna exception exceptions unsuccessful ko nok notok erfolglos sansexito sanssucces erreur erreurs bounceback bouncebacks blockbounce blockedbounce technicalbounce generalbounce transientbounce undeterminedbounce npai zwrot nondistribué hardfail returnedtosender bnc bncd bnced userunknown unknownrecipient recipientunknown nosuchmailbox invalidmailbox addressnotfound mailboxnotfound mailboxunavailable badmailbox domainnotfound hostnotfound invaliddomain domaindoesnotexist empfängerunbekannt benutzerunbekannt nondeliverable nonremis nichtzustellbar invalidrecipient unknownuser nosuchuser bounced bounce failed fail failure failures undelivered undeliverable rejected reject rejection returned error unzustellbar nichtzugestellt abgelehnt fehlgeschlagen fehler sendefehler versandfehler zustellfehler zurückgewiesen rebond rebondi échec échoué rejeté nondélivré respinto rimbalzato fallito fallita errore erro fel hata eroare hiba virhe mancatarecapito rebotado rebote rebotada fallido fallida rechazado rechazada geweigerd mislukt fout gebounced bounces rimbalzo rebotes devolvido devolvida falha rejeitado outofband outofbandbounce adminbounce oob falhou rejeitada недоставлено недоставлен отклонено отклонен возврат возвращено ошибка odbity odbite odrzucono odrzucony odrzucone niedostarczono niedostarczony niedostarczone błąd nedoručeno odmítnuto vráceno chyba エラー 不達 配信エラー 配信失敗 送信失敗 送信エラー 失敗 バウンス 退信 已退信 投递失败 失败 退回 已拒绝 studsade studsad misslyckades avvisad afvist fejlet returneret avvist feilet geridöndü başarısız reddedildi',
  'soft-bounced':
    'softbnc sbounce sbounced softfailure mailboxfull overquota quotaexceeded postfachvoll boîtepleine casellapiena softbounce softbounced softbounces soft rebondsoft rebonddoux weicherbounce softrebote мягкийвозврат ソフトバウンス 软退信',
  'hard-bounced':
    'permfail permanentfailure hardbnc hbounce hbounced hardbounce hardbounced hardbounces hard rebondhard rebonddur harterbounce rebotedefinitivo жесткийвозврат ハードバウンス 硬退信',
  expired:
    'giveup gaveup givenup expired expire expiration timedout messageexpired abgelaufen expiré expirée scaduto scaduta caducado expirado verlopen',
  dropped:
    'nonaccettazione rilevazionevirus dropped drop drops excluded unsent notsent blacklist blacklisted denylisted suppressed suppression blocked block invalid invalidemail invalidaddress invalidemailaddress badaddress policyrejection generationfailure generationrejection filtered skipped skip preblocked discarded zurückgehalten unterdrückt verworfen übersprungen blockiert gesperrt supprimé bloqué bloquée ignoré scartato bloccato bloccata soppresso descartado bloqueado suprimido onderdrukt geblokkeerd overgeslagen заблокировано заблокирован подавлено zablokowano zablokowany zablokováno ブロック 配信除外 拦截 已拦截 无效邮件 无效地址 blockerad blokeret blokkert engellendi',
  complained:
    'cmplnt scomp complained complaint complaints complain spam spamreport spamcomplaint spamreported markedasspam abuse abuses feedback fbl junk beschwerde spambeschwerde alsspammarkiert plainte plaintespam reclamo segnalazionespam segnalatocomespam queja denuncia denunciaspam klacht spamklacht reclamação жалоба жалобанаспам спам skarga stížnost 迷惑メール報告 スパム報告 苦情 投诉 klagomål klage şikayet',
  opened:
    'abriu abriram opn viewed view views seen read lu lue lus vu letto letta lido lida leída läst vist visto opened open opens uniqueopened uniqueopen firstopen firstopened firstopening initialopen reopened geöffnet öffnung öffnungen ouvert ouverte ouverture ouvertures aperto aperta apertura aperture primaapertura abierto abierta aperturas geopend aberto abertura открыто открыт открыта открытие прочитано otwarto otwarte otwarty otwarcie otevřeno otevřen 開封 開封済み 開封済 已打开 打开 已读 öppnad öppnat öppning åbnet åpnet açıldı',
  'machine-opened':
    'proxyopen proxyopened loadedbyproxy uniqueproxyopen machineopen botopen caricataperprocura prefetch prefetched prefetchopen',
  clicked:
    'clk clkd clickthrough clickedthrough visited clicked click clicks geklickt klick klicks angeklickt cliqué cliquée clic clics cliccato cliccata clicado pulsado geklikt klik clique clicou клик кликнул переход переходпоссылке kliknięto kliknięte kliknięty kliknięcie kliknuto proklik クリック クリック済み 已点击 点击 klickad klickat klikket tıklandı',
  unsubscribed:
    'listedençıktı unsubscribed unsubscribe unsubscribes unsub unsubs optouts cancelamento cancelación rezygnacja groupunsubscribe listunsubscribe linkunsubscribe optout optedout abgemeldet abmeldung désabonné désabonnée désabonnement désabonnements désinscrit désinscription disiscritto disiscrizione cancellato debaja baja cancelado afgemeld uitgeschreven descadastrado cancelouinscrição dadodebaja dadadebaja descadastro отписался отписалась отписан отписка wypisany wypisano wypis odhlášen odhlášeno 配信停止 購読解除 退订 已退订 avregistrerad avprenumererad afmeldt avmeldt aboneliktençıktı',
  subscribed:
    'subscribed subscribe resubscribe resubscribed groupresubscribe optin angemeldet abonné inscrit iscritto suscrito aangemeld ingeschreven подписался подписан zapisany zapisano 購読 已订阅',
  'auto-reply':
    'autoreply autoresponder autoresponse outofoffice vacation response responses abwesend abwesenheit abwesenheitsnotiz abwesenheitsmeldung urlaub urlaubsmeldung ooo away absence absencedubureau messagedabsence fueradelaoficina fueradeoficina fuorisede fuoriufficio afwezig afwezigheid nieobecnosc 不在 不在通知 自動応答 自動返信',
};

/** `sent` is handed over for some, and taken in for others: only what else a source says can tell. */
const SENT_WORDS =
  'targeted übertragen transferred transferido transferida transféré transférée trasferito trasferita snd sent send sends dispatched dispatch transmitted mailed emailed abgesendet abgeschickt expédié expédiée expedido spedito spedita gesendet versendet versandt verschickt envoyé envoyée envoyés inviato inviata inviati enviado enviada enviados verzonden verstuurd отправлено отправлен отправлена wysłano wysłany wysłane odesláno odeslán 送信済み 送信済 送信 配信済み 配信済 配信完了 送信完了 送信成功 已发送 skickad skickat sendt gönderildi';
/** Waiting, and nobody says whether it has been tried. */
const WAITING_WORDS =
  'pending waiting stillqueued inprogress ausstehend wartend enattente encours inattesa insospeso pendiente enespera inafwachting pendente вожидании oczekuje čeká väntar venter beklemede';
let waiting: ReadonlySet<string> | undefined;
export const isWaitingWord = (word: string): boolean =>
  (waiting ??= new Set(WAITING_WORDS.split(' ').map((one) => plainName(one)))).has(plainName(word));

// Made when a word is first asked for: no log of a mail server has one.
let sent: ReadonlySet<string> | undefined;
const sentWords = (): ReadonlySet<string> =>
  (sent ??= new Set(`${SENT_WORDS} ${FURTHER_SENT}`.split(' ').map((word) => plainName(word))));

let told: ReadonlyMap<string, Outcome> | undefined;
const outcomes = (): ReadonlyMap<string, Outcome> =>
  (told ??= new Map(
    [...Object.entries(FURTHER_WORDS), ...Object.entries(WORDS), ['deferred', WAITING_WORDS] as const].flatMap(
      ([outcome, words]) => words.split(' ').map((word): [string, Outcome] => [plainName(word), outcome as Outcome]),
    ),
  ));

/** `email.bounced`, `message_delivered`: what it is an event of. */
const OF = /^(?:e?mail|message|msg|event)(?=\p{L})/u;

/** `Not delivered`, `non consegnato`: a mail that was tried; one that was not sent was not. */
const NOT =
  /^(?:not|un|nicht|keine?n?|kein|sans|aucune?|senza|sin|sem|geen|non|no|niet|n[ãa]o|ne|не|nie|inte|ikke|ej)$/u;

/** `Clic sur un lien`: only at the beginning it is English. */
const ARTICLE = /^un$/;

/** Of a site, which is viewed without a mail. */
const PAGE = /^(?:page|screen|site)[\W_]*views?(?:ed)?$/i;

/** What a word for an event means; undefined where it is not known. */
export function outcomeOf(word: string): Outcome | undefined {
  if (PAGE.test(word)) return undefined;
  const plain = plainName(word);
  const isSingle = !/[^\p{L}\p{M}\p{N}]|\p{Ll}\p{Lu}/u.test(word.trim());
  const known = (one: string): Outcome | undefined => (isSingle ? oneWord(one) : outcomes().get(one));
  return known(plain) ?? known(plain.replace(OF, '')) ?? outcomeOfPhrase(word) ?? outcomeOfWords(word);
}

/** By the word itself, else by how it begins; the words of those that have been sent are no outcome. */
function oneWord(plain: string): Outcome | undefined {
  const known = outcomes().get(plain);
  if (known !== undefined || sentWords().has(plain)) return known;
  const byStem = outcomeByStem(plain);
  // `spambounce`, `dnsbounced`: whatever kind of bounce it is.
  if (byStem === undefined && BOUNCE.test(plain)) return 'bounced';
  return byStem === 'sent' ? undefined : byStem;
}

const BOUNCE = /^(?!not?|non|un|de|re)\p{L}{2,12}bounc(?:e|es|ed)$/u;

const PERMANENT =
  /^(?:perm|defini|dauerhaft|endgultig|hard|hart|final|dur[aoe]?s?$|tvrd|tward|trwał|stał|постоянн|жестк)/;
const TEMPORARY =
  /^(?:temp|tymczas|trans|provi|vorubergeh|momentan|soft|weich|suav|bland|miekk|mjuk|mekk|zacht|doux$|tillfallig|midlertidig|docasn|tijdelijk|временн|мягк)/;
/** What these call a bounce has come back: it is not tried again. Other failures that pass are. */
const CAME_BACK = /bounc|rebond|rebot|rimbalz|devol|unzustellbar|odbic|odbit|odraz|studs|zwrot/;
/** `Subscrição cancelada`, `abonnement beëindigd`. */
const SUBSCRIPTION = /^(?:subscri|iscri|subskri|inscri|suscri|abonn|abonel|prenumer|subskryp)/;
const ENDED = /^(?:cancel|annul|beend|beeind|terminat|iptal|avslut|zakoncz)/;
/** `Nicht zustellbar`, `not deliverable`. */
const DELIVERABLE = /^(?:zustell|deliverabl|bestelbaar|livrabl|recapitabil|entregav)/;
/** Brevo and others tell the first open from later ones. */
const FIRST =
  /^(?:first|initial|unique|erste[ns]?|erstmalig|premieres?|premiers?|prim[ao]|primera?|primeir[ao]|eerste|uniek|einmalig)$/;
/** `Chargé par proxy`, `Vom Proxy geladen`, `Caricata per procura`: in what language soever, it is a proxy’s. */
const PROXY = /^(?:proxy|prox|procura)$/;
const LOADED =
  /^(?:loaded|open|opened|opening|charge|ouvert|ouverte|ouverture|geladen|geoffnet|offnung|caricat[ao]|apert[ao]|apertura|cargad[ao]|abiert[ao]|carregad[ao]|abert[ao]|abertura|geopend)e?s?$/;
/** Words of one value. Stops a reply, mapped by mistake, from being looked up word by word. */
const MOST_WORDS = 6;

const OF_FIRST: ReadonlySet<Outcome | undefined> = new Set<Outcome>([
  'opened',
  'clicked',
  'bounced',
  'dropped',
  'complained',
  'unsubscribed',
]);

/** What says nothing beside another word: of what, to whom, and that it was. */
const FILLERS: ReadonlySet<string> = new Set(
  'campaign kampagne campagne campana campanha campagna доставки mailer smtp indirect tracker tracking tracked engine page thank you other em en sur un une uno una ein eine einen auf later again marked all remote mta host technical technique tecnico on for through zum zur der die das server servidor serveur ao que ca olarak isaretlendi edildi merkitty e mail email mails message msg event nachricht mensaje correo messaggio mensagem bericht wiadomosc link links enlace lien lenk newsletter list liste lista user recipient recipients empfanger destinataire destinatario ontvanger mottagare was has been is are be by via with from to on in the a an of at it its et y and und zustellung livraison consegna entrega bezorging doreczenie recapito de del della do da du des di la le les il el los l lo els als as como comme come jako som si se s sa sich hat ha hizo dio wurde werden wird worden is werd est a foi fue ser essere etre e es zostal zostala zostalo har blev vom von am an im con avec mit met z hos could konnte konnten kon kunde pu pudo puo will mailbox inbox'.split(
    ' ',
  ),
);
/** That it went well: of what, the other words say. */
const SUCCESS =
  /^(?:success|successful|successfully|erfolgreich|ok|succes|exito|correctamente|successo|sucesso|reussie?|correctly|gelukt|pomyslnie)$/;

/** `Errore permanente`, `rebond temporaire`: a failure, and for how long. `Delivery failed`, `Abuse complaint`: words for one thing. */
function outcomeOfWords(word: string): Outcome | undefined {
  const words = wordsIn(word);
  if (words.length > MOST_WORDS) return undefined;
  const [only = ''] = words;
  if (words.length === 1) return only === plainName(word) ? undefined : oneWord(only);
  if (words.some((one) => PROXY.test(one)) && words.some((one) => LOADED.test(one))) return 'machine-opened';
  if (isMarkedAsSpam(words)) return 'complained';
  const isNot = (one: string, at: number): boolean => NOT.test(one) && !(at > 0 && ARTICLE.test(one));
  const telling = words.filter((one, at) => !FILLERS.has(one) && !isNot(one, at));
  // `Keine Zustellung`: what is but of the way elsewhere is all that it says.
  if (words.some((one, at) => isNot(one, at)))
    return notOf(telling.length > 0 ? telling : words.filter((one, at) => !isNot(one, at)));
  if (words.some((one) => SUBSCRIPTION.test(one)) && words.some((one) => ENDED.test(one))) return 'unsubscribed';
  const later = words.filter((one) => !FIRST.test(one) && !/^confirmed$/.test(one));
  if (later.length === 1 && words.length > 1 && OF_FIRST.has(oneWord(later[0] ?? ''))) return oneWord(later[0] ?? '');
  const rest = telling.filter((one) => !PERMANENT.test(one) && !TEMPORARY.test(one));
  if (rest.length === telling.length) return togetherOf(rest);
  const failed = togetherOf(rest);
  if (failed === 'deferred') return failed;
  if (failed !== 'bounced') return undefined;
  if (words.some((one) => PERMANENT.test(one))) return 'hard-bounced';
  return CAME_BACK.test(rest.join('')) ? 'soft-bounced' : 'deferred';
}

const wordsIn = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST_PHRASE)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{M}]+/u)
    .map((one) => plainName(one))
    .filter(Boolean);
const LONGEST_PHRASE = 80;

/** `Not sent`, `nicht versendet`: kept back, or not yet due. */
export function isNotSentWord(word: string): boolean {
  const words = wordsIn(word);
  const telling = words.filter((one) => !FILLERS.has(one) && !NOT.test(one));
  return (
    telling.length > 0 &&
    telling.length < words.length &&
    words.some((one) => NOT.test(one)) &&
    telling.every((one) => isSent(one))
  );
}

/** One that was not delivered was tried; one that was not sent was not. */
function notOf(what: readonly string[]): Outcome | undefined {
  if (what.length > 0 && what.every((one) => isSent(one) || oneWord(one) === 'dropped')) return 'dropped';
  const [only = '', another] = what;
  const isDelivered = oneWord(only) === 'delivered' || DELIVERABLE.test(only) || SUCCESS.test(only);
  return another === undefined && isDelivered ? 'bounced' : undefined;
}

export function isSentWord(word: string): boolean {
  const plain = plainName(word);
  if (sentWords().has(plain) || sentWords().has(plain.replace(OF, ''))) return true;
  const words = wordsIn(word);
  if (words.length === 1) return isSent(words[0] ?? '') || isSent(plain.replace(OF, ''));
  if (words.length > MOST_WORDS || words.some((one) => NOT.test(one))) return false;
  const telling = words.filter((one) => !FILLERS.has(one) && !SUCCESS.test(one));
  return telling.length > 0 && telling.every((one) => isSent(one));
}
const isSent = (plain: string): boolean =>
  sentWords().has(plain) || (!outcomes().has(plain) && outcomeByStem(plain) === 'sent');

/** `Marked as spam`, `gemarkeerd als spam`, `zgłoszenie spamu`; one that a filter took for spam nobody complained of. */
const isMarkedAsSpam = (words: readonly string[]): boolean =>
  words.some((one) =>
    /^(?:спама?|spamu?|spamnek|junk|roskaposti|roskapostiksi|indesirables?|unerwunscht|indesead[ao]|ongewenst|indesiderat[ao])$/.test(
      one,
    ),
  ) && !words.some((one) => NOT_BY_PEOPLE.test(one));
const NOT_BY_PEOPLE =
  /^(?:bayes|symbol|rbl|filt|block|blok|bloq|reject|bounce|content|score|suspect|detect|virus|policy|erkannt|verdacht|abgelehn|rebond|rebot|rejet|respint|not|no|nicht|kein|trap)/;

/** Every word is known, so that no «not» is among them; the delivery itself is what something else happened to. */
function togetherOf(words: readonly string[]): Outcome | undefined {
  const telling = words.filter((one) => !SUCCESS.test(one));
  const others = telling.filter((one) => !isSent(one));
  const found = new Set((others.length > 0 ? others : words).map((one) => oneWord(one)));
  if (found.has(undefined)) return undefined;
  if (found.size === 2) found.delete('delivered');
  // `Versand fehlgeschlagen – Blocked`: it failed, since somebody blocked it.
  if (found.size === 2 && found.has('bounced')) found.delete('dropped');
  // `enqueue_failed`: what it was that failed.
  if (found.size === 2) found.delete('accepted');
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
