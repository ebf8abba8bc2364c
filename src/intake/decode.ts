import { isAscii, isUtf8 } from 'node:buffer';
import { bufferOf, isLatin1, isUtf8Label, windows1252 } from '../mail/charset.ts';
import type { Condition } from './document.ts';
import { utf16Order } from './recognise.ts';

/** Bytes to text, a chunk at a time. Nothing of a chunk is kept, so its buffer may be used again. */
export type Decoder = (bytes: Uint8Array, last: boolean) => string;

const EMPTY = Buffer.alloc(0);

/**
 * The decoder for a document that starts with `head`: by byte order mark, by the look of UTF-16, by the XML declaration, by
 * what the mail around it says, otherwise UTF-8. Bytes that are not UTF-8 after all are windows-1252 from there on, and the condition says so.
 */
export function decoderFor(head: Uint8Array, condition: Condition, charset?: string): Decoder {
  const order = utf16Order(head);
  if (order !== undefined) return utf16(order);
  const label = declaredEncoding(head) ?? charset;
  if (label === undefined || isUtf8Label(label)) return utf8(condition);
  if (isLatin1(label)) return windows1252;
  // Declared UTF-16 that does not look like it was recoded on the way and kept its declaration.
  if (/^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(label)) return utf8(condition);
  try {
    const decoder = new TextDecoder(label);
    return (bytes, last) => decoder.decode(bytes, { stream: !last });
  } catch {
    condition.repairs.push({ what: `unknown encoding "${label}", read as UTF-8` });
    return utf8(condition);
  }
}

/** The declaration that was read last: nearly all documents have the same. */
let lately: { readonly declaration: string; readonly encoding: string | undefined } | undefined;

function declaredEncoding(head: Uint8Array): string | undefined {
  const start = bufferOf(head.subarray(0, 512)).toString('latin1');
  if (lately !== undefined && start.startsWith(lately.declaration)) return lately.encoding;
  const declaration = /<\?xml\s[^>]{0,300}/i.exec(start)?.[0];
  const encoding = encodingIn(declaration);
  if (declaration !== undefined && start.startsWith(`${declaration}>`))
    lately = { declaration: `${declaration}>`, encoding };
  return encoding;
}

function encodingIn(declaration: string | undefined): string | undefined {
  return declaration === undefined ? undefined : /\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(declaration)?.[1];
}

function utf8(condition: Condition): Decoder {
  let carry: Buffer = EMPTY;
  let start = true;
  let fallen = false;
  return (bytes, last) => {
    if (fallen) return windows1252(bytes);
    let whole = carry.length === 0 ? bufferOf(bytes) : Buffer.concat([carry, bytes]);
    if (start && whole.length >= 3) {
      start = false;
      if (whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf) whole = whole.subarray(3);
    }
    const end = wholeCharacters(whole);
    const part = whole.subarray(0, end);
    carry = end === whole.length ? EMPTY : Buffer.from(whole.subarray(end));
    if (isAscii(part)) return part.toString('latin1') + cutOff(carry, last);
    if (isUtf8(part)) return part.toString('utf8') + cutOff(carry, last);
    fallen = true;
    condition.repairs.push({ what: 'not valid UTF-8, read as windows-1252' });
    return windows1252(whole);
  };
}

/** A character that the end of the document cuts in two is one unknown character. */
const cutOff = (carry: Buffer, last: boolean): string => (last && carry.length > 0 ? '\uFFFD' : '');

/** Where the last whole UTF-8 character ends: at most three bytes are left for the next chunk. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function utf16(order: 'little' | 'big'): Decoder {
  let carry: Buffer = EMPTY;
  let start = true;
  return (bytes, last) => {
    const whole = Buffer.concat([carry, bytes]);
    const end = whole.length - (whole.length % 2);
    carry = Buffer.from(whole.subarray(end));
    const units = whole.subarray(0, end);
    const text = (order === 'big' ? units.swap16() : units).toString('utf16le');
    const marked = start && text.charCodeAt(0) === 0xfeff;
    if (text !== '') start = false;
    return (marked ? text.slice(1) : text) + cutOff(carry, last);
  };
}
