import { defineWords } from '../words.ts';

/** Slovene, Croatian, Serbian, Bulgarian. */
export default defineWords({
  undelivered: [
    /ni (?:bilo )?(?:mogoče )?dostav/, // Slovene: could not be delivered
    /nije (?:moguće )?(?:isporu[čc]|dostav)/, // could not be delivered
    /neisporučen/, // undelivered
    /nije isporučen/, // is not delivered
    /ni bil[oa]? dostavljen/, // Slovene: was not delivered
    /nije dostavljen/, // is not delivered
    /nedostavljiv/, // Slovene: undeliverable
    /neisporučiv/, // undeliverable
    /недоставим/, // Bulgarian: undeliverable
    /недоставен/, // Bulgarian: undelivered
    /није (?:могла бити )?(?:испоручен|достављен)/, // Serbian: is not delivered
  ],
  yours: [
    /съобщени/, // Bulgarian: message
    /poruk/, // Croatian: message
    /порук/, // Serbian: message
    /sporoč/, // Slovene: message
  ],
  failed: [
    /неуспешн/, // Bulgarian: failed
    /nije (?:moguće|isporučen|pronađen)/, // not possible, not delivered, not found
    /neuspje/, // failed
    /ni bilo mogoče/, // Slovene: was not possible
    /neuspešn/, // Slovene: failed
    /не е /, // Bulgarian: is not
    /(?:није|не|nije|ne) (?:могућ|постоји|пронађен|прихват|postoji|prihva[ćt])/, // is not possible, does not exist, was not found
    /не съществува/, // Bulgarian: does not exist
    /няма (?:такъв|такава)/, // Bulgarian: there is no such
    /пре?пун|pre?pun/, // overfull
    /(?:je|је) (?:pun|пун)/, // is full
    /одбијен|odbijen/, // refused
  ],
  reasonLabels: [
    /razlog/, // reason
    /причина/, // Bulgarian: reason
    /разлог/, // Serbian: reason
  ],
  autoReplies: [
    /автоматичен отговор/, // Bulgarian: automatic answer
    /аутоматски одговор/, // Serbian: automatic answer
    /samodejni odgovor/, // Slovene: automatic answer
    /automatski odgovor/, // Croatian: automatic answer
  ],
});
