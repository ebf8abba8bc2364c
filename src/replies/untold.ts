/** Words of sentences that say only that a mail did not arrive: with any other word, there may be a reason. */
const WORDS: ReadonlySet<string> = new Set(
  [
    // English
    'a able addresses an and are as at attempt attempted attempts automatically be been below by can cannot could couldn did didn deliver',
    'delivered delivering delivery e email emails error errors fail failed failing failure following for has have i in is it',
    'mail mailer daemon mails message messages more not notice notification of on one or our permanent permanently postmaster',
    'program reach reached recipient recipients report return returned returning s sender sending sent software some sorry',
    'status system t that the these this those to transmission try trying unable undeliverable undelivered was we were',
    'while will with your created',
    // … that a server has given up, or goes on trying, and what the reader need not do
    "address again afraid all es there temporary problem hours you'll notified gmail fails eventually gave give given giving happens if intended intervals me no out part remains repeated required i've",
    "retry retried time tries until up unfortunately warning when work action continue i'm didn't wasn't couldn't can't don't",
    // What services write in place of a reply: `The recipient's email provider sent a hard bounce message, but didn't specify …`
    "address bounce bounced bounces but caused didn't email's future general hard if issue list mailing might provider reason recipient's recommend",
    'from recommended removing resolved same send specify specified type you',
    // German
    'ihre ihr nachricht nachrichten konnte konnten nicht zugestellt werden wurde wurden folgende folgenden empfänger an den die',
    'der das dem diese dieser zustellung fehlgeschlagen unzustellbar unzustellbare dauerhaft endgültig fehler bei mailzustellung',
    // French, Italian, Spanish, Portuguese
    "votre le la les n'a pas pu être remis remise livré livrée délivré envoi échec de du d' courrier aux au destinataire",
    'destinataires suivant suivants il lo messaggio non è stato stata recapitato recapitata consegnato consegna possibile fallita',
    'ai seguenti destinatari destinatario recapito errore el su mensaje no se ha podido pudo entregar entregado entrega a los',
    'siguientes fallo fallida o sua mensagem não foi pôde ser entregue aos destinatários falha na correo',
    // Dutch
    'uw het bericht kon niet worden bezorgd afgeleverd bezorging mislukt aan volgende ontvangers',
  ].flatMap((line) => line.split(' ')),
);

const WORD = /\p{L}+(?:['’]\p{L}+)?/gu;
/** It is the reason that is not known, and not the recipient. */
const NOT_KNOWN = /\bunknown (?:cause|error|failure|problem|reason)s?\b/g;
/** Tokens of a cluster, and codes. */
const NO_WORDS = /<\w+>|\b[245]\.\d{1,3}\.\d{1,3}\b/g;

/** Whether a cluster says only that it failed, and not why: `Delivery to the following recipient failed permanently:`. */
export function isUntold(cluster: string): boolean {
  const words = cluster.toLowerCase().replaceAll(NO_WORDS, ' ').replaceAll(NOT_KNOWN, 'error').match(WORD) ?? [];
  return words.length > 0 && words.every((word) => WORDS.has(word));
}

const DELIVERY = /deliver|zugestellt|remise?|livr[ée]|recapitat|consegn|entreg|bezorgd|afgeleverd/i;
const CODE = /\b[245]\d\d\b/;

/** Whether it is the sentence that servers begin their mails with: «Your mail cannot be delivered to the following address:». */
export const isAnnouncement = (cluster: string): boolean =>
  DELIVERY.test(cluster) && !CODE.test(cluster) && isUntold(cluster);
