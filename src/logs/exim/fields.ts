import { wordEnd } from './address.ts';

/** The `X=…` fields of a line (exim spec, "Summary of Fields in Log Lines"), as far as they are of use. */
export interface Fields {
  /** What each key says, without quotes or angle brackets; the first of its kind. Keys are Exim's own. */
  readonly values: Readonly<Record<string, string>>;
  /** `H=`: name, address, port. */
  readonly host: LoggedHost | undefined;
  /** The number in `defer (-44)`: errno, or one of Exim's own below zero. */
  readonly errno: number | undefined;
  /** Behind the `: ` that ends the fields; -1 where the line ends with them. */
  readonly messageAt: number;
}

export interface LoggedHost {
  readonly name: string;
  readonly ip: string | undefined;
  readonly port: number | undefined;
}

const KEY = /^[A-Za-z][A-Za-z0-9]{0,9}=/;
const LONGEST_KEY = 11;
const DEFER = 'defer (';
/** Fields of one line. Stops a line that is nothing but fields. */
const MOST_FIELDS = 64;

/** Reads fields from `at`, where a blank or the colon before a message stands. */
export function fieldsAt(line: string, at: number): Fields {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  let host: LoggedHost | undefined;
  let errno: number | undefined;
  let messageAt = -1;
  let next = at;
  for (let count = 0; count < MOST_FIELDS && next < line.length; count += 1) {
    if (line.startsWith(':', next)) {
      messageAt = Math.min(next + 2, line.length);
      break;
    }
    const start = next + 1;
    const keyEnd = keyEndAt(line, start);
    if (keyEnd < 0) {
      if (line.startsWith(DEFER, start)) {
        errno = Number.parseInt(line.slice(start + DEFER.length, start + DEFER.length + 8), 10);
        const close = line.indexOf(')', start);
        next = close < 0 ? line.length : close + 1;
        continue;
      }
      // `from <a@b> for c@d`: addresses of an arrival, which may look like fields.
      if (line.startsWith('from ', start) || line.startsWith('for ', start)) break;
      next = wordEnd(line, start);
      continue;
    }
    const key = line.slice(start, keyEnd);
    if (key === 'H') {
      const found = hostAt(line, keyEnd + 1);
      host ??= found.host;
      next = found.end;
      continue;
    }
    const { value, end } = valueAt(line, keyEnd + 1);
    values[key] ??= value;
    next = end;
  }
  return { values, host, errno, messageAt };
}

function keyEndAt(line: string, start: number): number {
  // Most keys are one letter.
  if (line.charCodeAt(start + 1) === 0x3d) return start + 1;
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
