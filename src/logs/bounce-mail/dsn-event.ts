import type { Draft, EventKind } from '../event.ts';
import type { Assumptions } from '../format.ts';
import { addressIn, addressesIn } from './address.ts';
import type { MailContents } from './contents.ts';
import { mailTime } from './date.ts';
import { mailEvent, timeOf } from './mail-event.ts';
import { codesIn, refusedBy } from './reply.ts';
import { gaveUp } from './warnings.ts';
import { wholeAddress } from './whole-address.ts';
import { untyped, type StatusFields } from './status-report.ts';

/** What the rest of the mail says of a recipient, for what the report leaves out. */
export interface Surroundings {
  readonly mail: MailContents;
  readonly assumptions: Assumptions;
  /** Recipients by other ways: headers, the returned message. */
  readonly otherRecipients: readonly string[];
  /** The reason in the text for people; empty where it gives none. */
  reasonFor(recipient: string | undefined): string;
}

/** One recipient of a delivery status report (RFC 3464 §2.3) as an event; undefined where it says nothing of a delivery. */
export function dsnEvent(message: StatusFields, fields: StatusFields, around: Surroundings): Draft | undefined {
  const named = addressOf(fields.get('final-recipient'));
  const original = addressOf(fields.get('original-recipient'));
  // A gateway's own name for a mailbox: `rfc822; anna@ims-ms-daemon`, `x400; /G=Anna/…`.
  const inside = original !== undefined && (!/@.*\./.test(named ?? '') || PRIVATE.test(named ?? ''));
  const final = inside || X400.test(fields.get('final-recipient') ?? '') ? (original ?? named) : named;
  const recipient =
    final ??
    original ??
    addressOf(fields.get('x-actual-recipient')) ??
    localUser(fields.get('final-recipient'), around) ??
    onlyOne(around.otherRecipients);
  const said = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
  const status = FAILED.test(fields.get('action') ?? '') && said?.startsWith('2') === true ? undefined : said;
  const diagnostic = diagnosticOf(fields, recipient, around);
  const quoted = codesIn(diagnostic);
  const enhancedCode = tellsMore(quoted.enhancedCode, status) ? quoted.enhancedCode : status;
  const kind = kindOf(
    fields.get('action'),
    status,
    `${fields.get('diagnostic-code') ?? ''} ${diagnostic}`,
    quoted.code,
  );
  if (kind === undefined || (recipient === undefined && diagnostic === '' && status === undefined)) return undefined;

  const lastAttempt = fields.get('last-attempt-date');
  const arrival = message.get('arrival-date');
  const time = timeOf(around.mail, around.assumptions, lastAttempt);
  const event = mailEvent(kind, 'dsn', recipient, time);
  if (quoted.code !== undefined) event.code = quoted.code;
  if (enhancedCode !== undefined) event.enhancedCode = enhancedCode;
  if (diagnostic !== '') event.diagnostic = diagnostic;
  if (kind === 'bounced' || kind === 'expired') event.permanent = true;
  else if (kind === 'deferred') event.permanent = false;
  const { relay, command } = refusedBy(diagnostic);
  const remoteMta = remoteOf(fields.get('remote-mta'));
  const remote = remoteMta?.ip === undefined && remoteMta?.host === relay?.host ? (relay ?? remoteMta) : remoteMta;
  if (remote !== undefined) event.relay = remote;
  if (command !== undefined) event.command = command;
  if (fields.get('action')?.toLowerCase().startsWith('relayed') === true) event.hop = 'relay';
  if (original !== undefined && original !== recipient) event.tags = { 'original-recipient': original };
  const arrived = arrival === undefined ? undefined : mailTime(arrival, around.assumptions.zone);
  if (arrived !== undefined && lastAttempt !== undefined && time.seconds >= arrived.seconds)
    event.delay = { total: time.seconds - arrived.seconds };
  tellMessage(event, message);
  return event;
}

/**
 * `Status: 5.0.0` beside a reply of 5.2.2, `5.1.0` beside 5.1.1: the reply was there first, and a detail of 0 is «other or
 * undefined» (RFC 3463 §3). What says more than that stands.
 */
function tellsMore(quoted: string | undefined, status: string | undefined): boolean {
  if (quoted === undefined || status === undefined) return status === undefined;
  return status.endsWith('.0.0') || (status.endsWith('.0') && quoted.startsWith(status.slice(0, -1)));
}

function tellMessage(event: Draft, message: StatusFields): void {
  const host = untyped(message.get('reporting-mta') ?? '').split(/[\s(]/, 1)[0] ?? '';
  const queue = message.get('x-postfix-queue-id');
  const envelope = message.get('original-envelope-id');
  // Gmail's, where the message itself does not come back.
  const original = /<?([^<>\s]{3,900}@[^<>\s]{1,255})>?/.exec(message.get('x-original-message-id') ?? '')?.[1];
  const sender = message.get('x-postfix-sender');
  event.ids = {
    ...(queue === undefined || queue === '' ? {} : { queue }),
    ...(host === '' ? {} : { host: host.toLowerCase() }),
    ...(original === undefined ? {} : { message: original }),
    ...(envelope === undefined || envelope === '' ? {} : { esp: envelope }),
  };
  const from = sender === undefined ? undefined : addressOf(sender);
  if (from !== undefined) event.envelopeFrom = from;
}

/** Names of no public domain: of the house's own network (RFC 6762 §3 and appendix G). */
const PRIVATE = /\.(?:local|localdomain|localhost|internal|intern|intranet|lan|corp|home|private)\.?$/i;
const X400 = /^\s*x-?400\s*;/i;

/** The address; undefined where there is none, as with pipes and X.400 names. */
function addressOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  // An X.400 name may carry the address it stands for, `(a)` for `@` (RFC 2156 §4.1).
  if (X400.test(value)) {
    const carried = /(?:smtp|rfc-?822)[=:]([^;/\s]{1,320})/i.exec(value)?.[1];
    return carried === undefined ? undefined : addressIn(carried.replace(/\(a\)/i, '@'));
  }
  // A program that was to take the mail may have the address among its arguments.
  const program = /^(?:\s*[\w-]+\s*;)?\s*["']?[|/]/.test(value);
  const address = program ? addressesIn(value.replace(/^.*?[|]/, ' '))[0]?.address : addressIn(value);
  return address !== undefined && isXtext(address) ? address.replaceAll('+2B', '+').replaceAll('+3D', '=') : address;
}

/** Some copy ORCPT as it came: in xtext (RFC 3461 §4), where `+` and `=` do not stand for themselves. */
const isXtext = (address: string): boolean => /\+(?:2B|3D)/.test(address) && !/\+(?![\dA-F]{2})/.test(address);

/** `rfc822; anna`: a user of the server that writes. */
function localUser(value: string | undefined, { mail, otherRecipients }: Surroundings): string | undefined {
  const name = value === undefined ? '' : untyped(value);
  return name === '' ? undefined : wholeAddress(name, mail, otherRecipients);
}

const onlyOne = (addresses: readonly string[]): string | undefined =>
  addresses.length === 1 ? addresses[0] : undefined;

const FAILED = /^\s*fail/i;
const ARRIVED = /^\s*(?:delivered|relayed|expanded)/i;

/**
 * Words in it that say something; codes, what a program ended with (`X-Unix; 71`) and a mere «rejected» leave more to be told
 * by the text for people.
 */
const SAYS_LITTLE =
  /^(?:[\w-]+;)?\s*(?:\d{1,2}|[245]\d\d)?[\s-]*(?:[245]\.\d\.\d{1,3})?\s*(?:\(?(?:undefined status|permanent failure|failed|error|rejected|service unavailable|delivery error)\)?[.!]?)?\s*$/i;

function diagnosticOf(fields: StatusFields, recipient: string | undefined, around: Surroundings): string {
  const code = untyped(fields.get('diagnostic-code') ?? '').replaceAll(/\s+/g, ' ');
  // X.400 numbers its reasons, and keeps the words for a field of their own.
  const words = /^Reason \d/i.test(code) ? fields.get('x400-supplementary-info') : undefined;
  const told = words ?? (code === '' ? supplementary(fields.get('x-supplementary-info') ?? '') : code);
  // Sendmail puts the first line of a reply into the report, and all of them into the text.
  const cut = /^[45]\d\d-/.test(told) && !/[\s](?:[45]\d\d)[ -]/.test(told.slice(4));
  // AOL's said `250 OK` of failures.
  const accepted = FAILED.test(fields.get('action') ?? '') && /^2\d\d\b/.test(told);
  // What the text says of failures is none of the recipients' who got it.
  if ((!cut && !accepted && !SAYS_LITTLE.test(told)) || ARRIVED.test(fields.get('action') ?? '')) return told;
  const reason = around.reasonFor(recipient);
  if (cut) return reason.includes(told.slice(0, 60)) ? reason.slice(reason.indexOf(told.slice(0, 20))) : told;
  if (reason !== '') return reason;
  // Some put the words behind the status: `4.0.0 (mx.example: host name lookup failure)`.
  return told === '' || told.length < 4 ? (/\(([^()]{8,600})\)/.exec(fields.get('status') ?? '')?.[1] ?? told) : told;
}

/** Microsoft's: `<mx.example #5.0.0 smtp; 550 no such user>`, server and status in front of the reply. */
const supplementary = (value: string): string =>
  /^<[^\s#]{1,255} #[\d.]{5,11} (?:[\w-]{1,20};\s?)?(?<said>[^]*?)>?\s*$/.exec(value)?.groups?.['said'] ?? value;

function kindOf(
  action: string | undefined,
  status: string | undefined,
  diagnostic: string,
  code: number | undefined,
): EventKind | undefined {
  const word = /^[a-z]+/i.exec(action?.trim() ?? '')?.[0].toLowerCase();
  if (word === 'delayed') return 'deferred';
  if (word === 'delivered' || word === 'relayed' || word === 'expanded') return 'delivered';
  const failed = word === 'failed' || word === 'failure';
  if (failed || status?.startsWith('5') === true || (status === undefined && diagnostic.trim() !== '')) {
    // 4.0.0 alone says no more than that there was no code.
    const temporary = status?.startsWith('4') === true && (code === undefined ? !status.endsWith('.0.0') : code < 500);
    return temporary || /^[45]\.4\.7$/.test(status ?? '') || gaveUp(diagnostic) ? 'expired' : 'bounced';
  }
  if (status?.startsWith('4') === true) return 'deferred';
  return status?.startsWith('2') === true ? 'delivered' : undefined;
}

/** `dns; mx.example.com (192.0.2.1)`, `dns; [192.0.2.1]`, `192.0.2.1`. */
function remoteOf(value: string | undefined): Draft['relay'] {
  const text = untyped(value ?? '');
  const ip =
    /(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3})(?![\w.])/.exec(text)?.[1] ??
    /\[?(?:IPv6:)?([\da-f]{0,4}(?::[\da-f]{0,4}){3,7})/i.exec(text)?.[1];
  const host = /^[a-z\d][\w-]*(?:\.[\w-]+)*\.?(?=$|[\s([,])/i.exec(text)?.[0];
  const named = host !== undefined && host !== ip ? host.toLowerCase().replace(/\.$/, '') : undefined;
  if (ip === undefined && named === undefined) return undefined;
  return { ...(named === undefined ? {} : { host: named }), ...(ip === undefined ? {} : { ip }) };
}
