import { defineWords } from '../words.ts';

/** Turkish. */
export default defineWords({
  undelivered: [
    /teslim edilem/, // could not be delivered
    /iletilemedi/, // could not be sent
    /teslimat ba[şs]ar[ıi]s[ıi]z/, // delivery failed
    /(?:teslim|iletil)(?:edile| edile|e)?me(?:di|yen)/, // could not be delivered
  ],
  yours: [
    /mesaj/, // message; Romanian, too
    /iletiniz/, // your message
  ],
  failed: [
    /bulunam/, // not found
    /dolu\b/, // full
    /edilemedi/, // could not be done
    /başarısız/, // failed
    /bilinmeyen/, // unknown
    /reddedil/, // refused
    /çok büyük/, // too large
    /geçersiz/, // invalid
    /devre d[ıi][şs][ıi]|ask[ıi]ya|engellen|silinmi[şs]/, // switched off, suspended, blocked, deleted
    /a[şs][ıi]ld[ıi]|a[şs][ıi]lm[ıi][şs]/, // exceeded
    /mevcut de[ğg]il|bulunmamakta/, // does not exist
  ],
  reasonLabels: [
    /sebep/, // reason
    /neden(?:i)?/, // reason
  ],
  delayed: [
    /gecik/, // delayed
  ],
  autoReplies: [
    /otomatik yan[iı]t/, // automatic answer
  ],
});
