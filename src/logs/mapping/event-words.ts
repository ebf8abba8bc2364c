import { plainName } from './columns.ts';
import type { Outcome } from './mapping.ts';

/** What sources call their events, in the languages people export them in. */
const WORDS: Readonly<Record<string, string>> = {
  accepted:
    'accepted accept processed process queued queue injected injection injected received receive reception request requests requested submitted submission attempt attempted scheduled created angenommen eingereiht aceptado aceptada accepté acceptée accettato accettata geaccepteerd encolado richiestainvio',
  delivered:
    'delivered deliver delivery success successful succeeded ok delivered250 relayed handed zugestellt ausgeliefert zugestelltanempfänger erfolgreich livré livrée délivré délivrée délivrés remis remise distribué distribuée consegnato consegnata recapitato entregado entregada entregados afgeleverd bezorgd geleverd entregue entregues',
  deferred:
    'deferred defer deferral delayed delay deliverydelayed deliverydelay deliverydeferred temporaryfailure transientfailure tempfail temporaryfail retry retrying verzögert aufgeschoben zurückgestellt différé différée reporté retardé rinviato rinviata differito ritardato aplazado aplazada diferido diferida retrasado uitgesteld vertraagd rimandato rimandata posticipato adiado',
  bounced:
    'bounced bounce failed fail failure failures permanentfailure undelivered undeliverable rejected reject rejection returned error unzustellbar nichtzugestellt abgelehnt fehlgeschlagen fehler zurückgewiesen rebond rebondi échec échoué rejeté nondélivré respinto rimbalzato fallito fallita errore mancatarecapito rebotado rebote rebotada fallido fallida rechazado rechazada geweigerd mislukt fout gebounced bounces rimbalzo rebotes devolvido devolvida falha rejeitado outofband outofbandbounce adminbounce oob',
  'soft-bounced': 'softbounce softbounced softbounces soft rebondsoft rebonddoux weicherbounce softrebote',
  'hard-bounced': 'hardbounce hardbounced hardbounces hard rebondhard rebonddur harterbounce rebotedefinitivo',
  expired:
    'expired expire expiration timedout messageexpired abgelaufen expiré expirée scaduto scaduta caducado expirado verlopen',
  dropped:
    'dropped drop drops suppressed suppression blocked block invalid invalidemail invalidaddress policyrejection generationfailure generationrejection filtered skipped discarded unterdrückt verworfen übersprungen blockiert gesperrt supprimé bloqué bloquée ignoré scartato bloccato bloccata soppresso descartado bloqueado suprimido onderdrukt geblokkeerd overgeslagen',
  complained:
    'complained complaint complaints complain spam spamreport spamcomplaint spamreported markedasspam abuse abuses feedback fbl junk beschwerde spambeschwerde alsspammarkiert plainte plaintespam reclamo segnalazionespam segnalatocomespam queja denuncia denunciaspam klacht spamklacht',
  opened:
    'opened open opens uniqueopened uniqueopen firstopen firstopened firstopening initialopen reopened geöffnet öffnung öffnungen ouvert ouverte ouverture ouvertures aperto aperta apertura aperture primaapertura abierto abierta aperturas geopend aberto abertura',
  'machine-opened':
    'proxyopen proxyopened loadedbyproxy uniqueproxyopen machineopen botopen caricataperprocura prefetch prefetched',
  clicked:
    'clicked click clicks geklickt klick klicks angeklickt cliqué cliquée clic clics cliccato cliccata clicado pulsado geklikt klik',
  unsubscribed:
    'unsubscribed unsubscribe unsubscribes unsub groupunsubscribe listunsubscribe linkunsubscribe optout optedout abgemeldet abmeldung désabonné désabonnée désabonnement désabonnements désinscrit désinscription disiscritto disiscrizione cancellato debaja baja cancelado afgemeld uitgeschreven descadastrado cancelouinscrição',
  subscribed:
    'subscribed subscribe resubscribe resubscribed groupresubscribe optin angemeldet abonné inscrit iscritto suscrito aangemeld ingeschreven',
  'auto-reply': 'autoreply autoresponder autoresponse outofoffice vacation response responses abwesend abwesenheit',
};

/** `sent` is handed over for some, and taken in for others: only what else a source says can tell. */
const SENT_WORDS: ReadonlySet<string> = new Set(
  'sent send sends gesendet versendet versandt verschickt envoyé envoyée envoyés inviato inviata inviati enviado enviada enviados verzonden verstuurd'
    .split(' ')
    .map((word) => plainName(word)),
);

const outcomes = new Map<string, Outcome>(
  Object.entries(WORDS).flatMap(([outcome, words]) =>
    words.split(' ').map((word): [string, Outcome] => [plainName(word), outcome as Outcome]),
  ),
);

/** `email.bounced`, `message_delivered`: what it is an event of. */
const OF = /^(?:e?mail|message|msg|event)(?=\p{L})/u;

/** What a word for an event means; undefined where it is not known. */
export function outcomeOf(word: string): Outcome | undefined {
  const plain = plainName(word);
  return outcomes.get(plain) ?? outcomes.get(plain.replace(OF, '')) ?? outcomeOfWords(word);
}

const PERMANENT = /^(?:perm|defini|dauerhaft|endgultig|hard|final)/;
const TEMPORARY = /^(?:temp|trans|provi|vorubergeh|momentan|soft|tijdelijk)/;
/** What these call a bounce has come back: it is not tried again. Other failures that pass are. */
const CAME_BACK = /bounce|rebond|rebot|rimbalz|devol|unzustellbar/;
/** Words of one value. Stops a reply, mapped by mistake, from being looked up word by word. */
const MOST_WORDS = 4;

/** What says nothing beside another word: of what, to whom, and that all went well. */
const FILLERS: ReadonlySet<string> = new Set(
  'email mail message msg event nachricht was has been by user recipient successfully zustellung livraison consegna entrega bezorging'.split(
    ' ',
  ),
);

/** `Errore permanente`, `rebond temporaire`: a failure, and for how long. `Delivery failed`, `Abuse complaint`: words for one thing. */
function outcomeOfWords(word: string): Outcome | undefined {
  const words = word
    .split(/[^\p{L}\p{M}]+/u)
    .map((one) => plainName(one))
    .filter(Boolean);
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  const rest = words.filter((one) => !PERMANENT.test(one) && !TEMPORARY.test(one));
  if (rest.length === words.length) return togetherOf(rest.filter((one) => !FILLERS.has(one)));
  if (outcomes.get(rest.join('')) !== 'bounced') return undefined;
  if (words.some((one) => PERMANENT.test(one))) return 'hard-bounced';
  return CAME_BACK.test(rest.join('')) ? 'soft-bounced' : 'deferred';
}

export function isSentWord(word: string): boolean {
  const plain = plainName(word);
  return SENT_WORDS.has(plain) || SENT_WORDS.has(plain.replace(OF, ''));
}

/** Every word is known, so that no «not» is among them; the delivery itself is what something else happened to. */
function togetherOf(words: readonly string[]): Outcome | undefined {
  const found = new Set(words.map((one) => outcomes.get(one)));
  if (found.has(undefined)) return undefined;
  if (found.size === 2) found.delete('delivered');
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
