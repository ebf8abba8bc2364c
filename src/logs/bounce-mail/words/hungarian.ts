import { defineWords } from '../words.ts';

/** Hungarian. */
export default defineWords({
  undelivered: [
    /nem (?:kézbesíthet|lehet(?:ett)? kézbesít)/, // undeliverable, could not be delivered
  ],
  titles: [
    /kézbesíthetetlen/, // undeliverable
    /kézbesít/, // delivery, of any kind
  ],
  failed: [
    /nincs/, // there is no
    /nem (?:sikerült|kézbesíthető|található|létezik)/, // did not succeed, not found, does not exist
    /sikertelen/, // failed
    /megtelt/, // full
    /nem (?:lehet|tal|[ée]rv)/, // cannot, is not allowed
    /túl nagy/, // too large
  ],
  delayed: [
    /késleltet/, // delayed
  ],
  autoReplies: [
    /automatikus v[áa]lasz/, // automatic answer
  ],
});
