import { defineWords } from '../words.ts';

/** Hungarian. */
export default defineWords({
  undelivered: [
    /nem (?:kézbesíthet|lehet(?:ett)? kézbesít)/, // undeliverable, could not be delivered
    /kézbesíthetetlen/, // undeliverable
    /nem sikerült (?:a \S+ )?kézbesíteni/, // could not be delivered
  ],
  titles: [
    /kézbesít/, // delivery, of any kind
  ],
  yours: [
    /üzenet/, // message
    /levél/, // letter
  ],
  failed: [
    /nincs/, // there is no
    /nem (?:sikerült|kézbesíthető|található|létezik)/, // did not succeed, not found, does not exist
    /sikertelen/, // failed
    /megtelt/, // full
    /nem (?:lehet|tal|[ée]rv)/, // cannot, is not allowed
    /túl nagy/, // too large
    /betelt|meghalad/, // is full, exceeded
    /letilt|megsz[űu]nt|felfüggeszt|törölt/, // disabled, closed, suspended, deleted
    /ismeretlen|elutasít|hib[áa]s/, // unknown, refused, wrong
  ],
  reasonLabels: [
    /indok/, // reason
    /hiba(?: oka)?/, // error, its reason
  ],
  delayed: [
    /késleltet/, // delayed
  ],
  autoReplies: [
    /automatikus v[áa]lasz/, // automatic answer
  ],
});
