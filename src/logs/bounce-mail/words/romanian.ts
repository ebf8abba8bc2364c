import { defineWords } from '../words.ts';

/** Romanian. */
export default defineWords({
  undelivered: [
    /nelivra(?:bil|t)/, // not delivered, undeliverable
    /nu (?:a fost|poate fi) livrat/, // was not delivered
  ],
  titles: [
    /imposibil de livrat/, // impossible to deliver
  ],
  failed: [
    /nu (?:a putut|există|poate)/, // could not, does not exist
    /eșuat/, // failed
    /necunoscut/, // unknown
    /plin[ăa]/, // full
    /nu (?:a fost|mai|este)/, // was not, is no longer
    /prea mare/, // too large
  ],
  delayed: [
    /întârziat/, // delayed
  ],
  autoReplies: [
    /r[aă]spuns automat/, // automatic answer
  ],
});
