import { addressesIn, addressIn, sameAddress } from './address.ts';
import { headerOf, type MailContents } from './contents.ts';
import type { Failure } from './family.ts';
import { mostTelling, reasonNear, reasonsAnywhere } from './reasons.ts';
import { codesIn } from './reply.ts';

/** Recipients told by a text nobody knows. More are a list of something else. */
const MOST = 50;
const ROLES =
  /^(?:postmaster|abuse|support|help|helpdesk|info|mailer-daemon|noreply|no-reply|hostmaster|webmaster|admin)@/i;
const OF_SENDER =
  /(?:mail from|(?<!expanded )from|proveniente da|(?:inviat|spedit)[oa] da|mittente|(?:gesendet|(?:nachricht|mail)) von|de la part de|envoyé par|émetteur|enviad[oa] por|remitente|remetente|verzonden door|afzender|nadawc\p{L}*|отправител\p{L}*|message-?id|in-reply-to|references|sender|absender|expéditeur|contact|write to|mailto|reply|questions?|assistance)[^\n]{0,30}$/iu;
/** Said to be the recipient, it is, even where the notice went to the same address. */
const LABELLED =
  /(?:recipient(?:\(?s\)?)?|empfänger|destinataires?|destinatari[oi]s?|geadresseerde|получател[ья]|受信者|宛先|收件人|无法(?:发|投)送(?:到|至)|받는 ?사람|수신자)(?:\/[\w ]{1,12})?\s{0,4}[:：]\s{0,8}["'<[]{0,2}$/i;
/** `Message <offer-1@news.example.com> to anna@example.org is delayed`. */
const NAMES_MESSAGE = /\bmessage\s?<$/i;
/** Of long numbers; a number alone is a user of QQ, or of a mobile carrier. */
const MESSAGE_ID = /^(?!\d{6,13}@)[\w.+-]*\d{6,}[\w.+-]*@/;

/**
 * A bounce in words that no family knows: the addresses it names that are neither the sender's nor a helpdesk's, and beside
 * each of them the line that tells most of a failure.
 */
export function readGeneric(mail: MailContents, told: string, expected: readonly string[]): Failure[] {
  const recipients = recipientsIn(mail, told, expected);
  const lines = told.split('\n');
  const anywhere = reasonsAnywhere(lines);
  if (recipients.length === 0) {
    const best = mostTelling(lines);
    return best === '' ? [] : [{ reason: best }];
  }
  return recipients.map((address) => ({
    address,
    reason: reasonNear(lines, address, recipients) || anywhere(address),
  }));
}

/** Those a header names as failed; else those in the text, the ones that the message was for before all others. */
function recipientsIn(mail: MailContents, told: string, expected: readonly string[]): readonly string[] {
  const failed = failedRecipients(mail);
  if (failed.length > 0) return failed;
  const inFields = (names: readonly string[]): string[] =>
    names.flatMap((name) => addressIn(headerOf(mail, name) ?? '') ?? []);
  const own = inFields(['from', 'to', 'sender', 'reply-to', 'return-path']);
  // Mostly the mailbox that bounces go to; some gateways leave the failed recipient's there.
  const unlikely = inFields(['delivered-to', 'x-original-to']);
  const isExpected = (address: string): boolean => expected.some((one) => sameAddress(one, address));
  const inText = addressesIn(told);
  const labelled = inText.filter(({ at }) => LABELLED.test(told.slice(Math.max(0, at - 60), at)));
  const all = (labelled.length > 0 ? withRest(told, labelled, inText) : inText).filter((one) => {
    const { address, at } = one;
    if (isExpected(address) || labelled.includes(one)) return true;
    if (own.some((mine) => sameAddress(mine, address))) return false;
    const before = told.slice(Math.max(0, at - 60), at);
    return !OF_SENDER.test(before) && !NAMES_MESSAGE.test(before) && !MESSAGE_ID.test(address);
  });
  const people = all.filter(({ address }) => isExpected(address) || !ROLES.test(address));
  const refused = people.length > 0 ? people : all.filter((one) => isRefused(told, one));
  const named =
    refused.length > 0
      ? refused
      : inSubject(mail).filter(({ address }) => !own.some((one) => sameAddress(one, address)));
  const unique = [...new Map(named.map(({ address }) => [address.toLowerCase(), address])).values()];
  const likely = unique.filter((address) => !unlikely.some((one) => sameAddress(one, address)));
  const wanted = unique.filter(isExpected);
  return (wanted.length > 0 ? wanted : likely.length > 0 ? likely : unique).slice(0, MOST);
}

type Found = ReturnType<typeof addressesIn>[number];

/** A list of recipients is labelled once: those that begin a line below one that does belong to it. */
function withRest(told: string, labelled: readonly Found[], inText: readonly Found[]): readonly Found[] {
  const first = labelled.find((one) => beginsLine(told, one));
  if (first === undefined) return labelled;
  return inText.filter((one) => labelled.includes(one) || (one.at > first.at && beginsLine(told, one)));
}

const beginsLine = (told: string, { at, end }: Found): boolean =>
  /^[ \t]*(?:[-*•·][ \t]*)?["'<[]?$/.test(told.slice(told.lastIndexOf('\n', at) + 1, at)) &&
  /^["'>\]]?[ \t]*(?:[:：(–-]|\n|$)/.test(told.slice(end, end + 10));

/** `550 5.1.1 unknown: info@example.org`: a role's address beside a reply is no helpdesk's. */
function isRefused(told: string, { at }: { readonly at: number }): boolean {
  const line = told.slice(told.lastIndexOf('\n', at) + 1, at);
  return codesIn(line).code !== undefined;
}

/** `Quota exceeded for user anna@example.org`: a subject that ends in whom it is about. */
const inSubject = (mail: MailContents): ReturnType<typeof addressesIn> => {
  const subject = (headerOf(mail, 'subject') ?? '').slice(0, SUBJECT_LENGTH);
  return addressesIn(subject).filter(
    ({ at, end }) => /^[>)\]'"\s.]*$/.test(subject.slice(end)) && !OF_SENDER.test(subject.slice(0, at)),
  );
};
const SUBJECT_LENGTH = 500;

/** What Exim, Gmail and others say in a field of their own. */
export const failedRecipients = (mail: MailContents): string[] => [
  ...new Set(
    mail.fields
      .filter(({ name }) => name === 'x-failed-recipients' || name === 'x-bounced-address')
      .flatMap(({ value }) => addressesIn(value).map(({ address }) => address)),
  ),
];
