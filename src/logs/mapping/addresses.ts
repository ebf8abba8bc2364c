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

/** A list as a program writes one: `["a@example.net"]`, `[a@example.net]`, `[{"email":"a@example.net"}]`, PHP's `a:1:{…}`. */
const LIST = /^(?:\[.*\]|\{.*\}|a:\d{1,4}:\{.*\})$/s;
const BETWEEN = /[\s,;:<>"'()[\]{}\\]+/;
/** Recipients of one list. Stops one of a megabyte from making as many events. */
const MOST_LISTED = 1000;

/**
 * `a@example.net, b@example.net` names two, whether a mapping says so or not, and a program's list as many as it holds;
 * anything else is one.
 */
export function addressesIn(text: string): readonly string[] {
  const listed = beginsList(text) ? listedIn(text) : NONE;
  if (listed.length > 0) return listed;
  if (text.indexOf('@') === text.lastIndexOf('@') || !ADDRESSES.test(text.trim())) return [text];
  return text.trim().split(/[\s,;]+/);
}

/** The addresses in a list of a program's; none where the text is no such list. */
export function listedIn(text: string): readonly string[] {
  if (!LIST.test(text.trim())) return NONE;
  return text
    .split(BETWEEN)
    .filter((part) => part.indexOf('@') > 0 && !part.endsWith('@'))
    .slice(0, MOST_LISTED);
}
const NONE: readonly string[] = [];

/** `[`, `{` or `a:`, told by its codes: nearly all addresses are asked, and no list. */
export function beginsList(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 91 || first === 123 || (first === 97 && text.charCodeAt(1) === 58);
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
