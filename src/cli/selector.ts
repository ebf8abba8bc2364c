import { UserError } from '../core/errors.ts';
import { questionName } from '../net/question-name.ts';

/** A selector is one label of a name, or several (RFC 6376 §3.1); `s1._domainkey.example.com` is the whole name. */
export const isSelector = (typed: string): boolean =>
  questionName(typed) !== undefined &&
  /^[^\s@:/.]+(?:\.[^\s@:/.]+)*$/.test(typed) &&
  !/(?:^|\.)_domainkey(?:\.|$)/i.test(typed);

export function refuseNoSelector(typed: string): void {
  if (isSelector(typed)) return;
  throw new UserError(
    `\`${typed}\` is no DKIM selector`,
    'a selector is what stands behind s= in a DKIM-Signature, and before ._domainkey in DNS',
  );
}
