import { defineWords } from '../words.ts';

/** Czech and Slovak. */
export default defineWords({
  undelivered: [
    /nelze doru[čc]it/, // cannot be delivered
    /nebyl[ao]? doru[čc]/, // was not delivered
    /doru[čc]en[íi] selhalo/, // delivery failed
    /nemo[žz]no doru[čc]it/, // cannot be delivered
    /nedoručiteln/, // undeliverable
    /nedoručeno/, // undelivered
    /(?:nepoda[řr]ilo|nelze) (?:se |nám )?(?:\S+ )?doru[čc]it/, // could not be delivered
  ],
  titles: [
    /nepoda[řr]ilo/, // it did not succeed
  ],
  yours: [
    /zpráv/, // message
    /správ/, // Slovak: message
  ],
  failed: [
    /není/, // is not
    /neexistuje/, // does not exist
    /nepoda[řr]ilo/, // it did not succeed
    /nelze/, // cannot
    /nezn[áa]m/, // unknown
    /pln[áa]\b/, // full
    /odm[íi]tn/, // refused
    /nebyl/, // was not
    /nenalezen/, // not found
    /neplatn/, // invalid
    /p[řr][íi]li[šs]/, // too
    /zablokov/, // blocked
    /zru[šs]en|smaz[áa]n|vymaz[áa]n|deaktivov/, // closed, deleted, switched off
    /překročen|prekročen/, // exceeded
    /neznám|chybn/, // unknown, wrong
    /neodpov[íi]d|[čc]ern\S+ listin/, // does not respond, block list
  ],
  reasonLabels: [
    /důvod/, // reason
    /dôvod/, // Slovak: reason
    /příčina/, // cause
  ],
  onlyWarns: [
    /pouze varování/, // only a warning
  ],
  delayed: [
    /zpožděn/, // delayed
  ],
  autoReplyTitles: [
    /automatická odpověď/, // automatic answer
  ],
  autoReplies: [
    /automatický? odpove[dď]/, // Slovak: automatic answer
    /automatick[áa] odpov[eě][dď]/, // automatic answer
  ],
  gaveUp: [
    /po (?:několika|nieko[lľ]k[ýy]ch|\d+) (?:pokusech|pokusoch|dnech|hodin[áa]ch)/, // after several attempts, 5 days
  ],
});
