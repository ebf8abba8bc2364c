import { defineWords } from '../words.ts';

/** Hebrew. */
export default defineWords({
  undelivered: [
    /לא ניתן (?:למסירה|למסור)/, // cannot be delivered
    /לא נמסרה/, // was not delivered
  ],
  yours: [
    /הודע/, // message
  ],
  failed: [
    /לא (?:נמסרה|נמצא|קיים)/, // not delivered, not found, does not exist
    /נכשל/, // failed
    /חסומ|מושבת|נדח/, // blocked, switched off, refused
    /מלא/, // full
    /אינו (?:קיים|מוכר)|אינה/, // does not exist
  ],
  reasonLabels: [
    /סיבה/, // reason
  ],
  autoReplies: [
    /תשובה אוטומטית/, // automatic answer
  ],
});
