import { defineWords } from '../words.ts';

/** Arabic and Persian. */
export default defineWords({
  undelivered: [
    /(?:غير قابل|لا يمكن|فشل)\s?(?:لل|ال)?تسليم/, // undeliverable, delivery failed
    /تحویل داده نشد/, // Persian: was not delivered
    /(?:لم يتم|فشل)[^\n]{0,20}(?:تسليم|إرسال)/, // not delivered, not sent
  ],
  titles: [
    /تعذر/, // was not possible
  ],
  yours: [
    /رسال/, // message
    /پیام/, // Persian: message
  ],
  failed: [
    /تعذر/, // was not possible
    /لم يتم/, // was not done
    /غير (?:موجود|معروف|صالح)/, // not found, unknown, invalid
    /ممتلئ/, // full
    /فشل/, // failed
    /مرفوض/, // refused
    /نشد/, // Persian: was not
    /معطل|محظور|موقوف|مغلق/, // switched off, blocked, suspended, closed
    /تجاوز/, // exceeded
    /یافت نشد|وجود ندارد/, // Persian: was not found, does not exist
  ],
  reasonLabels: [
    /السبب/, // reason
    /علت/, // Persian: reason
  ],
  autoReplies: [
    /رد تلقائي/, // automatic answer
  ],
});
