import { defineWords } from '../words.ts';

/** French. */
export default defineWords({
  undelivered: [
    /non[- ](?:d[ée]livr|achemin|transmis)/, // not delivered, not forwarded
    /retour [àa] l'exp[ée]diteur/, // returned to the sender
    /(?:message|courriel|courrier) (?:retourn|rejet|refus)/, // message returned, refused
    /erreur (?:de|d') ?(?:remise|envoi|distribution)/, // delivery error
    /non[- ]remis/, // not delivered
    /non[- ]distribu/, // not distributed
    /n['’](?:a|ont) (?:pas )?pu être (?:\S+ ){0,2}(?:transmis|remis|d[ée]livr|distribu|envoy|achemin|livr)/, // could not be delivered
  ],
  titles: [
    /[ée]chec/, // failure
  ],
  yours: [
    /\b(?:votre|ce|le|ton) (?:message|courriel|e-?mail|mail|courrier)\b/, // your, this message
  ],
  failed: [
    /inconnu/, // unknown
    /n['’]existe/, // does not exist
    /introuvable/, // cannot be found
    /refusé/, // refused
    /plein/, // full
    /n['’]a pas (?:pu|été)/, // could not be
    /ne peut(?: pas| plus)/, // cannot
    /échou/, // failed
    /échec/, // failure
    /saturée?\b/, // full up
    /rejet/, // rejected
    /d[ée]sactiv/, // deactivated
    /ferm[ée]e?\b/, // closed
    /trop (?:gros|volumineux)/, // too large
    /n'est (?:pas|plus)/, // is not, is no longer
    /bloqu[ée]|suspendu|supprim[ée]/, // blocked, suspended, deleted
    /dépass|épuis/, // exceeded, used up
    /inexistant|invalide|erron[ée]/, // does not exist, invalid, wrong
    /ne répond|sans réponse/, // does not respond
    /abandon|infructueu/, // given up, without success
    /liste noire/, // block list
  ],
  reasonLabels: [
    /raison/, // reason
    /motif/, // reason
    /erreur/, // error
  ],
  triesOn: [
    /sera réessayé/, // will be tried again
    /retard(?:é|ée)/, // delayed
    /en attente de/, // waiting for
    /(?:qu['’]un|simple) avertissement/, // only a warning
    /nouvelles? tentatives?/, // new attempts
  ],
  onlyWarns: [
    /qu['’]un avertissement/, // only a warning
  ],
  delayed: [
    /retard/, // late, delayed
  ],
  autoReplyTitles: [
    /réponse automatique/, // automatic answer
    /absence/, // absence
    /absent/, // absent
  ],
  autoReplies: [
    /\best (?:actuellement )?absente?\b/, // is absent
  ],
  gaveUp: [
    /après (?:plusieurs|\d+) (?:tentatives|essais|jours|heures)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^(?:remis|distribué) ?:/, // delivered
  ],
  arrivals: [
    /a été (?:remis|distribué|transmis)/, // was delivered
  ],
  sentOn: [
    /message (?:d'origine|transf[ée]r[ée])/, // original message, forwarded message
    /(?:d[ée]but du )?message r[ée]exp[ée]di[ée]/, // forwarded message
  ],
});
