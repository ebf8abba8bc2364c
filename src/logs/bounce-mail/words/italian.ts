import { defineWords } from '../words.ts';

/** Italian. */
export default defineWords({
  undelivered: [
    /imposs[ií][bv]\p{L}+ (?:recapit|consegn|entreg)/u, // impossible to deliver; also Portuguese
    /errore? (?:di|nella) (?:consegna|recapito)/, // delivery error
    /(?:messaggio|mail|posta) (?:respint|restituit|non )/, // message refused, returned, not …
    /non (?:consegnat|recapitat)/, // not delivered
    /recapito non riuscito/, // delivery failed
    /non recapitabil/, // undeliverable
    /(?:non (?:è stato|ha potuto|può|poteva)|impossibile) (?:essere |possibile )?(?:consegna|recapita|inviar|inviat)/, // could not be delivered
  ],
  titles: [
    /mancat[ao] /, // failed delivery
  ],
  yours: [
    /\bmessaggio\b/, // message
  ],
  failed: [
    /sconosciut/, // unknown
    /inesistente/, // does not exist
    /piena/, // full
    /impossib/, // impossible
    /respint/, // refused, sent back
    /rifiutat/, // refused
    /non (?:[èe] (?:stat\p{L} |possibile)|(?:pu[òo]|riuscit|esiste|valid))/u, // was not, cannot, is not valid
    /troppo/, // too
    /disattivat/, // deactivated
    /sospes/, // suspended
    /disabilitat|bloccat|cancellat/, // disabled, blocked, deleted
    /superat|esaurit/, // exceeded, used up
    /inesistent|errat[oa]/, // does not exist, wrong
    /non risponde|senza (?:risposta|successo)|lista nera/, // does not respond, without success, block list
  ],
  reasonLabels: [
    /errore/, // error
  ],
  triesOn: [
    /ritardat/, // delayed
    /sarà ritentat/, // will be tried again
    /(?:continu|riprov)\S{1,10} a consegnar/, // goes on delivering
  ],
  onlyWarns: [
    /solo un avviso/, // only a warning
  ],
  delayed: [
    /ritard/, // delayed
  ],
  autoReplyTitles: [
    /risposta automatica/, // automatic answer
    /fuori sede/, // out of office
  ],
  autoReplies: [
    /\bfuori (?:ufficio|sede)\b/, // out of office
  ],
  gaveUp: [
    /dopo (?:divers[io]|vari|numerosi|\d+) (?:tentativi|giorni|ore)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^consegnato:/, // delivered
  ],
  arrivals: [
    /è stato (?:consegnato|recapitato)/, // was delivered
  ],
  sentOn: [
    /messaggio (?:originale|inoltrato)/, // original message, forwarded message
    /inizio messaggio inoltrato/, // beginning of the forwarded message
  ],
});
