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
            /posta kutusu|kota|postafiók|kvóta|căsuț|cutia|postilaatik|γραμματοκιβώτιο|hộp thư/i,
            /kotak (?:surat|masuk)/i,
          ),
          /.{0,40}/i,
          /dolu|aşıldı|megtelt|tele\b|túllép|plin|depăș|täynnä|γεμάτο|đầy|penuh/i,
        ),
        /กล่องจดหมายเต็ม/i,
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        /hesap|kutusu|fiók|cont|tili|tilin|λογαριασμός|tài khoản|akun/i,
        /.{0,40}/i,
        oneOf(
          /devre dışı|kapatıl|askıya|letiltott|letiltva|megszűnt|dezactivat|suspendat|suljettu|poistettu/i,
          /απενεργοποι|bị khóa|vô hiệu|dinonaktifkan/i,
        ),
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        /(?:bilinmeyen|geçersiz) (?:kullanıcı|alıcı|adres|e-?posta)/i,
        /(?:kullanıcı|alıcı|hesap|adres|kişi).{0,40}(?:bulunamadı|yok|geçersiz|bilinmiyor)/i,
        /(?:ismeretlen|érvénytelen) (?:felhasználó|címzett|cím)/i,
        /(?:felhasználó|címzett|postafiók).{0,30}nem (?:létezik|található)/i,
        /(?:utilizator|destinatar|adres[aă]).{0,30}(?:necunoscut|inexistent|nu exist[aă])/i,
        /tuntematon (?:vastaanottaja|käyttäjä)/i,
        /(?:vastaanottaja|käyttäjä|osoite).{0,30}(?:ei ole|ei löydy|tuntematon)/i,
        /άγνωστος (?:χρήστης|παραλήπτης)|không (?:tìm thấy|tồn tại).{0,20}(?:người|địa chỉ)?/i,
        /ไม่พบ(?:ผู้ใช้|ที่อยู่|บัญชี)|(?:pengguna|penerima|alamat).{0,20}tidak (?:ditemukan|dikenal|ada)/i,
      ),
      'user-unknown',
    ],
    [
      oneOf(
        /(?:Δεν .{0,24}(?:εύρεση|βρέθηκε)|δεν υπάρχει).{0,30}(?:διεύθυνσ|χρήστη|παραλήπτη)/i,
        /(?:διεύθυνση|χρήστης|παραλήπτης).{0,20}δεν (?:βρέθηκε|υπάρχει)|למצוא את (?:כתובת|הנמען|המשתמש)/i,
        /(?:הכתובת|הנמען|המשתמש|כתובת).{0,20}(?:לא (?:נמצא|קיי?ם)|אינ[הו] קיי?[םמ])/i,
        /العثور على (?:عنوان|المستلم|المستخدم)|(?:العنوان|المستلم|المستخدم).{0,20}غير (?:موجود|معروف)/i,
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
