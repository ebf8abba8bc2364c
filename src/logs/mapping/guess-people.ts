import { plainName } from './columns.ts';
import { nameScore } from './guess-names.ts';
import * as is from './guess-sample.ts';
import { type Guessing, HALF, MOST_OF, shown } from './guessing.ts';

/** By its name; where names tell nothing, the column with the most different addresses. */
export function guessedRecipient(guessing: Guessing): string | undefined {
  const { columns, taken, told, doubt } = guessing;
  const addresses = columns.filter((column) => !taken.has(column.name) && is.share(column, is.isAddresses) >= MOST_OF);
  const scored = addresses
    .map((column) => {
      const sender = Math.max(nameScore('from', column.called), nameScore('envelopeFrom', column.called));
      const own = nameScore('recipient', column.called);
      const id = nameScore('messageId', column.called);
      return { column, score: sender > own || id > own || NOBODY_WRITTEN_TO.test(plainName(column.called)) ? -1 : own };
    })
    // What most rows share is somebody who writes, whatever the column is called.
    .map((one, _, all) => ({ ...one, score: one.score - (isShared(one.column, all) ? SHARED : 0) }))
    // A sender, or the id of a message, has the look of an address, too.
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score || b.column.counts.size - a.column.counts.size);
  const [likeliest] = scored;
  const first = likeliest !== undefined && likeliest.score > 0 ? likeliest : (surelyCalled(guessing) ?? likeliest);
  if (first === undefined) return guessedPseudonym(guessing);
  const { column, score } = first;
  told('recipient', `\`${column.name}\` holds addresses, like \`${shown(column.values[0])}\``);
  if (score <= 0) doubt(`recipient: nothing in the name \`${column.name}\` says that these are recipients`);
  return column.name;
}

/** Whose it is, and who did it. */
const NOBODY_WRITTEN_TO =
  /^(?:owner|assignee|assigned(?:to|by)?|creat(?:or|edby)|updatedby|manager|approv(?:er|edby)|agent|org|operator|bearbeiter|ersteller|verantwortlich\w*)(?:e?mail(?:address)?)?$/;

/** A column that is surely called after recipients, of which some cannot be delivered to: `ann.example.net`. */
function surelyCalled({
  columns,
  taken,
}: Guessing): { readonly column: is.SampledColumn; readonly score: number } | undefined {
  return columns
    .filter((column) => !taken.has(column.name) && is.share(column, is.isAddresses) >= HALF)
    .map((column) => ({ column, score: nameScore('recipient', column.called) }))
    .find(({ score }) => score >= SURE_NAME);
}

/** Fewer different addresses than half of those another column of recipients has, by its name. */
const isShared = (
  column: is.SampledColumn,
  all: readonly { readonly column: is.SampledColumn; readonly score: number }[],
): boolean =>
  all.some(
    (other) =>
      other.column !== column && other.score >= HALF_NAME && column.counts.size < other.column.counts.size * FEWER,
  );
const SHARED = 0.35;
const HALF_NAME = 0.4;

/** Of two columns of addresses the one that repeats them is the sender’s, unless its name says something else. */
export function guessedSender({ columns, taken }: Guessing, recipient: string): is.SampledColumn | undefined {
  const recipients = columns.find(({ name }) => name === recipient)?.counts.size ?? 0;
  return columns.find(
    (column) =>
      !taken.has(column.name) &&
      column.filled >= MOST_OF &&
      column.counts.size <= recipients * FEWER &&
      is.share(column, is.isAddress) === 1 &&
      nameScore('messageId', column.called) === 0 &&
      nameScore('recipient', column.called) < SURE_NAME &&
      !NOBODY_WHO_SENDS.test(plainName(column.called)),
  );
}
const FEWER = 0.5;
/** Those who get copies and answers, and whose customers they are. */
const NOBODY_WHO_SENDS =
  /replyto|antwortan|^b?cc$|copy|owner|assign|manager|approv|contact|customer|sentby|createdby|benutzer|bearbeiter/;

/** Where a source hides whom it was for, an id stands in their place. */
function guessedPseudonym({ columns, taken, told, doubt }: Guessing): string | undefined {
  const [column] = columns
    .filter(({ name, called, counts }) => !taken.has(name) && counts.size > 1 && pseudonymScore(called) >= SURE_NAME)
    .toSorted((a, b) => pseudonymScore(b.called) - pseudonymScore(a.called));
  if (column === undefined || isCount(column)) return undefined;
  if (is.share(column, isTelephone) >= MOST_OF) {
    doubt(`recipient: \`${column.name}\` holds telephone numbers: these are text messages, and no mails`);
    return undefined;
  }
  if (is.share(column, (value) => !/\s/.test(value)) < MOST_OF) return undefined;
  told('recipient', `the name of \`${column.name}\`, like \`${shown(column.values[0])}\``);
  doubt(`recipient: \`${column.name}\` holds no addresses; what it holds is taken for them`);
  return column.name;
}
const SURE_NAME = 0.7;
/** `Recipients: 1000`: how many there were. */
const isCount = (column: is.SampledColumn): boolean =>
  MANY.test(plainName(column.called)) && is.share(column, is.isWhole) === 1;
const MANY =
  /^(?:total|sent|num|anzahl|nb)?(?:recipients|empfanger|destinataires|destinatari|destinatarios|ontvangers|odbiorcy|mottagare|modtagere|contacts|subscribers)$/;

/** `contact_hash`, `email_sha256`, `Subscriber GUID`. */
const pseudonymScore = (name: string): number =>
  HASHED.test(plainName(name)) || OF_RECIPIENT.test(plainName(name)) ? SURE_NAME : nameScore('recipient', name);
/** `to_email_id`. */
const OF_RECIPIENT = /^(?:to|recipient|rcpt|empfanger|destinataire|destinatario)\p{L}*id$/u;
const HASHED =
  /^(?:contact|subscriber|user|email|emailaddress|recipient|rcpt|customer|profile|member|person|lead)(?:hash|hashed|md5|sha\d{0,3}|guid|uuid|token|pseudonym|fingerprint)$/;
/** With the sign of a country's code before it: other numbers are ids. */
const isTelephone = (value: string): boolean => /^(?:\+|00)\d[\d ()./-]{5,}$/.test(value);
