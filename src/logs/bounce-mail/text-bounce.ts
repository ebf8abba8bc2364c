import type { MailField } from '../../mail/header.ts';
import type { MailContents } from './contents.ts';
import gateways from './families/gateways.ts';
import groupware from './families/groupware.ts';
import lists from './families/lists.ts';
import japan from './families/japan.ts';
import microsoft from './families/microsoft.ts';
import providers from './families/providers.ts';
import unix from './families/unix.ts';
import type { Failure, Family } from './family.ts';
import { speaksOfYours } from './own-message.ts';
import { failedRecipients, readGeneric } from './generic.ts';
import { reasonsAnywhere } from './reasons.ts';
import { readListed } from './listed.ts';
import { codesIn, telling } from './reply.ts';
import { bounceSigns, isAdministrative } from './signals.ts';
import { cutReturned, returnedHeader, returnedRecipients } from './returned.ts';
import { recipientInReturnPath } from './return-path.ts';
import { sentOnText } from './sent-on.ts';
import { toldText } from './told-text.ts';
import { wholeAddress } from './whole-address.ts';

/** Those with words of their own first; the widespread words last. */
const FAMILIES: readonly Family[] = [
  ...lists,
  ...japan,
  ...gateways,
  ...providers,
  ...groupware,
  ...microsoft,
  ...unix,
];

/** What a mail says to people about mail that failed. */
export interface TextBounce {
  readonly told: string;
  readonly returned: readonly MailField[];
  readonly failures: readonly Failure[];
  /** Whether the words are known ones. */
  readonly known: boolean;
  /** The reason in a word, where the words come in any language. */
  readonly means?: string;
}

export function readTextBounce(mail: MailContents): TextBounce {
  const text = toldText(mail);
  const { told, returned: below } = cutReturned(sentOnText(mail, text) ?? text);
  const returned = returnedHeader(mail, below);
  const expected = returnedRecipients(returned);
  const families = (isAdministrative(mail) ? lists : FAMILIES).filter(({ says }) => says.test(told));
  const readings = families.map((family) => ('read' in family ? family.read(told, mail) : readListed(told, family)));
  const means = families.find((family) => family.means !== undefined)?.means;
  const best = readings.toSorted((a, b) => worth(b) - worth(a))[0] ?? [];
  const addressed = best.some(({ address }) => address !== undefined);
  // A family may know where the reason stands, and not find the recipient.
  const failures = addressed
    ? best
    : readGeneric(mail, told, expected).map((one) => ({ ...one, reason: best[0]?.reason || one.reason }));
  return {
    told,
    returned,
    known: families.length > 0,
    failures: completed(failures, { mail, told, expected, known: best.length > 0 }),
    ...(means === undefined ? {} : { means }),
  };
}

/** Sender and subject both say that it is a bounce. */
const SURE = 0.8;

/** Recipients that are told with a reason count most. */
const worth = (failures: readonly Failure[]): number =>
  failures.filter(({ address }) => address !== undefined).length +
  failures.reduce((sum, { address, reason }) => sum + (address === undefined ? 0.1 : 1) * telling(reason), 0) /
    Math.max(failures.length, 1);

/** With the recipients that only headers tell, and the reasons that stand somewhere else in the text. */
function completed(
  failures: readonly Failure[],
  about: {
    readonly mail: MailContents;
    readonly told: string;
    readonly expected: readonly string[];
    readonly known: boolean;
  },
): Failure[] {
  const { mail, told, expected } = about;
  const failed = failedRecipients(mail);
  const verp = failed.length > 0 ? undefined : recipientInReturnPath(mail);
  const named = failed.length > 0 ? failed : verp !== undefined ? [verp] : expected.length === 1 ? expected : [];
  const known = failures.flatMap(({ address, reason }) => {
    const whole = address === undefined ? undefined : wholeAddress(address, mail, expected);
    return whole === undefined ? [] : [{ address: whole, reason }];
  });
  // Words of any language count where a reason stands; that a colon follows means that it stands further below.
  const says = (reason: string): boolean =>
    /[:：]\s*$/.test(reason) ? codesIn(reason).code !== undefined : telling(reason) > 0 || /\p{L}{3}/u.test(reason);
  const anywhere = reasonsAnywhere(told.split('\n'));
  const reasonOf = (reason: string, address: string): string => (says(reason) ? reason : anywhere(address) || reason);
  const [first] = failures;
  if (known.length === 0 && named.length > 0)
    return named.map((address) => ({ address, reason: reasonOf(first?.reason ?? '', address) }));
  // A server's own words without an address (Exchange calls people by name): that it bounced, and why, is known.
  if (known.length === 0)
    return (about.known || (bounceSigns(mail) >= SURE && speaksOfYours(told))) &&
      first !== undefined &&
      says(first.reason)
      ? [{ reason: first.reason }]
      : [];
  const unique = new Map<string, Required<Failure>>();
  for (const one of known) {
    const key = one.address.toLowerCase();
    if (!unique.has(key)) unique.set(key, one);
  }
  return [...unique.values()].map(({ address, reason }) => ({ address, reason: reasonOf(reason, address) }));
}
