import { plainName } from './columns.ts';

/**
 * What columns are called, the surest name first: in English, German, French, Italian, Spanish and Dutch; and the few that are
 * needed in Portuguese, Russian, Polish, Czech, Japanese, Chinese, Turkish and the languages of Scandinavia.
 */
const NAMES = {
  time: 'eventtime eventat eventts eventdate eventtimestamp timestamp occurredat happenedat loggedat timelogged datetime time processed ts date statusdate statustime statuschangedat lastattempt lastattemptat lastattemptdate completedat completed finishedat updatedat lastupdated created createdat sentat sentdate deliveredat bouncedat zeitstempel zeitpunkt ereigniszeit datumuhrzeit datumzeit zeit datum versandzeit versanddatum horodatage dateheure datedelevenement dateevenement heure datedenvoi dateenvoi dataora dataevento data ora dataeora datainvio fechahora fechayhora marcadetiempo fechaevento fecha hora fechaenvio tijdstip datumtijd datumentijd tijd verzenddatum eventdatum datahora dataehora datadeenvio датаивремя датасобытия времясобытия датаотправки дата время dataiczas datazdarzenia datawysłania czas datumačas čas 日時 配信日時 送信日時 発生日時 日付 時刻 时间 事件时间 发送时间 日期 tidpunkt tid tidspunkt dato tarih zaman saat',
  kind: 'event eventtype eventname eventkind kind recordtype activitytype activity outcome disposition status deliverystatus state action result type ereignis ereignistyp ereignisart zustellstatus zustand ergebnis aktion vorgang evenement typeevenement typedevenement statut etat resultat evento tipoevento tipodievento stato statoconsegna esito azione estado tipodeevento estadodeentrega resultado accion gebeurtenis gebeurtenistype actie statusaflevering situação статус событие состояние результат zdarzenie wynik událost ステータス 配信ステータス 配信結果 状態 状況 イベント 結果 状态 投递状态 事件 结果 händelse hændelse hendelse durum olay sonuç',
  recipient:
    'recipient recipientaddress recipientemail rcpt rcptto toaddress toemail to emailaddress email emailadress destination subscriber contact customer user empfanger empfaenger empfangeradresse empfaengeradresse empfangermail mailadresse emailadresse kunde adresse destinataire adressemail adresseemail courriel email destinatario indirizzoemail indirizzo correo correoelectronico direccion ontvanger geadresseerde emailadres destinatário получатель адресполучателя emailадреса адрес odbiorca adresat adresemail příjemce 宛先 宛先アドレス 受信者 受信者アドレス 送信先 メールアドレス 收件人 收件人地址 邮箱 邮件地址 mottagare modtager mottaker epost alıcı epostaadresi subscriberkey subscriberid contactkey contactid customerid userid recipientid recipienthash emailhash hashedemail profileid leadid memberid',
  envelopeFrom:
    'envelopefrom envelopesender envelope mailfrom returnpath bounceaddress orig originator smtpfrom rucksendeadresse absenderumschlag',
  from: 'from fromaddress fromemail headerfrom sender senderaddress senderemail absender absenderadresse von expediteur emetteur de mittente da remitente emisor afzender van remetente отправитель nadawca odesílatel 差出人 送信元 送信者 发件人 avsändare afsender avsender gönderen',
  code: 'smtpcode responsecode replycode smtpreplycode statuscode errorcode smtpstatus code antwortcode fehlercode codesmtp codereponse codeerreur codicesmtp codicerisposta codicerrore codigosmtp codigo codigorespuesta antwoordcode foutcode',
  enhancedCode: 'enhancedcode enhancedstatus enhancedstatuscode dsn dsncode dsnstatus status statuscode enhanced',
  diagnostic:
    'diagnostic diagnosticcode diag dsndiag exception lasterror errortext failurereason faultreason rsntxt smtprsntxt errmsg smtpresponse response bouncereason reason smtpreply reply serverresponse errormessage error description details detail message grund ablehnungsgrund fehlermeldung fehler antwort serverantwort meldung beschreibung raison motif reponse messageerreur erreur motivo risposta descrizione messaggioerrore errore respuesta descripcion mensajeerror error reden antwoord foutmelding omschrijving erro resposta mensagemdeerro причина ошибка ответсервера ответ описание powód błąd odpowiedź opis důvod chyba エラー内容 エラーメッセージ 理由 エラー 詳細 応答 原因 错误信息 错误 orsak felmeddelande årsag årsak fejl feil neden hata açıklama',
  relayHost:
    'mx mxhost relay relayhost remotemta remotehost dsnmta mtahost destinationserver destinationhost server zielserver serveur serveurdestinataire serverdestinazione servidor servidordestino doelserver',
  relayIp:
    'destinationip remoteip toip relayip mxip dlvdestinationip targetip zielip ipdestinataire ipdestination ipdestinazione ipdestino doelip',
  sourceIp:
    'sourceip sendingip outboundip fromip localip dlvsourceip senderip absenderip ipsource ipsorgente ipmittente iporigen bronip',
  delay:
    'delay deliverytime latency duration queuetime secondsinqueue totalsecondsqueued delayseconds delayms verzogerung dauer zustelldauer delai duree ritardo durata retraso duracion vertraging duur',
  queuedAt:
    'queuedat timequeued queued enqueuedat submittedat receivedat acceptedat injectedat createdat angenommenam eingangszeit',
  messageId:
    'messageid msgid smtpid rfcmessageid internetmessageid nachrichtenid messageidheader iddumessage idmessage idmessaggio iddelmensaje idmensaje berichtid',
  espId:
    'messageid msgid messageref messagereference messagekey trackingid deliveryid mailid emailid transmissionid sendid nachrichtenid iddumessage idmessage idmessaggio idmensaje berichtid mid',
  eventId: 'eventid eventuuid uuid ereignisid',
  queueId: 'queueid qid warteschlangenid',
  espClass:
    'bounceclass bouncecat bouncecategory bouncetype bounceclassification classification failuretype reasoncode bounceart fehlerklasse typederebond categorierebond tipobounce tiporimbalzo tiporebote bouncesoort',
  mailboxProvider: 'mailboxprovider recipientprovider isp provider anbieter fournisseur',
  url: 'url clickedurl link clickurl linkurl',
  size: 'size messagesize bytes totalbytes grosse groesse taille dimensione tamano grootte',
  attempt:
    'attempt attempts attemptno attemptnumber numattempts retries retrycount tries versuch versuche zustellversuch tentative tentatives tentativo tentativi intento intentos poging pogingen',
  machine: 'machine ismachine machineopen isbot bot botopen proxy proxyopen isproxy prefetch maschinell automatisch',
} as const;
export type GuessedField = keyof typeof NAMES;
export const GUESSED_FIELDS = Object.keys(NAMES) as readonly GuessedField[];

/** Names of tags, by what the tag is called then. */
const TAG_NAMES: Readonly<Record<string, string>> = {
  campaign:
    'campaign campaignname campaignid kampagne kampagnenname campagne nomcampagne campagna nomecampagna campana campanya mailing mailingname newsletter newslettername sendname emailname emailcampaign cmpgn cmpgnnm cmpgnname campaignnm emailtitle mailname mailtitle envio lettre aktion',
  stream: 'stream messagestream sendingstream mailstream strom flux flusso flujo',
  category: 'category categories kategorie categorie categoria',
  tag: 'tag tags label labels etiquette etichetta etiqueta schlagwort',
  list: 'list listname mailinglist audience segment liste lista lijst verteiler',
  tenant: 'tenant subaccount subuser account brand mandant marke kunde client cliente marque marca klant',
  template: 'template templateid templatename vorlage modele modello plantilla sjabloon',
  pool: 'pool ippool vmta vmtapool egresspool',
};

const split = (names: string): readonly string[] => names.split(' ').map((name) => plainName(name));
const known = new Map<string, readonly string[]>(
  [...Object.entries(NAMES), ...Object.entries(TAG_NAMES).map(([tag, names]) => [`tag ${tag}`, names] as const)].map(
    ([field, names]) => [field, split(names)],
  ),
);
export const TAGS = Object.keys(TAG_NAMES);

/** `Email Template`, `message_status`: that it is of a mail is true of all. */
const OF_MAIL = /(?:^|(?<=[\s_-]))(?:e-?mail|message|msg)[\s_-]+/i;
const withoutMail = (name: string): string => name.replace(OF_MAIL, '');

/** Shorter words stand in too many others. */
const SHORTEST_PART = 4;

/**
 * How well a column's name tells a field, 0 to 1: a name of it, the earlier the better, or one that has such a name in
 * it. Of a dotted path the last key tells most.
 */
export function nameScore(field: GuessedField | `tag ${string}`, column: string): number {
  const names = known.get(field) ?? [];
  const keys = column.split('.');
  const tries = [plainName(column), plainName(keys.slice(-2).join('')), plainName(keys.at(-1) ?? '')];
  for (const [turn, plain] of tries.entries()) {
    const at = names.indexOf(plain);
    if (at >= 0) return (1 - (at / names.length) * 0.3) * (1 - turn * 0.05);
  }
  const plain = plainName(withoutMail(keys.at(-1) ?? ''));
  const bare = names.indexOf(plain);
  if (bare >= 0) return (1 - (bare / names.length) * 0.3) * 0.9;
  const within = names.findIndex((name) => name.length >= SHORTEST_PART && tries[0]?.includes(name));
  return within < 0 ? 0 : 0.5 - (within / names.length) * 0.2;
}
