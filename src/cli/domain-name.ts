import { UserError } from '../core/errors.ts';
import { questionName } from '../net/question-name.ts';
import { parseIp } from '../protocols/ip.ts';

/** Labels below which records about mail stand: names with them are no domains that anybody writes mail from. */
const RECORD_LABELS: ReadonlySet<string> = new Set([
  '_dmarc',
  '_domainkey',
  '_mta-sts',
  '_smtp',
  '_tls',
  '_bimi',
  '_tcp',
] as const);

/** The domain a text names; undefined where nobody can mean one. */
export function domainNameIn(typed: string): string | undefined {
  const name = nameIn(typed);
  return name === undefined || parseIp(name) !== undefined || domainOf(name) !== name ? undefined : name;
}

/** A domain as it was typed: lower case, A-labels. What nobody can mean as a domain is told to the user. */
export function domainName(typed: string): string {
  const domain = domainNameIn(typed);
  if (domain !== undefined) return domain;
  const name = nameIn(typed);
  const address = typed.trim().replaceAll(/^\[|[\].]$/g, '');
  if (parseIp(address) !== undefined)
    throw new UserError(
      `\`${typed}\` is an address, and no domain name`,
      'addresses are looked at together with the domain whose mail leaves from them',
      `give the domain, and \`--ip ${address}\` beside it`,
    );
  const meant = name === undefined ? '' : domainOf(name);
  if (meant !== '')
    throw new UserError(
      `\`${typed}\` is a name for records of a domain, and no domain that mail comes from`,
      undefined,
      `give the domain itself: ${meant}`,
    );
  throw new UserError(
    `\`${typed}\` is no domain name`,
    'a domain looks like example.com, without https:// and without a mailbox',
  );
}

function nameIn(typed: string): string | undefined {
  const name = questionName(typed.trim());
  return name === undefined || name === '' || /[\s/@:[\]]/.test(name) ? undefined : name;
}

/** Without a wildcard, and without all up to the last label that only records have: `s1._domainkey.example.com`. */
function domainOf(name: string): string {
  const labels = name.split('.');
  const last = labels.findLastIndex((label) => label === '*' || RECORD_LABELS.has(label));
  return labels.slice(last + 1).join('.');
}
