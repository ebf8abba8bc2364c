import type { ReplyClass } from './class.ts';
import { OF_ADDRESS } from './of-address.ts';

/** Whether an enhanced code that names a reason tells more than the words of the reply, which name another. */
export const outweighs = (sure: ReplyClass, said: ReplyClass, text: string): boolean =>
  saysLess(said, sure) && !isOfPolicy(said, sure, text);

/** Words of a house rule: «not allowed», «try again later». */
const VAGUE: ReadonlySet<ReplyClass> = new Set(['policy', 'system-error', 'protocol']);

/** «Invalid address» does not say whose; 5.1.7 and 5.1.8 do. A «timeout» may be one of many; 4.4.7 says it was the last. */
const saysLess = (said: ReplyClass, sure: ReplyClass): boolean =>
  VAGUE.has(said) ||
  (sure === 'sender-rejected' && OF_ADDRESS.has(said)) ||
  (sure === 'loop' && said === 'malformed') ||
  (sure === 'mailbox-full' && said === 'too-many-recipients') ||
  (sure === 'expired' && said === 'connection');

/** 5.1.1 and 5.2.1 are the default of filters, too: where policy is given as the reason, the address is not at fault. */
const isOfPolicy = (said: ReplyClass, sure: ReplyClass, text: string): boolean =>
  said === 'policy' && OF_ADDRESS.has(sure) && OF_POLICY.test(text);
const OF_POLICY =
  /(?:due to|because of|for|by|against|violat\w+|per|wegen|pour|por) (?:\w+ ){0,3}(?:polic|polit|r(?:i|e)chtlini|beleid)/i;
