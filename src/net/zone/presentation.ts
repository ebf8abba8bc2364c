import { visible } from '../../core/readable.ts';
import { questionName } from '../question-name.ts';

const LABEL_OCTETS = 63; // RFC 1035 §2.3.4
const NAME_OCTETS = 253; // 255 on the wire, less the first length octet and the root label
const SHOWN = 60; // characters of somebody's text in a message: a hostile line may hold a megabyte

/** Somebody's text in a message: quoted, safe to print, never long. */
export function shown(text: string): string {
  return `"${visible(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)}"`;
}

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * A character-string of a master file as the octets it stands for (RFC 1035 §5.1): `\DDD` is that octet, `\X` is X,
 * and other characters are their UTF-8 octets. Undefined where an escape is none: `\25`, `\999`, a lone final `\`.
 */
export function octetsOf(raw: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- any ASCII octet but the backslash stands for itself
  if (/^[\x00-\x5B\x5D-\x7F]*$/.test(raw)) return raw;
  let octets = '';
  let from = 0;
  for (let at = raw.indexOf('\\'); at !== -1; at = raw.indexOf('\\', from)) {
    octets += utf8(raw.slice(from, at));
    const escape = escapeAt(raw, at);
    if (escape === undefined) return undefined;
    octets += escape.octet ?? utf8(raw.slice(at + 1, escape.end));
    from = escape.end;
  }
  return octets + utf8(raw.slice(from));
}

function escapeAt(raw: string, at: number): { octet?: string; end: number } | undefined {
  const next = raw.codePointAt(at + 1);
  if (next === undefined) return undefined;
  if (!isDigit(next)) return { end: at + (next > 0xffff ? 3 : 2) };
  const digits = raw.slice(at + 1, at + 4);
  if (!/^\d{3}$/.test(digits) || Number(digits) > 255) return undefined;
  return { octet: String.fromCharCode(Number(digits)), end: at + 4 };
}

export type NameReading =
  | {
      readonly name: string;
      /** A label holds a dot, `\.` in the name: common in the mailbox of an SOA, not askable as an owner. */
      readonly dotted: boolean;
    }
  | { readonly problem: string };

/**
 * A domain name of a master file as our names are: lower case, U-labels turned into A-labels, no final dot.
 * Relative names are completed with `origin`, `@` is the origin (RFC 1035 §5.1).
 */
export function readName(raw: string, origin: string | undefined): NameReading {
  if (raw === '.') return { name: '', dotted: false };
  const relative = raw === '@' || !endsInDot(raw);
  if (relative && origin === undefined) return { problem: `${shown(raw)} is a relative name and there is no origin` };
  if (raw === '@') return { name: origin ?? '', dotted: false };
  const labels = /^[\w*.-]+$/.test(raw) ? { all: raw.toLowerCase().split('.'), dotted: false } : labelsOf(raw);
  if ('problem' in labels) return labels;
  if (!relative) labels.all.pop();
  if (labels.all.some((label) => label === '')) return { problem: `the name ${shown(raw)} has an empty label` };
  const long = labels.all.find((label) => label.length > LABEL_OCTETS);
  if (long !== undefined) return { problem: `the label ${shown(long)} is longer than ${LABEL_OCTETS} octets` };
  const own = labels.all.join('.');
  const name = relative && origin !== undefined && origin !== '' ? `${own}.${origin}` : own;
  if (name.length > NAME_OCTETS) return { problem: `the name ${shown(raw)} is longer than 255 octets` };
  return { name, dotted: labels.dotted };
}

function endsInDot(raw: string): boolean {
  if (!raw.endsWith('.')) return false;
  let escapes = 0;
  for (let at = raw.length - 2; at >= 0 && raw[at] === '\\'; at -= 1) escapes += 1;
  return escapes % 2 === 0;
}

/** Labels of a name with escapes or characters beyond ASCII in it. Octets from escapes are kept, text goes through IDNA. */
function labelsOf(raw: string): { all: string[]; dotted: boolean } | { problem: string } {
  const all: string[] = [];
  let label = '';
  let international = false;
  let dotted = false;
  const finish = (): boolean => {
    const ascii = international ? questionName(label) : label.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (ascii === undefined) return false;
    all.push(ascii);
    label = '';
    international = false;
    return true;
  };
  for (let at = 0; at < raw.length;) {
    const char = raw[at] ?? '';
    if (char === '.') {
      if (!finish()) return { problem: `the label ${shown(label)} is no domain name label` };
      at += 1;
    } else if (char === '\\') {
      const escape = escapeAt(raw, at);
      if (escape === undefined) return { problem: `the name ${shown(raw)} has an escape that is none` };
      const meant = escape.octet ?? raw.slice(at + 1, escape.end);
      if (meant === '.') dotted = true;
      label += meant === '.' ? '\\.' : meant;
      at = escape.end;
    } else {
      if (char > '\x7F') international = true;
      label += char;
      at += 1;
    }
  }
  if (!finish()) return { problem: `the label ${shown(label)} is no domain name label` };
  return { all, dotted };
}

const escaped = (char: string): string => `\\${String(char.charCodeAt(0)).padStart(3, '0')}`;
/** Characters above U+00FF are no octets; they become their UTF-8 octets, which is what the wire would carry. */
// oxlint-disable-next-line no-control-regex -- everything that is an octet
const asOctets = (text: string): string => (/^[\x00-\xFF]*$/.test(text) ? text : utf8(text));

/** A name in presentation form, fully qualified: `example.com.` */
export function printName(name: string): string {
  const octets = asOctets(name).replaceAll(/\\\.|["();@$\\]/g, (part) => (part.length > 1 ? part : `\\${part}`));
  return `${octets.replaceAll(/[^\x21-\x7E]/g, escaped)}.`;
}

/** An octet string in presentation form, quoted: what `octetsOf` reads back as the same octets. */
export function printString(octets: string): string {
  const inside = asOctets(octets).replaceAll(/["\\]/g, (char) => `\\${char}`);
  return `"${inside.replaceAll(/[^\x20-\x7E]/g, escaped)}"`;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const LONGEST_TTL = 2_147_483_647; // RFC 2181 §8

/** Seconds: `3600`, or BIND's units as in `1h30m` and `1W`. Undefined where it is none, or over 2^31 - 1 (RFC 2181 §8). */
export function readTtl(raw: string): number | undefined {
  if (/^\d{1,10}$/.test(raw)) return Number(raw) <= LONGEST_TTL ? Number(raw) : undefined;
  if (raw.length > 40 || !/^\d[\dsmhdw]*$/i.test(raw)) return undefined;
  let seconds = 0;
  // A last number without a unit is seconds
  for (const [, digits, unit] of raw.toLowerCase().matchAll(/(\d*)([smhdw]|$)/g)) {
    if (digits === '' && unit !== '') return undefined;
    seconds += Number(digits) * (UNITS[unit || 's'] ?? 0);
  }
  return seconds <= LONGEST_TTL ? seconds : undefined;
}
