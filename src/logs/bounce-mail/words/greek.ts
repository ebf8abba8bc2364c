import { defineWords } from '../words.ts';

/** Greek. */
export default defineWords({
  undelivered: [
    /δεν (?:είναι δυνατή|ήταν δυνατή) η παράδοση/, // delivery is not possible
    /αποτυχία παράδοσης/, // delivery failed
    /δεν παραδόθηκε/, // not delivered
  ],
  titles: [
    /παράδοση/, // delivery, of any kind
  ],
  yours: [
    /μήνυμ/, // message
  ],
  failed: [
    /δεν (?:παραδόθηκε|βρέθηκε|υπάρχει|ήταν)/, // not delivered, not found, does not exist
    /αποτυχία/, // failure
    /άγνωστ/, // unknown
    /γεμάτ/, // full
    /απενεργοπ|μπλοκ|απορρίφθ/, // switched off, blocked, refused
    /πλήρη/, // full
    /δεν βρ/, // not found
  ],
  reasonLabels: [
    /λόγος/, // reason
    /αιτία/, // cause
  ],
  autoReplies: [
    /αυτ[όο]ματη απ[άα]ντηση/, // automatic answer
  ],
});
