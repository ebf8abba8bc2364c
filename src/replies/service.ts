import type { ReplyClass } from './class.ts';
import { serviceWords } from './rules/services.ts';

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/**
 * What a sending service calls it. A word may come with its kind (`Permanent/NoEmail`, `hard.bad_mailbox`): the whole is
 * looked up first, then its parts from the special to the general.
 */
export function serviceClass(espClass: string): ReplyClass | undefined {
  const whole = serviceWords.get(plain(espClass));
  if (whole !== undefined) return whole;
  const parts = espClass.split(/[/:.,;()|>]+|\s-\s/);
  return parts
    .toReversed()
    .map((part) => serviceWords.get(plain(part)))
    .find((found) => found !== undefined);
}
