import { defineWords } from '../words.ts';

/** Swedish, Danish, Norwegian. */
export default defineWords({
  undelivered: [
    /g[åa]r inte att leverera/, // cannot be delivered
    /ej levererat/, // not delivered
    /(?:kunde|kunne) (?:inte|ikke) leverer/, // could not deliver
    /leverans misslyck/, // delivery failed
    /levering mislyk/, // delivery failed
    /kan inte levereras/, // cannot be delivered
    /kunne ikke leveres/, // could not be delivered
    /kan ikke leveres/, // cannot be delivered
    /levererades inte/, // was not delivered
    /ikke lever(?:et|t)/, // not delivered
    /fejl ved levering/, // delivery error
  ],
  titles: [
    /olever/, // Swedish: undeliverable
    /ulever/, // Danish, Norwegian: undeliverable
  ],
  yours: [
    /\b(?:ditt|din|dit) (?:meddeland|meddel|besked|melding|e-?post)/, // your message
  ],
  failed: [
    /finns inte/, // does not exist
    /g(?:ick|år) (?:inte|ej) att/, // could not, cannot
    /finnes ikke/, // does not exist
    /findes ikke/, // does not exist
    /(?:kunde|kunne) (?:inte|ikke)/, // could not
    /okänd/, // unknown
    /misslyck/, // failed
    /avvis/, // refused
    /afvis/, // Danish: refused
    /uken[dj]t/, // unknown
    /\bfuld\b/, // full
    /mislykk/, // failed
    /hittades (?:inte|ej)/, // was not found
    /inte (?:levereras|hittas|finns)/, // not delivered, not found
    /f[öo]r stor/, // too large
    /(?:ikke|kan ikke) (?:leveres|findes|funnet)/, // not delivered, not found
    /for stor/, // too large
    /[äa]r full/, // is full
    /er fuld?l?\b/, // is full
    /sp[äæ]rr|avst[äe]ng|st[äe]ngt?\b|deaktiver|nedlagt|slettet|blok(?:k)?er/, // blocked, closed, switched off, deleted
    /[öo]verskrid|overskred/, // exceeded
    /ikke tókst|tókst ekki|ekki (?:tókst|til)/, // Icelandic: could not, does not exist
    /svarar inte|svarer ikke|svart(?:e)?list|utan framgång|uden held|uten hell/, // does not respond, block list, without success
  ],
  reasonLabels: [
    /orsak/, // Swedish: reason
    /årsag/, // Danish: reason
    /årsak/, // Norwegian: reason
  ],
  onlyWarns: [
    /endast en varning/, // only a warning
    /kun en advarsel/, // only a warning
  ],
  delayed: [
    /fördröj/, // delayed
    /försen/, // late
    /forsink/, // delayed
  ],
  autoReplyTitles: [
    /autosvar/, // automatic answer
    /frånvaro/, // Swedish: absence
    /fravær/, // Danish, Norwegian: absence
  ],
  autoReplies: [
    /automatisk(?:t)? svar/, // automatic answer
    /sjálfvirkt svar/, // Icelandic: automatic answer
  ],
  gaveUp: [
    /(?:efter|etter) (?:flera|flere|\d+) (?:försök|forsøg|forsøk|dagar|dage|dager|timmar|timer)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^levere(?:rat|t):/, // delivered
  ],
  arrivals: [
    /har levererats/, // Swedish: has been delivered
    /er leveret/, // Danish: is delivered
  ],
  sentOn: [
    /ursprungligt meddelande/, // Swedish: original message
    /vidarebefordrat meddelande/, // Swedish: forwarded message
  ],
});
