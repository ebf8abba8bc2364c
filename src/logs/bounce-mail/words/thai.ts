import { defineWords } from '../words.ts';

/** Thai. */
export default defineWords({
  undelivered: [
    /ไม่สามารถส่ง/, // could not be sent
  ],
  titles: [
    /ส่งไม่/, // not sent
  ],
  failed: [
    /ไม่สามารถ/, // cannot
    /ไม่พบ/, // not found
    /เต็ม/, // full
  ],
  reasonLabels: [
    /สาเหตุ/, // cause
    /เหตุผล/, // reason
  ],
  autoReplies: [
    /ตอบกลับอัตโนมัติ/, // automatic answer
  ],
});
