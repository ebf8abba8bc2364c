import { headerFields, type MailField } from '../../mail/header.ts';
import { decodedWords } from '../../mail/encoded-words.ts';
import type { Draft } from '../event.ts';
import { addressesIn, addressIn } from './address.ts';
import { headerOf, type MailContents } from './contents.ts';
import { traceQueue } from './trace-queue.ts';

const RETURNED = /^(?:message\/(?:rfc822|global|partial)|(?:text|message)\/(?:rfc822|global)-headers)$/;

/** Whether a part is the message that came back, or its header. */
export const isReturned = (type: string): boolean => RETURNED.test(type);

/**
 * Where a report in one piece stops and the message that came back begins. Each is what some server writes there; a line
 * of the header that follows says the same where nothing announces it.
 */
const BEGINS: readonly RegExp[] = [
  // Exim, qmail, Sendmail, Yahoo, IMail, Notes, GMX and those that do as they do.
  /^[ \t>]*-{2,}[ \t]*(?:this is a copy of|below this line is|enclosed (?:is|are)|original message|unsent message|message header|returned message|the header|the body|forwarded message|undelivered message|message body|the attached|copy of|begin)\b.{0,80}$/im,
  /^[ \t]*-{3,}[ \t]*(?:Original mail info|Originalnachricht|Ursprüngliche Nachricht|Message d'origine|Messaggio originale|Mensaje original|Mensagem original|Исходное сообщение|元のメッセージ|原始邮件).{0,60}$/im,
  /^[ \t]*(?:original message (?:follows|headers|here)|message headers follow|included is a copy of the message header|below is a copy of the original message|the original message follows|original message as received|old message|the header of the original message is following|original message header|ursprüngliche nachrichtenkopfzeilen|ursprüngliche nachricht|en-têtes de message d'origine|intestazioni del messaggio originale|encabezados de mensajes originales|received headers|first \d+ lines of message)\b.{0,60}$/im,
  /^[ \t]*(?:\*{3,}|-{5,}).{0,20}(?:end of message|non-delivered message|message follows)\b.{0,40}$/im,
  // A report for machines that got into the text.
  /^[ \t]*(?:Reporting-MTA|Final-Recipient|Original-Recipient|X-Postfix-Queue-ID):[ \t]*\S/im,
  /^>?[ \t]?(?:Return-Path|Received|X-Received|DKIM-Signature|DomainKey-Signature|ARC-Seal):[ \t]*\S/m,
];
const HEADER_LINE =
  /^>? ?(?:return-path|received|message-id|from|to|subject|date|mime-version|content-type|x-[\w-]+)[ \t]*:/im;

/** Whether a text is nothing but the header of a message, as some attach it: `mailheaders.txt`. */
export const isHeader = (text: string): boolean =>
  /^\s{0,80}(?:(?:[A-Z][\w-]{1,40}:[^\n]{0,2000}|[ \t]+\S[^\n]{0,2000})\n){3,}/.test(text.slice(0, 20_000)) &&
  ['from', 'subject'].every((name) => new RegExp(`^${name}:`, 'im').test(text.slice(0, 20_000)));

/** A text for people, and the message it brings back below, if any. */
export function cutReturned(text: string): { readonly told: string; readonly returned: string } {
  let at = text.length;
  for (const pattern of BEGINS) {
    const found = pattern.exec(text);
    // In front of everything, it announces nothing: there is no explanation above it.
    if (found !== null && found.index < at && text.slice(0, found.index).trim() !== '') at = found.index;
  }
  return { told: text.slice(0, at), returned: text.slice(at) };
}

/** The header of the message that came back, from its own part or from below the explanation; empty where none did. */
export function returnedHeader(mail: MailContents, below = ''): readonly MailField[] {
  const own =
    mail.parts.find(({ type, text }) => isReturned(type) && text.trim() !== '') ??
    mail.parts.find(
      ({ type, place, text }, at) => at > 0 && place === 'part' && type === 'text/plain' && isHeader(text),
    );
  if (own !== undefined) return fieldsOf(own.text);
  const start = HEADER_LINE.exec(below);
  return start === null ? [] : fieldsOf(below.slice(start.index));
}

function fieldsOf(text: string): MailField[] {
  const bare = /^\s*> ?[\w-]+:/.test(text) ? text.replaceAll(/^> ?/gm, '') : text;
  const from = bare.replace(/^\s+/, '').replace(/^>?From [^\n]*\n/, '');
  return headerFields(Buffer.from(from.split(/\n[ \t]*\n/, 1)[0] ?? ''));
}

/** What the message that came back says of itself, as far as the event does not know it. */
export function tellReturned(event: Draft, fields: readonly MailField[]): void {
  if (fields.length === 0) return;
  const original = { fields };
  const message = headerOf(original, 'message-id');
  if (message !== undefined && event.ids.message === undefined) {
    const id = /<([^<>]{1,900})>/.exec(message)?.[1] ?? message;
    if (!/\s/.test(id)) event.ids = { ...event.ids, message: id };
  }
  const trace = event.ids.queue === undefined ? traceQueue(fields, event.ids.host) : undefined;
  if (trace !== undefined) event.ids = { ...event.ids, ...trace };
  const from = addressIn(decodedWords(headerOf(original, 'from') ?? ''));
  if (from !== undefined) event.from ??= from;
  const path = headerOf(original, 'return-path');
  if (path !== undefined && event.envelopeFrom === undefined) {
    const sender = addressIn(path);
    if (sender !== undefined) event.envelopeFrom = sender;
  }
  const dkim = fields.filter(({ name }) => name === 'dkim-signature').flatMap(({ value }) => signatureIn(value));
  if (dkim.length > 0 && event.dkim === undefined) event.dkim = dkim.slice(0, SIGNATURES);
  const tags: Record<string, string> = {};
  for (const [field, tag] of TAG_FIELDS) {
    const value = headerOf(original, field);
    if (value !== undefined) tags[tag] = value.slice(0, TAG_LENGTH);
  }
  event.tags = { ...event.tags, ...tags };
}

/** Signatures kept. Stops headers of thousands. */
const SIGNATURES = 10;
const TAG_LENGTH = 200;
/** What senders put on their own mail to know it again. */
const TAG_FIELDS = [
  ['feedback-id', 'feedback-id'],
  ['list-id', 'list-id'],
  ['x-campaign', 'campaign'],
  ['x-campaign-id', 'campaign'],
  ['x-mailgun-tag', 'tag'],
  ['x-ses-configuration-set', 'configuration-set'],
  ['x-pm-message-stream', 'stream'],
] as const;

function signatureIn(value: string): { domain: string; selector?: string }[] {
  const tag = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]{1,255})`).exec(value)?.[1];
  const [domain, selector] = [tag('d'), tag('s')];
  if (domain === undefined) return [];
  return [{ domain: domain.toLowerCase(), ...(selector === undefined ? {} : { selector }) }];
}

/** Whom the message that came back was for: its envelope where a header keeps it, then To, Cc and Bcc. */
export function returnedRecipients(fields: readonly MailField[]): readonly string[] {
  const found: string[] = [];
  for (const name of ['x-envelope-to', 'envelope-to', 'x-original-to', 'delivered-to', 'to', 'cc', 'bcc']) {
    for (const field of fields)
      if (field.name === name) found.push(...addressesIn(decodedWords(field.value)).map(({ address }) => address));
    // A header that names the envelope's recipient says more than To does.
    if (found.length > 0 && name.includes('envelope')) break;
  }
  const unique = [...new Set(found)];
  const fromList = fields.some(({ name }) => name === 'list-id' || name === 'list-post' || name === 'x-beenthere');
  // To names the list, or everybody it was addressed to; the last server that took it in says whom it took it in for.
  return unique.length === 1 && !fromList ? unique : (takenInFor(fields) ?? unique);
}

/** `Received: … for <anna@example.org>`: it stands there where a server got the message for one recipient. */
function takenInFor(fields: readonly MailField[]): readonly string[] | undefined {
  for (const { name, value } of fields) {
    const address = name === 'received' ? /\bfor <([^<>\s@]+@[^<>\s@]+)>/i.exec(value)?.[1] : undefined;
    if (address !== undefined) return [address];
  }
  return undefined;
}
