import { defineWords } from '../words.ts';

/** Thai. */
export default defineWords({
  undelivered: [
    /ไม่สามารถส่ง/, // could not be sent
  ],
  titles: [
    /ส่งไม่/, // not sent
  ],
  yours: [
    /อีเมล/, // e-mail
  ],
  failed: [
    /ไม่สามารถ/, // cannot
    /ไม่พบ/, // not found
    /เต็ม/, // full
    /ถูก(?:ปฏิเสธ|ระงับ|ปิด)|ไม่มี/, // refused, suspended, closed, there is no
    /เกิน/, // exceeded
  ],
  reasonLabels: [
    /สาเหตุ/, // cause
    /เหตุผล/, // reason
  ],
  autoReplies: [
    /ตอบกลับอัตโนมัติ/, // automatic answer
  ],
});
