import type { Draft } from '../event.ts';
import { addReply, hopTo } from '../mta/said.ts';

/** qmail-send writes blanks as underscores and line ends as slashes. */
const REMOTE = /Remote_host_said:_?(.*)$/;
const GIVING_UP = /\/?Giving_up_on_[\da-fA-F.:[\]]+\.?\/?$/;
/** `192.0.2.1_accepted_message.`, `Connected_to_192.0.2.1_but_greeting_failed.`; a host name, where it is patched so. */
const PEER =
  /(?:^|[/)_])(?:Connected_to_|Giving_up_on_)?(?:([A-Za-z\d][\w.-]*\.[A-Za-z]{2,})?_?[[(]?((?:\d{1,3}\.){3}\d{1,3}|[\da-fA-F]*:[\da-fA-F:.]+)[\])]?)(?:_(?:accepted|does_not|failed|but)|\.?\/)/;
/** `(#5.1.2)`: qmail's own words. */
const OWN_CODE = /\(#([245]\.\d{1,3}\.\d{1,3})\)/;
/** What was said last, and after that qmail's verdict: the message has been in the queue too long. */
const TOO_LONG = /_?I'm_not_going_to_try_again;_this_message_has_been_in_the_queue_too_long\.?\/?$/;

/** Where it was when the answer came (qmail-remote.c). */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/does_not_like_recipient/, 'RCPT TO'],
  [/but_sender_was_rejected/, 'MAIL FROM'],
  [/failed_on_DATA_command/, 'DATA'],
  [/failed_after_I_sent_the_message|accepted_message/, 'end of DATA'],
  [/but_my_name_was_rejected/, 'HELO'],
  [/but_greeting_failed/, 'greeting'],
];

export const isTooLong = (said: string): boolean => TOO_LONG.test(said);

/** Fills in who said what; `said` as it stands behind `success: `, `failure: `, `deferral: `. */
export function addSaid(event: Draft, said: string, isLocal: boolean): void {
  if (isLocal) event.hop = 'local';
  const peer = isLocal ? null : PEER.exec(said);
  if (peer !== null) {
    const [, host, ip = ''] = peer;
    event.relay = host === undefined ? { ip } : { host, ip };
    event.hop = hopTo(ip);
  } else if (!isLocal && event.kind === 'delivered') event.hop = 'mx';
  const words = said.replace(TOO_LONG, '');
  const reply = REMOTE.exec(words)?.[1];
  if (reply !== undefined) {
    addReply(event, plain(reply.replace(GIVING_UP, '')));
    const command = COMMANDS.find(([pattern]) => pattern.test(words))?.[1];
    if (command !== undefined && event.kind !== 'delivered') event.command = command;
    return;
  }
  // `did_1+0+0/`: how many mailboxes, addresses and programs it went to.
  if (isLocal && event.kind === 'delivered') return;
  const text = plain(words.replace(GIVING_UP, ''));
  if (text !== '') event.diagnostic = text;
  const own = OWN_CODE.exec(words)?.[1];
  if (own !== undefined) event.enhancedCode = own;
}

/** Addresses keep their underscores. A slash stays one, except before a further line of a reply. */
const plain = (text: string): string =>
  text
    .replace(/\/+$/, '')
    .replaceAll(/\/(?=[245]\d\d[-_])/g, ' ')
    .replaceAll(/<[^<>]*>|_/g, (part) => (part === '_' ? ' ' : part))
    .trim();
