import { defineWords } from '../words.ts';

/** Hebrew. */
export default defineWords({
  undelivered: [
    /לא ניתן (?:למסירה|למסור)/, // cannot be delivered
  ],
  titles: [
    /לא נמסרה/, // was not delivered
  ],
  failed: [
    /לא (?:נמסרה|נמצא|קיים)/, // not delivered, not found, does not exist
    /נכשל/, // failed
  ],
  autoReplies: [
    /תשובה אוטומטית/, // automatic answer
  ],
});
