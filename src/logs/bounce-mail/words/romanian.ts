import { defineWords } from '../words.ts';

/** Romanian. */
export default defineWords({
  undelivered: [
    /nelivra(?:bil|t)/, // not delivered, undeliverable
    /nu (?:a fost|poate fi) livrat/, // was not delivered
    /imposibil de livrat/, // impossible to deliver
    /nu a putut fi (?:livrat|trimis)/, // could not be delivered
  ],
  failed: [
    /nu (?:a putut|există|poate)/, // could not, does not exist
    /eșuat/, // failed
    /necunoscut/, // unknown
    /plin[ăa]/, // full
    /nu (?:a fost|mai|este)/, // was not, is no longer
    /prea mare/, // too large
    /dezactivat|suspendat|blocat|[șs]ters/, // switched off, suspended, blocked, deleted
    /dep[ăa][șs]it/, // exceeded
    /nu exist|invalid/, // does not exist, invalid
  ],
  reasonLabels: [
    /motiv(?:ul)?/, // reason
  ],
  delayed: [
    /întârziat/, // delayed
  ],
  autoReplies: [
    /r[aă]spuns automat/, // automatic answer
  ],
});
