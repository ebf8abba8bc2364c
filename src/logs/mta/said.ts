import type { Draft, MailEvent } from '../event.ts';

/** `550 5.1.1 …`, `550-5.7.1 …`, `450 #4.2.0 …`: the codes a reply begins with (RFC 5321 §4.2, RFC 3463). */
const REPLY = /^([245]\d\d)(?:[ -]#?([245]\.\d{1,3}\.\d{1,3})(?=\W|$)|(?=[ -]|$))/;

/** Takes a reply's codes from its beginning; a text that no server answered has none. */
export function addReply(event: Draft, text: string): void {
  if (text === '') return;
  event.diagnostic = text;
  const match = REPLY.exec(text);
  if (match === null) return;
  event.code = Number(match[1]);
  if (match[2] !== undefined) event.enhancedCode = match[2];
}

/** RFC 1918, RFC 4193, loopback and link-local: nobody's MX. */
const INSIDE =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|(?:0:){7}1$|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/** To a host inside, which is a filter or a smart host, or out. */
export const hopTo = (ip: string | undefined): NonNullable<MailEvent['hop']> =>
  ip !== undefined && INSIDE.test(ip) ? 'relay' : 'mx';

/** Lower case, without final dot; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return '';
  const domain = address.slice(at + 1).toLowerCase();
  return domain.endsWith('.') ? domain.slice(0, -1) : domain;
}
