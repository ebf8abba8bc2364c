const ANGLE = /<([^<>]*)>\s*$/;

/** RFC 5321 §4.5.3.1: what is longer is no address, nor anything that stands for one. */
const LONGEST = 320;

/** `Ann <ann@example.net>`, `<ann@example.net>`, `mailto:ann@example.net` to the address; a pseudonym stays what it is. */
export function addressIn(text: string): string {
  const trimmed = text.length > LONGEST ? '' : text.trim();
  const inner = trimmed.endsWith('>') ? (ANGLE.exec(trimmed)?.[1]?.trim() ?? trimmed) : trimmed;
  return inner.startsWith('mailto:') || inner.startsWith('rfc822;') ? inner.slice(7).trim() : inner;
}

/** Bare addresses, and nothing but commas, semicolons and blanks between them. */
const ADDRESSES = /^[^\s,;<>"@]+@[^\s,;<>"@]+(?:[\s,;]+[^\s,;<>"@]+@[^\s,;<>"@]+)+$/;

/** `a@example.net, b@example.net` names two, whether a mapping says so or not; anything else is one. */
export function addressesIn(text: string): readonly string[] {
  if (text.indexOf('@') === text.lastIndexOf('@') || !ADDRESSES.test(text.trim())) return [text];
  return text.trim().split(/[\s,;]+/);
}

/** `mx.example.net (198.51.100.7)`, `mx.example.net[198.51.100.7]:25`, either alone. */
const HOST_AND_IP = /^([^\s([]*)\s*[([]((?:IPv6:)?[\da-f.:]+)[)\]](?::(\d{1,5}))?$/i;
const IP_ALONE = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i;

export function relayOf(text: string): { host?: string; ip?: string; port?: number } {
  const trimmed = text.trim().replace(/^dns;\s*/i, '');
  const [, host, ip, port] = HOST_AND_IP.exec(trimmed) ?? [];
  if (ip !== undefined)
    return {
      ...(host === undefined || host === '' ? {} : { host }),
      // What a server fills in where it knows none.
      ...(ip === '0.0.0.0' ? {} : { ip: ip.replace(/^IPv6:/i, '') }),
      ...(port === undefined ? {} : { port: Number(port) }),
    };
  if (IP_ALONE.test(trimmed)) return trimmed === '0.0.0.0' ? {} : { ip: trimmed };
  return trimmed === '' ? {} : { host: trimmed };
}
