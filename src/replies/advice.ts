import type { ReplyClass, Severity } from './class.ts';
import { usualSeverity } from './severity.ts';

interface Advice {
  readonly title: string;
  readonly advice: string;
}

/** What to do next, for people who run mail. Limits are the receivers' own, read 2026-11 on the pages named. */
const texts: Readonly<Record<ReplyClass, Advice>> = {
  'user-unknown': {
    title: 'no such address',
    advice:
      'Take the address off the list after the first permanent refusal. Many of these from one source mean an old or guessed list, and receivers block senders for it.',
  },
  'mailbox-full': {
    title: 'the mailbox is full',
    advice:
      'Keep the address and try with the next mailing; take it off when it stays full for weeks, nobody reads it then.',
  },
  'mailbox-disabled': {
    title: 'the mailbox is closed or suspended',
    advice: 'Take the address off the list; abandoned mailboxes are turned into spam traps.',
  },
  'domain-unknown': {
    title: 'the domain does not exist',
    advice:
      'Correct the spelling of the domain where addresses are entered; take the address off the list if it is right.',
  },
  'null-mx': {
    title: 'the domain takes no mail',
    advice: 'The domain says so itself (RFC 7505): take its addresses off the list.',
  },
  dns: {
    title: "the receiver's DNS did not answer",
    advice: 'Let the queue retry. If it concerns many domains, look at your own resolver.',
  },
  routing: {
    title: 'no way to the mail server',
    advice:
      "Look up the domain's MX records and where they point; with one domain the fault is theirs, with many it is your resolver or your network.",
  },
  connection: {
    title: 'no connection, or it broke',
    advice:
      'Let the queue retry. If one receiver never answers, try port 25 from the same source address: firewalls and some block lists drop silently.',
  },
  tls: {
    title: 'no secure connection',
    advice:
      'See whose demand failed: their MTA-STS or DANE policy, your setting for this domain, or the versions and certificates of either side.',
  },
  greylisted: {
    title: 'greylisted',
    advice:
      'Nothing to do where the queue retries from the same address within minutes; a pool of addresses starts the wait anew each time.',
  },
  'rate-limited': {
    title: 'too much at once',
    advice:
      'Send fewer messages and connections at a time to this receiver and let the queue spread the rest. If it follows complaints, less speed alone will not help.',
  },
  'ip-blocked': {
    title: 'the sending address is on a block list',
    advice:
      'Find the list in the reply and stop what got you there (a stolen account, a bad list, an open form) before asking for removal; on a shared address ask the service.',
  },
  'domain-blocked': {
    title: 'the sending domain is on a block list',
    advice:
      'Look the domain up at the list that is named (Spamhaus DBL, mostly). Moving to another address does not help, the domain goes with you.',
  },
  'ip-reputation': {
    title: 'the sending address has a bad name',
    advice:
      "Lower the volume, send only to people who read your mail, and watch the receiver's own figures (Postmaster Tools, SNDS, Sender Hub) until they recover.",
  },
  'domain-reputation': {
    title: 'the sending domain has a bad name',
    advice:
      'Find the stream people complain about and stop it first. Gmail wants a spam rate below 0.1 %, and 0.3 % is its limit (support.google.com/mail/answer/81126).',
  },
  'spam-content': {
    title: 'taken for spam',
    advice:
      'Compare what was refused with what passes: one template, link or attachment, or one source. If all of it is refused, it is reputation rather than content.',
  },
  malware: {
    title: 'a dangerous attachment',
    advice: 'Link to the file instead of attaching it. If you did not send such files, look for a stolen account.',
  },
  'link-blocked': {
    title: 'a link on a block list',
    advice:
      'Look up every domain linked in the message, tracking and image hosts too (Spamhaus DBL, SURBL, URIBL), and use a tracking domain of your own.',
  },
  'auth-failed': {
    title: 'SPF or DKIM did not pass',
    advice:
      'Run `sendaudit check` on the domain in the envelope and in From, and make the source that was refused part of its SPF record or sign with the domain.',
  },
  'dmarc-policy': {
    title: "refused by your own domain's DMARC policy",
    advice:
      'Neither SPF nor DKIM passed for the domain in From. Find the stream with `sendaudit dmarc`; if it is yours, sign it with your domain, otherwise the policy did its work.',
  },
  ptr: {
    title: 'the sending address has no proper name',
    advice: 'Give the address a PTR record with a name that resolves back to it, and use that name in EHLO.',
  },
  'relaying-denied': {
    title: 'no relaying: the login is refused, or the domain is not theirs',
    advice:
      "If it is your own smart host, see that user, password and the address it expects are right; otherwise check that the domain's MX records name this server.",
  },
  policy: {
    title: "refused by the receiver's rules",
    advice:
      'The reply gives no reason. Read the page it names, or ask the postmaster with the reply, the time and the sending address.',
  },
  'sender-rejected': {
    title: "the sender's address is refused",
    advice:
      'See that the domains in the envelope and in From exist and have MX or address records; otherwise the recipient has blocked this sender.',
  },
  'message-too-large': {
    title: 'the message is too large',
    advice:
      'Link to files instead of attaching them: base64 adds a third, and Gmail takes 25 MB in all (support.google.com/mail/answer/6584).',
  },
  'too-many-recipients': {
    title: 'too many recipients at once',
    advice: 'Send fewer recipients per message; every server takes 100 (RFC 5321 §4.5.3.1.8), not each takes more.',
  },
  malformed: {
    title: 'the message breaks the rules of its form',
    advice:
      'Look at the header that is named: exactly one From, Date and Message-ID, no bare line feeds, lines up to 998 octets (RFC 5322).',
  },
  protocol: {
    title: 'the SMTP dialogue went wrong',
    advice:
      'Look at the session: EHLO name, order of commands, extensions used. One receiver alone points to a filter box in between.',
  },
  'system-error': {
    title: "the receiver's system had a fault",
    advice: 'Let the queue retry; look again only when it lasts a day.',
  },
  expired: {
    // Also of a notice that it takes long, which is no end (RFC 3464 §2.3.3).
    title: 'not delivered in time',
    advice: 'See what the earlier attempts were answered: that is the reason, this only says how long it took.',
  },
  loop: {
    title: 'the message went in circles',
    advice:
      'A forwarding or an MX record leads back to where it came from; tell the receiver, or look at your own transport map.',
  },
  suppressed: {
    title: 'not sent: the address is on a suppression list',
    advice:
      'The service kept it back because of an earlier bounce, complaint or unsubscription. Take it off your own list as well, or clear it there if you know it is good.',
  },
  challenge: {
    title: 'somebody wants a confirmation',
    advice:
      'A filter asks the sender to prove being human. Answer by hand if the recipient matters; bulk mail does not get through there.',
  },
  'auto-reply': {
    title: 'an automatic answer',
    advice: 'Nothing to do: the message arrived.',
  },
  unclassified: {
    title: 'no known reason',
    advice: 'Read the reply itself; its text and codes match nothing known.',
  },
};

/** For every class: a title, what to do next, and the severity it usually has. */
export const advice: Readonly<Record<ReplyClass, { title: string; advice: string; severity: Severity }>> =
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { ...text, severity: usualSeverity(name as ReplyClass) }]),
  ) as Record<ReplyClass, Advice & { severity: Severity }>;
