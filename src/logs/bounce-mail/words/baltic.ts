import { defineWords } from '../words.ts';

/** Lithuanian and Latvian. */
export default defineWords({
  titles: [
    /nepavyko/, // Lithuanian: it did not succeed
    /nepristat/, // Lithuanian: undelivered
    /neizdev/, // Latvian: it did not succeed
    /nepiegādā/, // Latvian: not delivered
    /nepristatom/, // Lithuanian: undelivered
  ],
  yours: [
    /laišk/, // Lithuanian: letter
    /vēstul/, // Latvian: letter
  ],
  failed: [
    /nepavyko/, // Lithuanian: it did not succeed
    /nepristat/, // Lithuanian: undelivered
    /neizdevās/, // Latvian: it did not succeed
    /nav (?:atrasts|atrasta|iespējam)|neeksistē/, // Latvian: not found, not possible, does not exist
    /neegzistuoja|nerastas|n[ėe]ra (?:tokio|rastas)/, // Lithuanian: does not exist, not found
    /perpildyt|pilna(?:s)?\b/, // Lithuanian: full
    /bloķ|bloķēt|atspēj|slēgt/, // Latvian: blocked, switched off, closed
    /užblok|išjung|atmest/, // Lithuanian: blocked, switched off, refused
  ],
  reasonLabels: [
    /priežastis/, // Lithuanian: reason
    /iemesls/, // Latvian: reason
  ],
  autoReplies: [
    /automatinis atsakymas/, // Lithuanian: automatic answer
    /autom[āa]tisk[āa] atbilde/, // Latvian: automatic answer
  ],
});
