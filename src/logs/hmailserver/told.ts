/** What the delivering part of the server says of a message. */
export type Told =
  | { readonly kind: 'delivering'; readonly message: string; readonly from: string; readonly to: readonly string[] }
  | { readonly kind: 'relaying'; readonly message: string }
  | { readonly kind: 'no-servers'; readonly message: string; readonly address: string; readonly why: string }
  /** `postponed`: it will be tried again. Why, is not said: the last server was not there, or said it in another line. */
  | { readonly kind: 'postponed' | 'given-up'; readonly message: string }
  /** By a rule, a script or the virus scanner. */
  | { readonly kind: 'deleted'; readonly message: string; readonly why: string }
  | { readonly kind: 'completed'; readonly message: string };

const ABOUT = /^SMTPDeliverer - Message (\d+): (.*)$/;
const DELIVERING = /^Delivering message from (.*?) to (.*?)\. File: /;
const NO_SERVERS = /^No mail servers could be found for the address (\S+?)\.?$/;
const POSTPONED = /^Message could not be delivered\. (?:Greylisting\? )?Scheduling it for /;
const GIVEN_UP = /^Message could not be delivered\. Returning error log to sender/;
const DELETED = /^Message (?:will be )?deleted\b/;
/** Recipients of one message. Stops a line that is a list. */
const MOST_RECIPIENTS = 5000;

/** Reads an APPLICATION line; undefined where it is about no message. */
export function toldBy(text: string): Told | undefined {
  const about = ABOUT.exec(text);
  if (about === null) return undefined;
  const [, message = '', said = ''] = about;
  const delivering = DELIVERING.exec(said);
  if (delivering !== null) {
    const [, from = '', to = ''] = delivering;
    return {
      kind: 'delivering',
      message,
      from: from === '<Empty>' ? '' : from,
      to: to.split(', ', MOST_RECIPIENTS).filter((address) => address.includes('@')),
    };
  }
  if (said.startsWith('Relaying to host ')) return { kind: 'relaying', message };
  const none = NO_SERVERS.exec(said);
  if (none !== null) return { kind: 'no-servers', message, address: none[1] ?? '', why: said };
  if (POSTPONED.test(said)) return { kind: 'postponed', message };
  if (GIVEN_UP.test(said)) return { kind: 'given-up', message };
  if (DELETED.test(said)) return { kind: 'deleted', message, why: said };
  return said.startsWith('Message delivery thread completed') ? { kind: 'completed', message } : undefined;
}
