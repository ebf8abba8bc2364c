import { ENGLISH } from '../english.ts';
import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Turkish, Hungarian, Romanian, Finnish, Greek, Hebrew, Arabic, Vietnamese, Thai and Indonesian. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [/tidak (?:memiliki|dapat menemukan|ditemukan).{0,20}(?:MX|host|domain)/i, 'domain-unknown'],
    [
      oneOf(
        inTurn(
          oneOf(
            /posta kutusu|kota/i, // Turkish
            /postafiók|kvóta/i, // Hungarian
            /căsuț|cutia/i, // Romanian
            /postilaatik/i, // Finnish
            /γραμματοκιβώτιο/i, // Greek
            /hộp thư/i, // Vietnamese
            /kotak (?:surat|masuk)/i, // Indonesian
          ),
          /.{0,40}/i,
          oneOf(
            /dolu|aşıldı/i, // Turkish
            /megtelt|tele\b|túllép/i, // Hungarian
            /plin|depăș/i, // Romanian
            /täynnä/i, // Finnish
            /γεμάτο/i, // Greek
            /đầy/i, // Vietnamese
            /penuh/i, // Indonesian
          ),
        ),
        /กล่องจดหมายเต็ม/i,
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        oneOf(
          /hesap|kutusu/i, // Turkish
          /fiók/i, // Hungarian
          /cont/i, // Romanian
          /tili|tilin/i, // Finnish
          /λογαριασμός/i, // Greek
          /tài khoản/i, // Vietnamese
          /akun/i, // Indonesian
        ),
        /.{0,40}/i,
        oneOf(
          /devre dışı|kapatıl|askıya/i, // Turkish
          /letiltott|letiltva|megszűnt/i, // Hungarian
          /dezactivat|suspendat/i, // Romanian
          /suljettu|poistettu/i, // Finnish
          /απενεργοποι/i, // Greek
          /bị khóa|vô hiệu/i, // Vietnamese
          /dinonaktifkan/i, // Indonesian
        ),
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        /(?:bilinmeyen|geçersiz) (?:kullanıcı|alıcı|adres|e-?posta)/i, // Turkish
        /(?:kullanıcı|alıcı|hesap|adres|kişi).{0,40}(?:bulunamadı|yok|geçersiz|bilinmiyor)/i,
        /(?:ismeretlen|érvénytelen) (?:felhasználó|címzett|cím)/i, // Hungarian
        /(?:felhasználó|címzett|postafiók).{0,30}nem (?:létezik|található)/i,
        /(?:utilizator|destinatar|adres[aă]).{0,30}(?:necunoscut|inexistent|nu exist[aă])/i, // Romanian
        /tuntematon (?:vastaanottaja|käyttäjä)/i, // Finnish
        /(?:vastaanottaja|käyttäjä|osoite).{0,30}(?:ei ole|ei löydy|tuntematon)/i,
        /άγνωστος (?:χρήστης|παραλήπτης)/i, // Greek
        /không (?:tìm thấy|tồn tại).{0,20}(?:người|địa chỉ)?/i, // Vietnamese
        /ไม่พบ(?:ผู้ใช้|ที่อยู่|บัญชี)/i, // Thai
        /(?:pengguna|penerima|alamat).{0,20}tidak (?:ditemukan|dikenal|ada)/i, // Indonesian
      ),
      'user-unknown',
    ],
    [
      oneOf(
        /(?:Δεν .{0,24}(?:εύρεση|βρέθηκε)|δεν υπάρχει).{0,30}(?:διεύθυνσ|χρήστη|παραλήπτη)/i, // Greek
        /(?:διεύθυνση|χρήστης|παραλήπτης).{0,20}δεν (?:βρέθηκε|υπάρχει)/i,
        /למצוא את (?:כתובת|הנמען|המשתמש)/i, // Hebrew
        /(?:הכתובת|הנמען|המשתמש|כתובת).{0,20}(?:לא (?:נמצא|קיי?ם)|אינ[הו] קיי?[םמ])/i,
        /العثور على (?:عنوان|المستلم|المستخدم)/i, // Arabic
        /(?:العنوان|المستلم|المستخدم).{0,20}غير (?:موجود|معروف)/i,
      ),
      'user-unknown',
    ],
    [/röle.{0,20}(?:reddedildi|izin)/i, 'relaying-denied'],
    [/(?:çok fazla|túl sok|prea multe|liian monta|quá nhiều|terlalu banyak)/i, 'rate-limited'],
    [
      /(?:ileti|mesaj|üzenet|viesti|thư|pesan).{0,30}(?:çok büyük|túl nagy|prea mare|liian suuri|quá lớn|terlalu besar)/i,
      'message-too-large',
    ],
    [/\bspam|kéretlen|roskaposti|thư rác/i, 'spam-content'],
    [
      /\bIP\b.{0,40}(?:kara liste|engellen|feketelist|tiltólist|lista neagr|mustalla listalla|danh sách đen)/i,
      'ip-blocked',
    ],
    [/bağlantı kurulamı|nem sikerült kapcsol|yhteyttä ei/i, 'connection'],
  ],
  sources: [{ url: 'https://backlink.name/blog/smtp-550-hata-kodu-ayrintilari', checked: '2026-11' }],
});
