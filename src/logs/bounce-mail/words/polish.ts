import { defineWords } from '../words.ts';

/** Polish. */
export default defineWords({
  undelivered: [
    /nie (?:mo[żz]na|uda[łl]o si[ęe]) dostarczy/, // cannot, could not be delivered
    /nie mo[żz]e by[ćc] dostarczon/, // cannot be delivered
    /b[łl][ąa]d dostarcz/, // delivery error
    /zwrot wiadomo/, // return of a message
    /wiadomo[śs][ćc] zwr[óo]con/, // message returned
    /zwrócona do nadawcy/, // returned to the sender
    /niedostarczaln/, // undeliverable
    /nie dostarczon/, // not delivered
    /nie (?:mogła|mógł|może) (?:zosta[ćł]\S* |być )?(?:dostarczon|wysłan)/, // could not be delivered
  ],
  yours: [
    /wiadomoś/, // message
  ],
  failed: [
    /nie istnieje/, // does not exist
    /nie (?:można|powiodło|znaleziono)/, // cannot, did not succeed, not found
    /przepełni/, // overfull
    /nieznan/, // unknown
    /odrzucon/, // refused
    /nie (?:został|jest|ma\b|można)/, // was not, is not
    /zablokowan/, // blocked
    /za du[żz]/, // too large
    /zbyt/, // too
    /pe[łl]n[aey]\b/, // full
    /usuni[ęe]t|nieaktywn|zawieszon/, // deleted, inactive, suspended
    /przekroczon/, // exceeded
    /nie ma takie|błędn/, // there is no such, wrong
    /nie odpowiada|bez skutku|czarn\S+ li[śs]/, // does not respond, without success, block list
  ],
  reasonLabels: [
    /powód/, // reason
  ],
  triesOn: [
    /próby dostarczenia będą/, // attempts to deliver will go on
  ],
  onlyWarns: [
    /tylko ostrzeżenie/, // only a warning
  ],
  delayed: [
    /opóźnion/, // delayed
  ],
  autoReplyTitles: [
    /automatyczna odpowied/, // automatic answer
  ],
  autoReplies: [
    /odpowied[zź] automatyczna/, // automatic answer
  ],
  gaveUp: [
    /po (?:wielu|kilku|\d+) (?:próbach|dniach|godzinach)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^dostarczono:/, // delivered
  ],
  sentOn: [
    /wiadomo[śs][ćc] (?:oryginalna|przekazana)/, // original message, forwarded message
  ],
});
