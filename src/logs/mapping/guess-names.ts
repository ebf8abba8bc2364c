import { plainName } from './columns.ts';

/**
 * What columns are called, the surest name first: in English, German, French, Italian, Spanish and Dutch; and the few that are
 * needed in Portuguese, Russian, Polish, Czech, Japanese, Chinese, Turkish and the languages of Scandinavia.
 */
const NAMES = {
  time: 'eventtime eventat eventts eventdate eventtimestamp timestamp occurredat happenedat loggedat timelogged datetime time processed ts date statusdate statustime statusat statuschangedat lastattempt lastattemptat lastattemptdate completedat completed finishedat updatedat lastupdated dateupdated updatedate updatedon lastupdate lastupdatedat created createdat sentat sentdate deliveredat bouncedat zeitstempel zeitpunkt ereigniszeit datumuhrzeit datumzeit zeit datum versandzeit versanddatum horodatage dateheure datedelevenement dateevenement heure datedenvoi dateenvoi dataora dataevento data ora dataeora datainvio fechahora fechayhora marcadetiempo fechaevento fecha hora fechaenvio tijdstip datumtijd datumentijd tijd verzenddatum eventdatum datahora dataehora datadeenvio датаивремя датасобытия времясобытия датаотправки дата время dataiczas datazdarzenia datawysłania czas datumačas čas 日時 配信日時 送信日時 発生日時 日付 時刻 时间 事件时间 发送时间 日期 tidpunkt tid tidspunkt dato tarih zaman saat dateadded datecreated creation createddate creationdate messagedate activitydate inserttime insertedat entered dt sentdatetime datesent senttime dateheureevenement fechadeenvio datawysyłki dataigodzina datumundzeit versandtam moment godzina 送信時刻 配信日 datumochtid utskicksdatum skickat skickad when happened stamp aika dátum datumora időpont ajankohta dttm at logged 寄送時間 發送時間 傳送時間 時間 发生时间 발송일시 전송일시 발송시간 전송시간 일시 날짜 시간 발송일 ημερομηνια tanggal waktu thoigian часподії',
  kind: 'event eventtype eventname eventkind statusreason kind recordtype activitytype activity outcome disposition status deliverystatus state action result type ereignis ereignistyp ereignisart zustellstatus zustand ergebnis aktion vorgang evenement typeevenement typedevenement statut etat resultat evento tipoevento tipodievento stato statoconsegna esito azione estado tipodeevento estadodeentrega resultado accion gebeurtenis gebeurtenistype actie statusaflevering situação статус событие состояние результат zdarzenie wynik událost ステータス 配信ステータス 配信結果 状態 状況 イベント 結果 状态 投递状态 事件 结果 händelse hændelse hendelse durum olay sonuç eventtypename statusname statuslabel statustext statusdescription laststatus currentstatus mailstatus sendstatus sendestatus versandstatus lieferstatus etatenvoi estadoenvio statoinvio evt stat msgstatus tracestatus deliveryresult deliverystate tipdeevento situacao estadoenvio tipodeacao akcja stan typzdarzenia statuswysyłki atgard handelse 送信結果 配信状態 イベント種別 種別 処理結果 bezorgstatus verzendstatus leveransstatus tapahtuma esemény allapot állapot eveniment ocorrencia reaktion what happening udalost událost stav tila durumu reaktio 狀態 寄送狀態 傳送狀態 結果狀態 상태 결과 발송상태 발송결과 전송상태 전송결과 처리결과 이벤트 κατασταση hasil trangthai стан подія',
  recipient:
    'recipient recipients recipientaddress recipientemail rcpt rcptto toaddress toemail to emailaddress email emailadress destination subscriber contact customer user empfanger empfaenger empfangeradresse empfaengeradresse empfangermail mailadresse emailadresse kunde adresse destinataire adressemail adresseemail courriel email destinatario indirizzoemail indirizzo correo correoelectronico direccion ontvanger geadresseerde emailadres destinatário получатель адресполучателя emailадреса адрес odbiorca adresat adresemail příjemce 宛先 宛先アドレス 受信者 受信者アドレス 送信先 送信先アドレス 送信先メールアドレス 配信先 配信先アドレス メールアドレス 收件人 收件人地址 邮箱 邮件地址 mottagare modtager mottaker epost alıcı epostaadresi subscriberkey subscriberid contactkey contactid customerid userid recipientid recipientemailaddress customeremailaddress prospectemail personemail useremailaddress deliveredto recipienthash emailhash hashedemail profileid leadid memberid usersid subid consid constituentid personid prospectid useremail customeremail clientemail contactemail memberemail mailto emailto sendto sentto toemailaddress receiver receiveremail receiveraddress addressee emailaddr emailid mail mailaddress zieladresse kundenemail adressat adressedestinataire emaildestinataire emaildestinatario direccionemail direcciondecorreo correodestino enderecodeemail enderecoemail adresodbiorcy mailingaddress epostadress epostaddress mottagaradress 宛先メールアドレス eメールアドレス ontvangeradres vastaanottaja címzett destinatar primatelj addressee 收件者 收信人 收信者 수신자 수신인 받는사람 수신이메일 이메일 이메일주소 메일주소 παραληπτης penerima nguoinhan одержувач отримувач נמען المستلم',
  envelopeFrom:
    'envelopefrom envelopesender envelope mailfrom returnpath bounceaddress orig originator smtpfrom rucksendeadresse absenderumschlag envfrom envelopesenderaddress returnpathaddress bouncesaddress errorsto smtpsender reversepath',
  from: 'from fromaddress fromemail headerfrom sender senderaddress senderemail absender absenderadresse von expediteur emetteur de mittente da remitente emisor afzender van remetente отправитель nadawca odesílatel 差出人 送信元 送信者 发件人 avsändare afsender avsender gönderen sentfrom fromaddr senderemailaddress senduseremail sendingaddress sendermailbox replysender senderaddr mailfromaddress absenderemail absendermail emailexpediteur adresseexpediteur emailmittente emailremitente afzenderadres 差出人アドレス 送信元アドレス 送信者アドレス nadawcaemail avsandaradress fromemailaddress sendermail 寄件者 寄件人 발신자 발신인 보내는사람 발신이메일 αποστολεας pengirim відправник',
  code: 'smtpcode responsecode replycode reply respcode smtpreplycode statuscode errorcode smtpstatus code antwortcode fehlercode codesmtp codereponse codeerreur codicesmtp codicerisposta codicerrore codigosmtp codigo codigorespuesta antwoordcode foutcode smtpreply smtperrorcode smtpresponsecode smtpstatuscode bouncecode errornumber smtp',
  enhancedCode:
    'enhancedcode enhancedstatus enhancedstatuscode dsn dsncode dsnstatus status statuscode enhanced enhcode bounceerrorcode esmtpcode statusdsn extendedcode xcode smtpenhancedcode dsnstatuscode',
  diagnostic:
    'diagnostic diagnosticcode remoteserversaid serversaid lastresponse diag dsndiag exception lasterror errortext failurereason faultreason rsntxt smtprsntxt errmsg smtpresponse response bouncereason reason smtpreply reply serverresponse errormessage error description details detail message grund ablehnungsgrund fehlermeldung fehler antwort serverantwort meldung beschreibung raison motif reponse messageerreur erreur motivo risposta descrizione messaggioerrore errore respuesta descripcion mensajeerror error reden antwoord foutmelding omschrijving erro resposta mensagemdeerro причина ошибка ответсервера ответ описание powód błąd odpowiedź opis důvod chyba エラー内容 エラーメッセージ 理由 エラー 詳細 応答 原因 错误信息 错误 orsak felmeddelande årsag årsak fejl feil neden hata açıklama smtpmessage smtperror smtptext errormsg errordescription errordetails failuremessage failreason faildescription failuredescription statusmessage statusdetail statusreason rejectreason bouncemessage bouncedescription bouncetext bouncereply remoteresponse serverreply mtaresponse serverantworttext zustellfehler fehlertext rückmeldung bouncegrund unzustellbarkeitsgrund causedurejet causederejet cause motifrejet motifdurebond messagederreur messagederetour reponsesmtp reponseserveur motivodelrebote motivorebote mensajedeerror causaerrore causa messaggiodierrore motivodorebote razao razon bouncereden komunikatbłędu komunikat przyczyna powódodbicia anledning エラー理由 バウンス理由 エラー詳細 サーバー応答 応答メッセージ failurereasontext errinfo lasterrormessage lastsmtpresponse syy virhe ok motiv detalhe bemerkung why answer smtpdialog remoteanswer serverantwort důvod 사유 실패사유 오류 오류메시지 에러메시지 응답 반송사유 λογος alasan lydo причинавідмови observacao observacion observaciones observations bemerkungen anmerkung keterangan',
  relayHost:
    'mx mxhost mxserver receivingmx deliveredvia relay relayhost remotemta remotehost dsnmta mtahost destinationserver destinationhost server zielserver serveur serveurdestinataire serverdestinazione servidor servidordestino doelserver destinationmx destinationaddress mxserver mxhostname remoteserver receivingserver receivingmta receivinghost nexthop targethost smtphost remotehostname',
  relayIp:
    'destinationip remoteip toip relayip mxip dlvdestinationip targetip zielip ipdestinataire ipdestination ipdestinazione ipdestino doelip mxipaddress remoteaddress destinationipaddress',
  sourceIp:
    'sourceip sendingip ourip ipaddressout ipout outboundip fromip localip dlvsourceip senderip absenderip ipsource ipsorgente ipmittente iporigen bronip sourceipaddress sendingipaddress outip mtaip egressip bindip srcip sendip smtpip ipadresseversand',
  delay:
    'delay deliverytime latency duration queuetime secondsinqueue totalsecondsqueued delayseconds delayms verzogerung dauer zustelldauer delai duree ritardo durata retraso duracion vertraging duur',
  queuedAt:
    'queuedat timequeued queued enqueuedat submittedat receivedat acceptedat injectedat createdat angenommenam eingangszeit',
  messageId:
    'messageid msgid smtpid rfcmessageid internetmessageid nachrichtenid messageidheader identificativo idcorreo idcorreoenviado iddumessage idmessage idmessaggio iddelmensaje idmensaje berichtid internetmsgid emailmessageid headermessageid mimemessageid rfc822msgid smtpmessageid メッセージid',
  espId:
    'providermessageid providerid espmessageid externalid externalmessageid externalref sgmessageid sesmessageid mailgunid sendgridid mailgunmessageid providerref gatewayid resendid resendemailid postmarkid postmarkmessageid brevoid brevomessageid mailjetid sparkpostid mandrillid messageuuid mailuuid emailuuid transmission remoteid messageid msgid messageref messagereference messagekey trackingid deliveryid mailid emailid transmissionid sendid nachrichtenid iddumessage idmessage idmessaggio idmensaje berichtid mid',
  eventId: 'eventid eventuuid uuid ereignisid',
  queueId: 'queueid qid warteschlangenid',
  espClass:
    'bounceclass bouncecat bouncecategory bouncetype bounceclassification classification failuretype reasoncode bounceart fehlerklasse typederebond categorierebond tipobounce tiporimbalzo tiporebote bouncesoort bounceclassname bouncetypeid bouncetypename bouncerule failurecategory errorcategory errorclass errortype bouncereasoncode rejectcategory kategoriefehler fehlerart fehlertyp bouncetyp typebounce typerebond tipoderebote tipodebounce typodbicia',
  recipientDomain:
    'recipientdomain todomain rcptdomain rcpttodomain emaildomain destinationdomain domainofrecipient empfangerdomain domainempfanger domainedestinataire dominiodestinatario ontvangerdomein domain',
  mailboxProvider:
    'mailboxprovider recipientprovider isp provider anbieter fournisseur emailprovider domainprovider mailprovider mailboxprovidername emaildomaingroup',
  url: 'url clickedurl link clickurl linkurl linkclicked urlclicked clickedlink destinationurl targeturl angeklicktelink angeklickterlink lienclique enlace liencliquee klickadlänk クリックurl リンクurl リンク',
  size: 'size messagesize octets bytes totalbytes grosse groesse taille dimensione tamano grootte sizebytes sizeinbytes messagesizebytes messagebytes mailsize emailsize msgsize bytecount nbytes rozmiar storlek サイズ tamanho grossebytes',
  attempt:
    'attempt attempts attemptno attemptnumber numattempts retries retrycount tries versuch versuche zustellversuch tentative tentatives tentativo tentativi intento intentos poging pogingen attemptcount trycount retry sendattempts deliveryattempt deliveryattempts noofattempts attemptnum deliverattempts nbtentatives tentativas proba próba försök 試行回数 送信回数',
  machine: 'machine ismachine machineopen isbot bot botopen proxy proxyopen isproxy prefetch maschinell automatisch',
} as const;
export type GuessedField = keyof typeof NAMES;
export type TagField = `tag ${string}`;
export const GUESSED_FIELDS = Object.keys(NAMES) as readonly GuessedField[];

/** Names of tags, by what the tag is called then. */
const TAG_NAMES: Readonly<Record<string, string>> = {
  campaign:
    'campaign campaignname campaignmailing 任务名称 campanha kampanii kampanja kampanje campaignid emailcampaignid activityname kampagne kampagnenname campagne nomcampagne campagna nomecampagna campana campanya mailing mailingname newsletter newslettername sendname emailname emailcampaign cmpgn cmpgnnm cmpgnname campaignnm emailtitle mailname mailtitle envio lettre aktion campaigntitle campaigns cmp campagn kampanj kampania aussendung sendung rundschreiben infolettre bulletin boletin boletim nieuwsbrief biuletyn nyhetsbrev utskick utskicksnamn versand envoi wysyłka кампания рассылка キャンペーン キャンペーン名 配信名 メルマガ メルマガ名 活动 活动名称 kampanya cadence cadencename sequence sequencename flow flowname workflow workflowname broadcast broadcastname mailingtitle blast edition journey automation massmailing massmailingid mailingid assetname contenttitle primaryattributevalue deliverylabel deliveryname delivery кампанія розсилка nachricht comunicazione comunicacion communication campaigncode campaignkey campaignslug wiadomosc messaggio mensagem mensaje messagename nombredelmensaje emailid mailid newsletterid 캠페인 캠페인명 메일제목 kampaň kampány campanie kampanja kampanjanimi kampanya',
  stream: 'stream messagestream sendingstream mailstream strom flux flusso flujo',
  category:
    'category categories kategorie categorie categoria mailcategory messagecategory emailcategory rubrik tipoaviso tipomensaje tipocorreo tipomessaggio tipomensagem typemessage typemail nachrichtentyp nachrichtenart mailart berichttype rodzaj tipo type',
  tag: 'tag tags label labels etiquette etichetta etiqueta schlagwort',
  list: 'list listname mailinglist audience segment liste lista lijst verteiler listid mailinglistname segmentname adressliste verteilerliste listedediffusion listadifusion adressverteiler',
  tenant:
    'tenant subaccount subuser account brand mandant marke kunde client cliente marque marca klant tenantid shop shopid store storeid workspace site',
  template:
    'template templateid templatename vorlage modele modello plantilla sjabloon templatekey templatecode templateslug tpl tplname tmpl mailtemplate emailtemplate layout mailtype emailtype templatetype messagetype notificationtype szablon mall mallnamn テンプレート テンプレート名 gabarit modelo plantillaemail vorlagenname',
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

/** What stands in a name beside the word that tells it: `Campaign Title`, `Nome da campanha`, `Status__c`. */
const FILLERS: ReadonlySet<string> = new Set(
  'utm adi adı ad neve név nazev název naziv nazov názov name names title titel titre titolo titulo naam nazwa namn nom nome nombre text value email mail message msg nachricht mensaje e of the a de du des del della dell di da do das d la le les l el los las der die den dem het van von zum zur per for last latest final letzter letzte laatste dernier derniere ultimo ultima c'.split(
    ' ',
  ),
);
/** As columns of databases are shortened. */
const SHORTENED: Readonly<Record<string, string>> = {
  addr: 'address',
  camp: 'campaign',
  cat: 'category',
  cd: 'code',
  dest: 'destination',
  dst: 'destination',
  enh: 'enhanced',
  err: 'error',
  evt: 'event',
  grp: 'group',
  msg: 'message',
  num: 'number',
  prov: 'provider',
  rcpt: 'recipient',
  recip: 'recipient',
  resp: 'response',
  src: 'source',
  st: 'status',
  stat: 'status',
  sts: 'status',
  tmpl: 'template',
  tpl: 'template',
  txt: 'text',
  typ: 'type',
};

/** The words of a name: `sentAt`, `SENT_AT`, `Sent at`. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => plainName(word))
    .filter(Boolean);

/** Shorter words stand in too many others. */
const SHORTEST_PART = 4;

/** `Unsub Campaign`, `source_campaign`: of which campaign it is. */
const CAMPAIGN = /^(?:campaign|kampagne|campagne|campagna|campana|campanha|kampania|mailing|newsletter)$/;
const OF_CAMPAIGN = 0.66;

/** What a mail is about is no answer to it, also where it is `message.subject`. */
const SUBJECT =
  /^(?:e?mail|message|msg)?(?:subject(?:line)?|betreff(?:zeile)?|objet|sujet|asunto|oggetto|assunto|onderwerp|temat|tema|amne|件名|主题|тема|body|html|preheader)$/;
export const isSubject = (column: string): boolean => SUBJECT.test(plainName(column.split('.').at(-1) ?? ''));

/**
 * How well a column's name tells a field, 0 to 1: a name of it, the earlier the better, or one with words beside it, or one
 * that has such a name in it. Of a dotted path the last key tells most.
 */
/** `status_id:label`: what a value of a list of choices is called. */
const OF_LIST = /:(?:label|name)$/;

export function nameScore(field: GuessedField | TagField, column: string): number {
  if (field === 'diagnostic' && isSubject(column)) return 0;
  const names = known.get(field) ?? [];
  const keys = column.replace(OF_LIST, '').split('.');
  const last = keys.at(-1) ?? '';
  const rank = (plain: string): number => {
    const at = names.indexOf(plain);
    return at < 0 ? 0 : 1 - (at / names.length) * 0.3;
  };
  const whole = [plainName(column), plainName(keys.slice(-2).join('')), plainName(last)];
  for (const [turn, plain] of whole.entries()) if (rank(plain) > 0) return rank(plain) * (1 - turn * 0.05);
  const words = wordsOf(last);
  const spelt = words.map((word) => SHORTENED[word] ?? word);
  const told = spelt.filter((word) => !FILLERS.has(word));
  const bare = Math.max(rank(plainName(withoutMail(last))), rank(spelt.join('')), rank(told.join('')));
  if (bare > 0) return bare * 0.9;
  if (field === 'tag campaign' && told.length > 1 && CAMPAIGN.test(told.at(-1) ?? '')) return OF_CAMPAIGN;
  const within = names.findIndex((name) => name.length >= SHORTEST_PART && whole[0]?.includes(name));
  return within < 0 ? 0 : 0.5 - (within / names.length) * 0.2;
}
