import { defineWords } from '../words.ts';

/** German. */
export default defineWords({
  undelivered: [
    /zur[üu]ck an (?:den )?absender/, // returned to the sender
    /r[üu]ckläufer/, // what comes back
    /(?:mail|nachricht) (?:abgewiesen|abgelehnt|zur[üu]ckgewiesen)/, // mail rejected
    /unzustellbar/, // undeliverable
    /nicht zugestellt/, // not delivered
    /konnten? (?:leider )?nicht (?:\S+ ){0,4}(?:zugestellt|gesendet|übermittelt|ausgeliefert)/, // could not be delivered
  ],
  titles: [
    /zustell(?:ung|fehler)/, // delivery, of any kind
    /fehlgeschlagen/, // failed
  ],
  yours: [
    /\b(?:ihren?|deine|die|diese|folgende) (?:\S{1,20} )?(?:e-?mail|mail|nachricht)\b/, // Ihre Nachricht, die folgende E-Mail
  ],
  failed: [
    /unzustellbar/, // undeliverable
    /unbekannt/, // unknown
    /nicht/, // not
    /abgelehnt/, // rejected
    /überschritten/, // exceeded
    /voll\b/, // full
    /existiert/, // existiert nicht
    /fehlgeschlagen/, // failed
    /gescheitert/, // foundered
    /ung(?:ü|ue)ltig/, // invalid
    /gesperrt/, // locked
    /deaktiviert/, // deactivated
    /zu gro(?:ß|ss)/, // too large
    /kein(?:e[nrs]?)? /, // no mailbox, no such
    /erschöpft|überlaufen|überfüllt/, // used up, overfull
    /gelöscht|aufgehoben|stillgelegt|blockiert/, // deleted, closed, blocked
    /verweigert|zur[üu]ckgewiesen/, // refused
    /abgewiesen|abgebrochen|gekündigt/, // rejected, broken off, given notice
    /sperrliste|blockliste|blacklist/, // block list
    /gaben? auf|aufgegeben|erfolglos/, // given up, without success
  ],
  reasonLabels: [
    /grund/, // reason
    /fehler(?:meldung)?/, // error, error message
  ],
  triesOn: [
    /noch nicht zugestellt/, // not yet delivered
    /verzögert/, // delayed
    /zustellung wird/, // will be delivered, will be tried
    /(?:zustell)?versuche? (?:wird|werden) (?:fortgesetzt|wiederholt)/, // attempts go on
    /wird (?:weiter|weiterhin|erneut) versucht/, // will be tried again
  ],
  onlyWarns: [
    /nur eine warnung/, // only a warning
  ],
  delayed: [
    /verzögert/, // delayed
  ],
  autoReplyTitles: [
    /abwesen/, // absent
    /außer haus/, // out of the house
    /automatische antwort/, // automatic answer
    /urlaub/, // holidays
  ],
  autoReplies: [
    /abwesenheitsnotiz/, // note of absence
    /\bist (?:derzeit |momentan |zurzeit )?(?:außer haus|nicht im (?:büro|haus))/, // is not in the office
  ],
  gaveUp: [
    /nach (?:mehreren|\d+) (?:zustell)?(?:versuchen|tagen|stunden)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^zugestellt:/, // delivered
  ],
  arrivals: [
    /wurde (?:erfolgreich )?zugestellt/, // was delivered
  ],
  sentOn: [
    /original[- ]?nachricht|urspr(?:ü|ue)ngliche nachricht/, // original message
    /(?:anfang der )?weitergeleitete[n]? nachricht/, // forwarded message
  ],
});
