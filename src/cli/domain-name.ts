import { UserError } from '../core/errors.ts';
import { questionName } from '../net/question-name.ts';

/** A domain as it was typed: lower case, A-labels. What nobody can mean as a domain is told to the user. */
export function domainName(typed: string): string {
  const name = questionName(typed.trim());
  if (name !== undefined && name !== '' && !/[\s/@:]/.test(name)) return name;
  throw new UserError(
    `\`${typed}\` is no domain name`,
    'a domain looks like example.com, without https:// and without a mailbox',
  );
}
