import type { MailContents } from './contents.ts';
import { headerOf } from './contents.ts';
import { isReturned } from './returned.ts';
import { isSentOn } from './sent-on.ts';
import { anyOf, says } from './said.ts';

/** Who sends bounces, by local part or by name. */
const DAEMON = anyOf([
  /mailer-?daemon/, // what most write as
  /mail\s?delivery\s?(?:sub)?system/, // of some: mail delivery system, mail delivery subsystem
  /postmaster/, // postmaster@
  /post_master/, // post_master@
  /mail ?administrator/, // Mail Administrator, of Japanese networks
  /system administrator/, // Exchange: System Administrator
  /mail sieve subsystem/, // Cyrus: Mail Sieve Subsystem
  /delivery-?(?:status|failure|report)/, // delivery-status@, delivery failure
  /mail-?daemon/, // mail-daemon@
  /mdaemon@/, // MDaemon
  /mail delivery service/, // Mail Delivery Service
  /courier mail server/, // Courier mail server
  /microsoftexchange[\da-f]{20}/, // Exchange: MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@
  /content-filter/, // amavis: content-filter@
  /systemadministrator/, // systemadministrator@
  /no-?reply@(?:\d+|[\w.]*(?:dion|auone|ezweb|docomo|softbank))/, // no-reply@ of Japanese mobile networks
]);
/** Not in Sender and Return-Path, where newsletters have the address that bounces go to, and not a list's, `talk-bounces@`. */
const BOUNCES = /(?<![\w-])bounce/i;
const UNDELIVERED = says('undelivered');
const TITLES = says('titles');

/** `<>`, `"Jetmail System" <>`, Courier's `<@>`. */
const NO_ADDRESS = /<\s{0,8}@?\s{0,8}>\s{0,8}$/;

const saysUndelivered = (subject: string): boolean => TITLES.test(subject) || UNDELIVERED.test(subject);

/** What else is not delivered, and told of by shops. */
const GOODS =
  /\b(?:parcel|package|shipment|courier|order|invoice|paket|sendung|lieferung|bestellung|colis|livraison|commande|pacco|spedizione|ordine|paquete|pedido|envío|encomenda|zending|pakket)\b/iu;

/** Characters of a field that are looked at. */
const FIELD_LENGTH = 500;

/** Whether its sender calls itself a server, and whether its subject speaks of what was not delivered. */
export function serverSigns(mail: MailContents): { readonly sender: boolean; readonly subject: boolean } {
  const { daemon, nobody, path, subject } = signsOf(mail);
  return { sender: daemon || nobody || path, subject: saysUndelivered(subject) };
}

function signsOf(mail: MailContents) {
  const by = (headerOf(mail, 'from') ?? '').slice(0, FIELD_LENGTH);
  const from = `${by} ${headerOf(mail, 'sender') ?? ''}`.slice(0, FIELD_LENGTH);
  const returnPath = headerOf(mail, 'return-path');
  return {
    // Newsletters that anybody can leave have the address that bounces go to in their From.
    daemon: DAEMON.test(from) || (BOUNCES.test(by) && headerOf(mail, 'list-unsubscribe') === undefined),
    nobody: from.trim() === '' || NO_ADDRESS.test(by),
    path: returnPath !== undefined && (/^<\s*>$/.test(returnPath) || DAEMON.test(returnPath)),
    subject: (headerOf(mail, 'subject') ?? '').slice(0, FIELD_LENGTH),
  };
}

/**
 * Notes of a list to its members and moderators; a message it turns away is told in words that are known. What a server wrote
 * to the list's owner and the list sends on has the list's fields, too.
 */
export const isAdministrative = (mail: MailContents): boolean =>
  headerOf(mail, 'x-list-administrivia') !== undefined &&
  !signsOf(mail).daemon &&
  !/^\W{0,3}(?:undeliver|non-?delivery)/i.test(headerOf(mail, 'subject') ?? '');

/** 0 to 1: how much a mail looks like a server's word that another could not be delivered. */
export function bounceSigns(mail: MailContents): number {
  const { daemon, nobody, path, subject } = signsOf(mail);
  let signs = 0;
  if (headerOf(mail, 'x-failed-recipients') !== undefined) signs += 0.5;
  if (daemon) signs += 0.4;
  if (nobody && !daemon) signs += 0.2;
  if (path) signs += 0.2;
  if (saysUndelivered(subject)) signs += 0.4;
  if (isAdministrative(mail)) signs += 0.4;
  if (/^loop alert\b/i.test(subject)) signs += 0.8;
  if (!daemon && !nobody && isLetter(mail, subject)) signs -= 0.3;
  if (/\brecall\b/i.test(subject)) signs -= 0.5;
  if (/delivery-status/i.test(mail.parameters.get('report-type') ?? '')) signs += 0.5;
  return Math.max(0, Math.min(signs, 1));
}

/**
 * Somebody who answers, a newsletter, a shop that speaks of its parcels. What is sent on has the subject of what came back,
 * and a list that sends a bounce on to its owner puts its own fields around it.
 */
const isLetter = (mail: MailContents, subject: string): boolean =>
  (GOODS.test(subject) && !isSentOn(subject)) ||
  inThread(mail) ||
  (headerOf(mail, 'list-unsubscribe') !== undefined && !mail.parts.some(({ type }) => isReturned(type)));

const inThread = (mail: MailContents): boolean =>
  headerOf(mail, 'in-reply-to') !== undefined || headerOf(mail, 'references') !== undefined;

/** Whether somebody answers somebody, and may quote what a server wrote; who sends a bounce on means it to be read. */
export function isAnswer(mail: MailContents): boolean {
  const { sender, subject } = serverSigns(mail);
  const sentOn = subject && isSentOn(headerOf(mail, 'subject') ?? '');
  return !sender && !sentOn && inThread(mail);
}
