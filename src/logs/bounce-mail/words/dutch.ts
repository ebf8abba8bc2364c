import { defineWords } from '../words.ts';

/** Dutch. */
export default defineWords({
  undelivered: [
    /kan niet worden (?:bezorgd|afgeleverd)/, // cannot be delivered
    /bezorging mislukt/, // delivery failed
    /onbestelbaar/, // undeliverable
    /niet[- ]?(?:afgeleverd|bezorgd)/, // not delivered
    /kon(?:den)? niet (?:worden )?(?:\S+ ){0,3}(?:afgeleverd|bezorgd|verzonden)/, // could not be delivered
  ],
  yours: [
    /\b(?:uw|je|het|dit) (?:e-?mail|mail|bericht)/, // your message
  ],
  failed: [
    /onbekend/, // unknown
    /niet/, // not
    /mislukt/, // failed
    /ongeldig/, // invalid
    /te groot/, // too large
    /geweigerd/, // refused
    /is vol\b/, // is full
    /geblokkeerd|uitgeschakeld|opgeheven|verwijderd/, // blocked, switched off, closed, deleted
    /overschreden|zit vol/, // exceeded, is full
    /reageert|zonder succes|zwarte lijst|afgewezen/, // responds or not, without success, block list, rejected
  ],
  reasonLabels: [
    /reden/, // reason
    /oorzaak/, // cause
  ],
  triesOn: [
    /wordt (?:nog |opnieuw |er )?geprobeerd/, // will be tried again
  ],
  onlyWarns: [
    /slechts een waarschuwing/, // only a warning
  ],
  delayed: [
    /vertraagd/, // delayed
  ],
  autoReplyTitles: [
    /automatisch antwoord/, // automatic answer
    /afwezig/, // absent
  ],
  autoReplies: [
    /\bis (?:momenteel )?afwezig\b/, // is absent
  ],
  gaveUp: [
    /na (?:meerdere|verschillende|\d+) (?:pogingen|dagen|uur)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^bezorgd:/, // delivered
  ],
  arrivals: [
    /is bezorgd/, // was delivered
  ],
  sentOn: [
    /(?:oorspronkelijk|doorgestuurd) bericht/, // original message, forwarded message
  ],
});
