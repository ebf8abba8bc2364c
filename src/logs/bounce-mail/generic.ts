import { addressesIn, addressIn, sameAddress } from './address.ts';
import { headerOf, type MailContents } from './contents.ts';
import type { Failure } from './family.ts';
import { codesIn, oneLine, saysFailure, telling } from './reply.ts';
import { says } from './said.ts';

/** Recipients told by a text nobody knows. More are a list of something else. */
const MOST = 50;
const ROLES =
  /^(?:postmaster|abuse|support|help|helpdesk|info|mailer-daemon|noreply|no-reply|hostmaster|webmaster|admin)@/i;
const OF_SENDER =
  /(?:mail from|(?<!expanded )from|proveniente da|(?:inviat|spedit)[oa] da|mittente|(?:gesendet|(?:nachricht|mail)) von|de la part de|envoyé par|émetteur|enviad[oa] por|remitente|remetente|verzonden door|afzender|nadawc\p{L}*|отправител\p{L}*|message-?id|in-reply-to|references|sender|absender|expéditeur|contact|write to|mailto|reply|questions?|assistance)[^\n]{0,30}$/iu;
/** Said to be the recipient, it is, even where the notice went to the same address. */
const LABELLED =
  /(?:recipient(?:\(?s\)?)?|empfänger|destinataires?|destinatari[oi]s?|geadresseerde|получател[ья]|受信者|宛先|收件人|无法(?:发|投)送(?:到|至)|받는 ?사람|수신자)(?:\/[\w ]{1,12})?\s{0,4}[:：]\s{0,8}["'<[]{0,2}$/i;
const LABEL =
  /(?:reason|error(?: message)?|diagnostic(?: code)?|response|because|details?|grund|fehler(?:meldung)?|raison|erreur|motivo|causa|errore|motif|orsak|årsag|årsak|syy|powód|důvod|reden|oorzaak|sebep|důvod|dôvod|příčina|indok|hiba|motiv|priežastis|iemesls|põhjus|razlog|λόγος|αιτία|סיבה|السبب|علت|कारण|alasan|lý do|สาเหตุ|เหตุผล|причина|ошибка|помилка|원인|이유|사유|原因|退信原因|理由|エラー)\s*[:：]\s*(?<said>[^\n]{3,900}(?:\n[ \t]*[^\s-][^\n]{0,300}){0,8})/i;
const TEMPLATE =
  /^(?:\W*(?:(?:message|e-?mail|mail) )?(?:not delivered|undelivered|undeliverable|delivery (?:failed|failure))\W*$|an? (?:message|e-?mail|error) |this (?:is|message was|e-?mail)|recipients\. |following address|your (?:message|mail|e-?mail)|the (?:following|original)|sorry|unfortunately|hi\b|hello|dear|date:|subject:|to:|sent:|from:|received:|message-id:)/i;

/** Of long numbers; a number alone is a user of QQ, or of a mobile carrier. */
const MESSAGE_ID = /^(?!\d{6,13}@)[\w.+-]*\d{6,}[\w.+-]*@/;

const callsItUndelivered = says('undelivered');
const CODED = /[45]\d\d|[45]\.\d{1,2}\.\d/;
/** `---- Failure Reasons ----` announces the reason and is none. */
const HEADLINE = /^[ \t]*[-=*_#]{2,}[ \t]*[^-=*_#\n]{1,80}(?:[-=*_#]{2,}|:)[ \t]*$/;

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

const ENTRY = /^\s{0,12}<?(?<address>[^\s<>@"]{1,128}@[^\s<>@"]{1,255}?)[>:,]{0,2}(?:\s|$)/;
/**
 * What says most anywhere, for a recipient whose own reason does not stand there. In a list of recipients, a line that
 * begins with an address is about nobody else. Each text is searched twice at most, however many recipients it names.
 */
export function reasonsAnywhere(lines: readonly string[]): (address: string) => string {
  const entries = Map.groupBy(lines, (line) => ENTRY.exec(line)?.groups?.['address']?.toLowerCase());
  const [listed, rest] = [entries.size - (entries.has(undefined) ? 1 : 0), entries.get(undefined) ?? []];
  let [whole, unlisted]: [string?, string?] = [];
  return (address) => {
    const own = entries.get(address.toLowerCase());
    if (own === undefined || listed < 2) return (whole ??= mostTelling(lines));
    return mostTelling(own) || (unlisted ??= mostTelling(rest));
  };
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
    return !OF_SENDER.test(told.slice(Math.max(0, at - 60), at)) && !MESSAGE_ID.test(address);
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

/** The reason that stands beside this address; empty where none does. */
export const reasonBeside = (told: string, address: string, all: readonly string[]): string =>
  reasonNear(told.split('\n'), address, all);

/** Lines around an address that may tell the reason. */
const BELOW = 12;
const ABOVE = 3;

function reasonNear(lines: readonly string[], address: string, all: readonly string[]): string {
  const key = address.toLowerCase();
  const at = lines.findIndex((line) => line.toLowerCase().includes(key));
  if (at === -1) return '';
  const list = ENTRY.test(lines[at] ?? '');
  const isOther = (line: string): boolean =>
    (list && ENTRY.test(line) && !line.toLowerCase().includes(key)) ||
    all.some((one) => one !== address && line.toLowerCase().includes(one.toLowerCase()));
  const below = lines.slice(at + 1, at + 1 + BELOW);
  const stop = below.findIndex(isOther);
  const near = [lines[at] ?? '', ...(stop === -1 ? below : below.slice(0, stop))];
  const line = near[0] ?? '';
  const above = lines.slice(Math.max(0, at - ABOVE), at).filter((one) => !isOther(one));
  return (
    mostTelling(near) ||
    // `<anna@example.org>: …` tells the reason, in words of any language.
    oneLine(BEHIND.exec(line.slice(line.toLowerCase().indexOf(key) + key.length))?.groups?.['said'] ?? '') ||
    announced(above, near.slice(1)) ||
    mostTelling(above)
  );
}

const BEHIND = /^["'>)\]]{0,2}:[ \t]{1,8}(?<said>[^\n]{0,40}\p{L}{3}[^\n]{0,400})$/u;

/** Where help is to be had is no reason. */
const HELP =
  /^\W*(?:for (?:further|more) (?:assistance|information|help|details)|if you (?:do so|need|have|think|believe)|please )/i;

/** «Delivery to these has failed:», the address, and a sentence below it: that is why, in words of any language. */
function announced(above: readonly string[], below: readonly string[]): string {
  const told = above.findLast((line) => line.trim() !== '') ?? '';
  if (!/[:：]\s*$/.test(told) || !saysFailure(told)) return '';
  const first = below.findIndex((line) => line.trim() !== '');
  const line = below[first] ?? '';
  if (HELP.test(line)) return '';
  return /\p{L}{2}/u.test(line) && !/[:：]\s*$/.test(line) && !line.includes('@')
    ? oneLine([line, ...goingOn(below, first + 1)].join('\n'))
    : '';
}

/** The line, with what it goes on with, that says most about why; empty where none says anything. */
export function mostTelling(lines: readonly string[]): string {
  const labelled = LABEL.exec(lines.join('\n'))?.groups?.['said'] ?? '';
  // What stands behind «reason:» is one, in words of any language; a line that says more wins.
  let best = /\p{L}{3}/u.test(labelled) ? { line: labelled, worth: telling(labelled) + 2 } : undefined;
  for (const [at, line] of lines.entries()) {
    // `failed@` says nothing of a failure.
    const words = line.replaceAll(/[\w!#$%&'*+/=?^{|}~.-]{1,128}@[\w.-]{1,255}/g, '@');
    if (HEADLINE.test(line) || (!saysFailure(words) && !CODED.test(words))) continue;
    const saysOnlyThat = TEMPLATE.test(line.trim()) || (!CODED.test(words) && callsItUndelivered(words));
    const worth = saysOnlyThat ? telling(words) / 10 : telling(words);
    if (worth <= (best?.worth ?? 0)) continue;
    best = { line: [line, ...goingOn(lines, at + 1)].join('\n'), worth };
  }
  return oneLine(best?.line ?? '');
}

/** What Sendmail puts below the reason: that it goes on trying is none. */
const STILL_TRYING = /^\W*(?:Warning: message still undelivered|Will keep trying until)\b/i;

/** Lines that belong to the one before: as far as the paragraph goes. */
function goingOn(lines: readonly string[], from: number): string[] {
  const rest = lines.slice(from, from + BELOW);
  const end = rest.findIndex((line) => line.trim() === '' || STILL_TRYING.test(line));
  return (end === -1 ? rest : rest.slice(0, end)).filter((line) => !line.includes('--- '));
}
