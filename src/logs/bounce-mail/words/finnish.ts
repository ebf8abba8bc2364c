import { defineWords } from '../words.ts';

/** Finnish and Estonian. */
export default defineWords({
  undelivered: [
    /ei voi toimittaa/, // cannot deliver
    /ei voitu toimittaa/, // could not deliver
    /toimitus ei/, // delivery does not …
    /toimittaminen ep[äa]onnistui/, // delivering failed
    /ei voida toimittaa/, // cannot be delivered
    /ei toimitettu/, // not delivered
    /toimitus epäonnistui/, // delivery failed
    /ei voi(?:da|tu)? (?:toimittaa|lähettää)/, // could not be delivered
    /ei (?:saa|saanud|saadud|õnnestunud) (?:\S+ )?(?:kohale )?(?:toimetada|edastada)/, // Estonian: could not be delivered
  ],
  titles: [
    /toimittamat/, // undelivered
    /edastamatu/, // Estonian: could not be forwarded
  ],
  yours: [
    /\bviesti/, // message
    /kirja/, // letter; Estonian, too
  ],
  failed: [
    /ei ole/, // is not
    /ei voi/, // cannot
    /tuntematon/, // unknown
    /täynnä/, // full
    /epäonnistu/, // failed
    /hylätty/, // refused
    /ebaõnnestu/, // Estonian: failed
    /tundmatu/, // Estonian: unknown
    /tele(?:lt)?\b/, // full
    /liian/, // too
    /ei (?:saanud|saadud|õnnestunud|eksisteeri|leitud)/, // Estonian: could not, does not exist, was not found
    /on täis(?!\p{L})/u, // Estonian: is full
    /suljettu|estetty|poistettu/, // closed, blocked, deleted
    /ylitt/, // exceeded
    /ei (?:löyty|ole olemassa)/, // was not found, does not exist
  ],
  reasonLabels: [
    /syy/, // reason
    /põhjus/, // Estonian: reason
  ],
  delayed: [
    /viiväst/, // delayed
  ],
  autoReplyTitles: [
    /poissa/, // absent
    /automaattinen/, // automatic
  ],
  autoReplies: [
    /automaatvastus/, // Estonian: automatic answer
  ],
});
