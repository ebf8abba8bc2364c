import { defineWords } from '../words.ts';

/** Ukrainian. */
export default defineWords({
  undelivered: [
    /помилка доставки/, // delivery error
    /повернення листа/, // return of a letter
    /не (?:вдалося|може|можна) (?:бути )?(?:доставити|доставлен|надіслати)/, // could not be delivered
  ],
  titles: [
    /не вдалося/, // did not succeed
    /доставити/, // to deliver
  ],
  yours: [
    /повідомлен/, // message
  ],
  failed: [
    /не (?:вдалося|знайдено|існує|удалось|доставлен|принят)/, // did not succeed, not found, does not exist; some Russian
    /не (?:знайден|існу|може)/, // not found, does not exist, cannot
    /надто/, // too
    /перевищ|переповн/, // exceeded, overfull
    /заблокован|відключен|видален/, // blocked, switched off, deleted
    /немає|відхилен|невідом/, // there is no, refused, unknown
  ],
  reasonLabels: [
    /причина/, // reason
    /помилка/, // error
  ],
  autoReplies: [
    /автоматична відповідь/, // automatic answer
  ],
});
