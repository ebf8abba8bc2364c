import { canonicalIp } from './ip-address.ts';

/** As in an address literal of SMTP (RFC 5321 §4.1.3), bare or in brackets. */
const LITERAL = /^\[?(?:IPv6:)?([^[\]]+)\]?$/i;
const PORT = /^(?:\[([^[\]]+)\]|([\d.]+)):\d{1,5}$/;
/** The interface a link-local address is seen on (RFC 4007 §11): it is the reporter's own affair. */
const ZONE = /%[^%]*$/;

/** The address in a text that is none, but holds one and nothing else that tells anything: `[192.0.2.1]`, `192.0.2.1:25`. */
export function ipInText(text: string): string | undefined {
  const port = PORT.exec(text);
  const bare = port?.[1] ?? port?.[2] ?? LITERAL.exec(text)?.[1];
  return bare === undefined ? undefined : canonicalIp(bare.trim().replace(ZONE, ''));
}
