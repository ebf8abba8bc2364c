import { anyOf, says } from './said.ts';

const triesOn = says('triesOn');
/** Said of a failure, these would be untrue. */
const surelyWarns = says('onlyWarns');
const isDelayed = says('delayed');
const saysGivenUp = says('gaveUp');

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
  if (isDelayed(subject.slice(0, SUBJECT_LENGTH))) return !/fail(?:ed|ure)/i.test(subject);
  if (surelyWarns(head)) return !GAVE_UP_FOR_GOOD.test(head);
  return triesOn(head) && !FINAL.test(head);
}

/** Whether the sending server gave up after trying for long. */
export const gaveUp = (text: string): boolean => saysGivenUp(text.slice(0, SEEN));
