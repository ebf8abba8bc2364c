import { anyOf, says } from './said.ts';

const TRIES_ON = says('triesOn');
/** Said of a failure, these would be untrue. */
const ONLY_WARNS = says('onlyWarns');
const DELAYED = says('delayed');
const GAVE_UP = says('gaveUp');

const GAVE_UP_FOR_GOOD = anyOf([
  /permanent(?:ly)? (?:error|fail|fatal)/,
  /\bgiven up\b/,
  /will not be retried/,
  /failed permanently/,
]);
const FINAL = anyOf([
  /permanent(?:ly)? (?:error|fail|fatal)/,
  /given up/,
  /giving up/,
  /will not be retried/,
  /no further (?:delivery )?attempts/,
  /failed permanently/,
  /could not be delivered/,
  /undeliverable/,
]);

/** Characters that are looked at: of the subject; of the text, where it is said at the beginning; of a text that gives up. */
const SUBJECT_LENGTH = 500;
const BEGINNING = 4000;
const SEEN = 8000;

/** Whether it only warns: the mail will be tried again. */
export function onlyWarns(subject: string, told: string): boolean {
  const head = told.slice(0, BEGINNING);
  if (DELAYED.test(subject.slice(0, SUBJECT_LENGTH))) return !/fail(?:ed|ure)/i.test(subject);
  if (ONLY_WARNS.test(head)) return !GAVE_UP_FOR_GOOD.test(head);
  return TRIES_ON.test(head) && !FINAL.test(head);
}

/** Whether the sending server gave up after trying for long. */
export const gaveUp = (text: string): boolean => GAVE_UP.test(text.slice(0, SEEN));
