import { stems, type Words } from './stems.ts';

/** What is attached. */
const ATTACHED: Words = {
  iberian: /anexo/iu,
  czech: /p[řr][íi]loh/iu,
  dutch: /bijlage/iu,
  italian: /allegat/iu,
  polish: /za[łl][ąa]cznik/iu,
  russian: /вложен/iu,
  spanish: /adjunt/iu,
  chinese: /附件/iu,
};

/** How large something is. */
const HOW_LARGE: Words = {
  czech: /velikost/iu,
  dutch: /grootte/iu,
  french: /taille/iu,
  german: /gr[öo](?:ß|ss)e/iu,
  greek: /μέγεθος/iu,
  indonesian: /ukuran/iu,
  nordic: /storlek/iu,
  polish: /rozmiar/iu,
  portuguese: /tamanho/iu,
  russian: /размер/iu,
  spanish: /tama[ñn]o/iu,
  turkish: /boyut/iu,
  ukrainian: /розмір/iu,
  vietnamese: /kích thước/iu,
  chinese: /大小/iu,
  japanese: /サイズ/iu,
  korean: /크기/iu,
};

/** A message, what is attached to it, how large it is. */
export const MESSAGE = stems(ATTACHED, HOW_LARGE, {
  several: /message|mesaj/iu,
  romance: /dimension/iu,
  baltic: /v[ēe]stul|lai[šs]k/iu,
  czech: /zpr[áa]v/iu,
  dutch: /bericht/iu,
  finnish: /viesti/iu,
  french: /courri|pièce jointe/iu,
  german: /nachricht|anhang/iu,
  greek: /μήνυμα/iu,
  hungarian: /lev[ée]l(?!\p{L})|üzenet|melléklet|méret/iu,
  indonesian: /pesan/iu,
  italian: /messagg/iu,
  nordic: /meddeland|besked|melding|størrelse/iu,
  polish: /wiadomo[śs]|przesy[łl]k/iu,
  portuguese: /mensage/iu,
  russian: /сообщен|письм/iu,
  southSlavic: /писмо|съобщен|порук|poruk|sporo[čc]il/iu,
  spanish: /mensaj|correo/iu,
  turkish: /ileti(?!m)/iu,
  ukrainian: /повідомлен/iu,
  vietnamese: /thư/iu,
  arabic: /رسالة/iu,
  chinese: /邮件|郵件|信件/iu,
  hebrew: /הודעה/iu,
  hindi: /संदेश/iu,
  japanese: /メール|メッセージ/iu,
  korean: /메일|메시지|편지/iu,
  thai: /ข้อความ/iu,
});

/** What is attached to a message: files, and kinds of files. */
export const ATTACHMENT = stems(ATTACHED, {
  several: /archive?n?(?!\p{L})|makros?(?!\p{L})|macros?(?!\p{L})/iu,
  czech: /spustiteln/iu,
  dutch: /uitvoerbar/iu,
  finnish: /liitteen|liite/iu,
  french: /ex[ée]cutable|fichiers? joints?|fichiers?(?!\p{L})|pi[èe]ces? jointe/iu,
  german: [
    /zip-?(?:archiv|datei|file)?(?!\p{L})|ausf(?:ü|ue)hrbar|datei(?:en)?(?!\p{L})|anh[äa]ng/iu,
    /dateianh|dateityp/iu,
  ],
  greek: /συνημμέν/iu,
  hungarian: /mellékl/iu,
  indonesian: /lampiran/iu,
  italian: /archivio|eseguibil|file allegat/iu,
  nordic: /bilag|vedlegg|bifogad/iu,
  polish: /wykonywaln/iu,
  portuguese: /execut[áa]ve|arquivo/iu,
  romanian: /ata[șs]ament/iu,
  russian: /исполняем|макрос/iu,
  spanish: /archivos?(?!\p{L})|ejecutable|archivo adjunt/iu,
  turkish: /ek dosya|eklenti/iu,
  ukrainian: /вкладен/iu,
  vietnamese: /tệp đính/iu,
  japanese: /添付/iu,
  korean: /첨부/iu,
});

/** How large something is; with what is too much, of a message. */
export const SIZE = stems(HOW_LARGE, {
  romance: /peso(?!\p{L})/iu,
  eastSlavic: /объ?ем письм/iu,
  dutch: /omvang/iu,
  finnish: /koko(?!\p{L})/iu,
  french: /poids/iu,
  german: /gewicht|groesse/iu,
  hungarian: /m[ée]ret/iu,
  italian: /dimension[ei]/iu,
  nordic: /st[øo]rrelse/iu,
  polish: /wielko[śs][ćc]/iu,
  romanian: /dimensiune/iu,
  arabic: /حجم/iu,
  hebrew: /גודל/iu,
  hindi: /आकार/iu,
  thai: /ขนาด/iu,
});
