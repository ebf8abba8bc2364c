import { ENGLISH } from '../english.ts';
import { defineRules } from '../rule.ts';

/** Turkish, Hungarian, Romanian, Finnish, Greek, Hebrew, Arabic, Vietnamese, Thai and Indonesian. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [/tidak (?:memiliki|dapat menemukan|ditemukan).{0,20}(?:MX|host|domain)/i, 'domain-unknown'],
    [
      /(?:posta kutusu|kota|postafiók|kvóta|căsuț|cutia|postilaatik|γραμματοκιβώτιο|hộp thư|kotak (?:surat|masuk)).{0,40}(?:dolu|aşıldı|megtelt|tele\b|túllép|plin|depăș|täynnä|γεμάτο|đầy|penuh)|กล่องจดหมายเต็ม/i,
      'mailbox-full',
    ],
    [
      /(?:hesap|kutusu|fiók|cont|tili|tilin|λογαριασμός|tài khoản|akun).{0,40}(?:devre dışı|kapatıl|askıya|letiltott|letiltva|megszűnt|dezactivat|suspendat|suljettu|poistettu|απενεργοποι|bị khóa|vô hiệu|dinonaktifkan)/i,
      'mailbox-disabled',
    ],
    [
      /(?:bilinmeyen|geçersiz) (?:kullanıcı|alıcı|adres|e-?posta)|(?:kullanıcı|alıcı|hesap|adres|kişi).{0,40}(?:bulunamadı|yok|geçersiz|bilinmiyor)|(?:ismeretlen|érvénytelen) (?:felhasználó|címzett|cím)|(?:felhasználó|címzett|postafiók).{0,30}nem (?:létezik|található)|(?:utilizator|destinatar|adres[aă]).{0,30}(?:necunoscut|inexistent|nu exist[aă])|tuntematon (?:vastaanottaja|käyttäjä)|(?:vastaanottaja|käyttäjä|osoite).{0,30}(?:ei ole|ei löydy|tuntematon)|άγνωστος (?:χρήστης|παραλήπτης)|không (?:tìm thấy|tồn tại).{0,20}(?:người|địa chỉ)?|ไม่พบ(?:ผู้ใช้|ที่อยู่|บัญชี)|(?:pengguna|penerima|alamat).{0,20}tidak (?:ditemukan|dikenal|ada)/i,
      'user-unknown',
    ],
    [
      /(?:Δεν .{0,24}(?:εύρεση|βρέθηκε)|δεν υπάρχει).{0,30}(?:διεύθυνσ|χρήστη|παραλήπτη)|(?:διεύθυνση|χρήστης|παραλήπτης).{0,20}δεν (?:βρέθηκε|υπάρχει)|למצוא את (?:כתובת|הנמען|המשתמש)|(?:הכתובת|הנמען|המשתמש|כתובת).{0,20}(?:לא (?:נמצא|קיי?ם)|אינ[הו] קיי?[םמ])|العثور على (?:عنوان|المستلم|المستخدم)|(?:العنوان|المستلم|المستخدم).{0,20}غير (?:موجود|معروف)/i,
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
