import { wordEnd } from './address.ts';

/** The fields of a line that are of use (exim spec, "Summary of Fields in Log Lines"), without quotes or angle brackets. */
export interface Fields {
  /** `A=`: authenticator and login. */
  authenticated: string | undefined;
  /** `C=`: what the other side said when it took the message. */
  confirmation: string | undefined;
  /** `CV=`: whether the certificate was found good. */
  verified: string | undefined;
  /** `DKIM=`: domain of a good signature. */
  signedBy: string | undefined;
  /** `DT=`: time the delivery took. */
  atWork: string | undefined;
  /** `F=`: envelope sender. */
  sender: string | undefined;
  /** `H=` */
  host: LoggedHost | undefined;
  /** `I=`: our own address, in brackets. */
  ours: string | undefined;
  /** `P=`: protocol of an arrival, return path of a delivery. */
  protocol: string | undefined;
  /** `QT=`: time since arrival. */
  onQueue: string | undefined;
  /** `R=`: router of a delivery; the message that an arrival answers. */
  router: string | undefined;
  /** `S=`: octets. */
  size: string | undefined;
  /** `T=`: transport of a delivery, subject of an arrival. */
  transport: string | undefined;
  /** `U=`: login of who handed it in. */
  user: string | undefined;
  /** `X=`: TLS version and cipher. */
  cipher: string | undefined;
  /** `id=`: Message-ID. */
  messageId: string | undefined;
  /** Behind the `: ` that ends the fields; -1 where the line ends with them. */
  messageAt: number;
}

export interface LoggedHost {
  readonly name: string;
  readonly ip: string | undefined;
  readonly port: number | undefined;
}

const COLON = 0x3a;
const EQUALS = 0x3d;
const CAPITAL_H = 0x48;
const KEY = /^[A-Za-z][A-Za-z0-9]{0,9}=/;
const LONGEST_KEY = 11;
/** Fields of one line. Stops a line that is nothing but fields. */
const MOST_FIELDS = 64;

const noFields = (): Fields => ({
  authenticated: undefined,
  confirmation: undefined,
  verified: undefined,
  signedBy: undefined,
  atWork: undefined,
  sender: undefined,
  host: undefined,
  ours: undefined,
  protocol: undefined,
  onQueue: undefined,
  router: undefined,
  size: undefined,
  transport: undefined,
  user: undefined,
  cipher: undefined,
  messageId: undefined,
  messageAt: -1,
});

/** Reads fields from `at`, where a blank or the colon before a message stands. */
export function fieldsAt(line: string, at: number): Readonly<Fields> {
  const fields = noFields();
  let next = at;
  for (let count = 0; count < MOST_FIELDS && next < line.length; count += 1) {
    if (line.charCodeAt(next) === COLON) {
      fields.messageAt = Math.min(next + 2, line.length);
      break;
    }
    const start = next + 1;
    const keyEnd = keyEndAt(line, start);
    if (keyEnd < 0) {
      // `from <a@b> for c@d`: addresses of an arrival, which may look like fields.
      if (line.startsWith('from ', start) || line.startsWith('for ', start)) break;
      next = wordEnd(line, start);
    } else if (keyEnd === start + 1 && line.charCodeAt(start) === CAPITAL_H) {
      const found = hostAt(line, keyEnd + 1);
      fields.host ??= found.host;
      next = found.end;
    } else {
      const { value, end } = valueAt(line, keyEnd + 1);
      put(fields, line.slice(start, keyEnd), value);
      next = end;
    }
  }
  return fields;
}

/** The first of its kind counts: what follows may be anybody's text. By name, since V8 looks long for a key that it does not know. */
function put(fields: Fields, key: string, value: string): void {
  switch (key) {
    case 'T':
      fields.transport ??= value;
      return;
    case 'R':
      fields.router ??= value;
      return;
    case 'QT':
      fields.onQueue ??= value;
      return;
    case 'DT':
      fields.atWork ??= value;
      return;
    case 'P':
      fields.protocol ??= value;
      return;
    case 'X':
      fields.cipher ??= value;
      return;
    case 'CV':
      fields.verified ??= value;
      return;
    case 'C':
      fields.confirmation ??= value;
      return;
    case 'F':
      fields.sender ??= value;
      return;
    case 'S':
      fields.size ??= value;
      return;
    case 'id':
      fields.messageId ??= value;
      return;
    case 'U':
      fields.user ??= value;
      return;
    case 'A':
      fields.authenticated ??= value;
      return;
    case 'I':
      fields.ours ??= value;
      return;
    case 'DKIM':
      fields.signedBy ??= value;
      return;
    default:
  }
}

function keyEndAt(line: string, start: number): number {
  // Most keys are one letter.
  if (line.charCodeAt(start + 1) === EQUALS) return start + 1;
  if (line.charCodeAt(start + 2) === EQUALS) return start + 2;
  const match = KEY.exec(line.slice(start, start + LONGEST_KEY));
  return match === null ? -1 : start + match[0].length - 1;
}

interface Value {
  readonly value: string;
  readonly end: number;
}

function valueAt(line: string, at: number): Value {
  if (line.startsWith('"', at)) return quotedAt(line, at);
  if (line.startsWith('<', at)) {
    const close = line.indexOf('>', at);
    if (close >= 0) return { value: line.slice(at + 1, close), end: close + 1 };
  }
  const end = wordEnd(line, at);
  return { value: line.slice(at, end), end };
}

/** `"…"`, with a backslash before quotes and backslashes. */
function quotedAt(line: string, at: number): Value {
  for (let close = line.indexOf('"', at + 1); close >= 0; close = line.indexOf('"', close + 1)) {
    let slashes = 0;
    while (line.charCodeAt(close - 1 - slashes) === 0x5c && close - 1 - slashes > at) slashes += 1;
    if (slashes % 2 === 0) return { value: unescaped(line.slice(at + 1, close)), end: close + 1 };
  }
  // Cut off: syslog does that.
  return { value: unescaped(line.slice(at + 1)), end: line.length };
}

const unescaped = (text: string): string => (text.includes('\\') ? text.replaceAll(/\\(["\\])/g, '$1') : text);

/** `mx.example [192.0.2.1]:25*`, `mx.example DS [192.0.2.1]`, `name (helo) [192.0.2.1]`, `([192.0.2.9]) [192.0.2.1]:4711`. */
function hostAt(line: string, at: number): { readonly host: LoggedHost; readonly end: number } {
  let name = '';
  let next = at;
  if (!line.startsWith('(', at) && !line.startsWith('[', at)) {
    next = wordEnd(line, at);
    name = line.slice(at, next);
    if (line.startsWith(' DS', next)) next += 3;
    if (line.charCodeAt(next) === 0x20) next += 1;
  }
  if (line.startsWith('(', next)) {
    const close = line.indexOf(') [', next);
    if (close >= 0) next = close + 2;
  }
  if (!line.startsWith('[', next))
    return { host: { name, ip: undefined, port: undefined }, end: name === '' ? wordEnd(line, at) : at + name.length };
  const close = line.indexOf(']', next);
  if (close < 0) return { host: { name, ip: undefined, port: undefined }, end: line.length };
  const end = wordEnd(line, close);
  const port = Number.parseInt(line.slice(close + 2, end), 10);
  return {
    host: { name, ip: line.slice(next + 1, close), port: port > 0 && port < 65_536 ? port : undefined },
    end,
  };
}
