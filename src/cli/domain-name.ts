import { UserError } from '../core/errors.ts';
import { questionName } from '../net/question-name.ts';

/** The domain a text names; undefined where nobody can mean one. */
export function domainNameIn(typed: string): string | undefined {
  const name = questionName(typed.trim());
  return name === undefined || name === '' || /[\s/@:]/.test(name) ? undefined : name;
}

/** A domain as it was typed: lower case, A-labels. What nobody can mean as a domain is told to the user. */
export function domainName(typed: string): string {
  const name = domainNameIn(typed);
  if (name !== undefined) return name;
  throw new UserError(
    `\`${typed}\` is no domain name`,
    'a domain looks like example.com, without https:// and without a mailbox',
  );
}
