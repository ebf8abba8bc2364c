import { plainName } from './columns.ts';
import type { Outcome } from './mapping.ts';

/** What sources call their events, in the languages people export them in. */
const WORDS: Readonly<Record<string, string>> = {
  accepted:
    'accepted accept processed process queued queue injected injection injected received receive reception request requests requested submitted submission attempt attempted scheduled created angenommen eingereiht aceptado aceptada accepté acceptée accettato accettata geaccepteerd encolado richiestainvio',
  delivered:
    'delivered deliver delivery success successful succeeded ok delivered250 relayed handed zugestellt ausgeliefert zugestelltanempfänger erfolgreich livré livrée délivré délivrée délivrés remis remise distribué distribuée consegnato consegnata recapitato entregado entregada entregados afgeleverd bezorgd geleverd',
  deferred:
    'deferred defer deferral delayed delay deliverydelayed deliverydelay deliverydeferred temporaryfailure transientfailure tempfail temporaryfail retry retrying verzögert aufgeschoben zurückgestellt différé différée reporté retardé rinviato rinviata differito ritardato aplazado aplazada diferido diferida retrasado uitgesteld vertraagd',
  bounced:
    'bounced bounce failed fail failure failures permanentfailure undelivered undeliverable rejected reject rejection returned error unzustellbar nichtzugestellt abgelehnt fehlgeschlagen fehler zurückgewiesen rebond rebondi échec échoué rejeté nondélivré respinto rimbalzato fallito fallita errore mancatarecapito rebotado rebote rebotada fallido fallida rechazado rechazada geweigerd mislukt fout gebounced outofband outofbandbounce adminbounce oob',
  'soft-bounced': 'softbounce softbounced softbounces soft rebondsoft rebonddoux weicherbounce softrebote',
  'hard-bounced': 'hardbounce hardbounced hardbounces hard rebondhard rebonddur harterbounce rebotedefinitivo',
  expired:
    'expired expire expiration timedout messageexpired abgelaufen expiré expirée scaduto scaduta caducado expirado verlopen',
  dropped:
    'dropped drop drops suppressed suppression blocked block invalid invalidemail invalidaddress policyrejection generationfailure generationrejection filtered skipped discarded unterdrückt verworfen übersprungen blockiert gesperrt supprimé bloqué bloquée ignoré scartato bloccato bloccata soppresso descartado bloqueado suprimido onderdrukt geblokkeerd overgeslagen',
  complained:
    'complained complaint complaints complain spam spamreport spamcomplaint spamreported markedasspam abuse abuses feedback fbl junk beschwerde spambeschwerde alsspammarkiert plainte plaintespam reclamo segnalazionespam segnalatocomespam queja denuncia denunciaspam klacht spamklacht',
  opened:
    'opened open opens uniqueopened uniqueopen firstopen firstopened firstopening initialopen reopened geöffnet öffnung ouvert ouverte ouverture ouvertures aperto aperta apertura aperture primaapertura abierto abierta aperturas geopend',
  'machine-opened':
    'proxyopen proxyopened loadedbyproxy uniqueproxyopen machineopen botopen caricataperprocura prefetch prefetched',
  clicked:
    'clicked click clicks geklickt klick klicks angeklickt cliqué cliquée clic clics cliccato cliccata clicado pulsado geklikt klik',
  unsubscribed:
    'unsubscribed unsubscribe unsubscribes unsub groupunsubscribe listunsubscribe linkunsubscribe optout optedout abgemeldet abmeldung désabonné désabonnée désinscrit désinscription disiscritto disiscrizione cancellato debaja baja cancelado afgemeld uitgeschreven',
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
  return outcomes.get(plain) ?? outcomes.get(plain.replace(OF, ''));
}

export function isSentWord(word: string): boolean {
  const plain = plainName(word);
  return SENT_WORDS.has(plain) || SENT_WORDS.has(plain.replace(OF, ''));
}
