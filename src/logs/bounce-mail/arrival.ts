import { says } from './said.ts';

const SUBJECT = says('arrivalTitles');
const ARRIVED = says('arrivals');
const NOT =
  /\b(?:not|could|never|nicht|pas|no|non|niet|ikke|inte)\b|n['’]t\b|não |не |fail|undeliver|unable|reject|refus|delay|(?:^|\s)[45]\d\d[\s-]/iu;
/** Characters of the text that are looked at: what became of a message is said at its beginning. */
const SEEN = 4000;

/** Whether it is a note that a message got there, as some ask for: no failure and no delay is told in it. */
export const tellsArrival = (subject: string, told: string): boolean =>
  SUBJECT.test(subject) && !NOT.test(subject) && ARRIVED.test(told) && !NOT.test(told.slice(0, SEEN));
