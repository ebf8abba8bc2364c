import { defineWords } from '../words.ts';

/** Thai. */
export default defineWords({
  titles: [
    /ไม่สามารถส่ง/, // could not be sent
    /ส่งไม่/, // not sent
  ],
  failed: [
    /ไม่สามารถ/, // cannot
    /ไม่พบ/, // not found
    /เต็ม/, // full
  ],
  autoReplies: [
    /ตอบกลับอัตโนมัติ/, // automatic answer
  ],
});
