import { defineWords } from '../words.ts';

/** Vietnamese. */
export default defineWords({
  undelivered: [
    /không (?:gửi|chuyển|giao) được/, // not sent, not handed over
    /không (?:thể )?gửi/, // could not be sent
  ],
  yours: [
    /thư /, // letter
  ],
  failed: [
    /không (?:thể|tồn tại|tìm thấy)/, // cannot, does not exist, not found
    /thất bại/, // failed
    /đã đầy/, // is full
    /bị (?:khóa|từ chối|chặn)|vô hiệu/, // locked, refused, blocked, invalid
    /vượt quá/, // exceeded
  ],
  reasonLabels: [
    /lý do/, // reason
  ],
  autoReplies: [
    /trả lời tự động/, // automatic answer
  ],
});
