import { defineWords } from '../words.ts';

/** Russian. */
export default defineWords({
  undelivered: [
    /ошибка доставки/, // delivery error
    /возврат письма/, // return of a letter
    /(?:письмо|сообщение) (?:возвращ|отклонен)/, // letter returned, refused
    /не (?:удается )?достав/, // cannot be delivered
    /недоставлен/, // undelivered
    /не (?:может|могло|удалось) (?:быть )?(?:доставить|доставлен|отправлен|отправить)/, // could not be delivered
  ],
  titles: [
    /не удалось/, // did not succeed
    /недоставк/, // non-delivery
  ],
  yours: [
    /письм/, // letter
    /сообщени/, // message
  ],
  failed: [
    /не (?:существует|найден|может)/, // does not exist, not found, cannot
    /переполнен/, // overfull
    /неизвест/, // unknown
    /отклон/, // refused
    /заблокир/, // blocked
    /переполн/, // overfull
    /заполн/, // filled
    /полон/, // full
    /слишком/, // too
    /не (?:был|удал|существ|принима|зарегистр)/, // was not, does not exist, is not accepted
    /невозмож/, // impossible
    /недейств/, // invalid
    /отключ/, // switched off
    /удал[её]н/, // deleted
    /превыш|закончил/, // exceeded, used up
    /закрыт|приостановлен|блокирован/, // closed, suspended, blocked
    /нет так|ошибочн/, // there is no such, wrong
    /не отвеча|безуспеш|ч[её]рн\S+ спис/, // does not respond, without success, block list
  ],
  reasonLabels: [
    /причина/, // reason
    /ошибка/, // error
  ],
  triesOn: [
    /будет повтор/, // there will be another attempt
    /задерж/, // delayed
    /попытк\S{1,4} (?:доставки )?(?:будут )?продолж/, // attempts will go on
  ],
  onlyWarns: [
    /только предупреждение/, // only a warning
  ],
  delayed: [
    /задерж/, // delayed
    /отложен/, // put off
  ],
  autoReplyTitles: [
    /автоответ/, // automatic answer
  ],
  autoReplies: [
    /автоматическ(?:ий ответ|ое уведомление)/, // automatic answer, automatic note
  ],
  gaveUp: [
    /(?:после|в течение) (?:нескольких|\d+) (?:попыток|дней|суток|часов)/, // after several attempts, for 5 days
  ],
  arrivalTitles: [
    /^доставлено:/, // delivered
  ],
  arrivals: [
    /доставлено/, // delivered
  ],
  sentOn: [
    /исходное сообщение/, // original message
    /пересылаемое сообщение/, // forwarded message
  ],
});
