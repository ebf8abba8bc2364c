import type { Passage } from '../xml/scanner.ts';
import { type Units, cutOut } from '../xml/units.ts';
import { canonicalIp } from './ip-address.ts';
import { isAt } from './words.ts';
import { memory } from '../xml/memory.ts';

/** The beginning of a record up to and with its count, which is followed by what `Tail` is about. */
export interface Head extends Passage {
  readonly sourceIp: string;
  readonly count: number;
}

/** How a reporter writes what stands around the address and the count. */
interface Style {
  readonly lead: DataView;
  readonly middle: DataView;
  readonly lines: number;
  /** Characters behind the last end of a line, but for those of the address and count; undefined where there is none. */
  readonly column: number | undefined;
  /** Whether the address stands behind that end. */
  readonly addressBehind: boolean;
}

/** A beginning that says what it says to every parser: nothing but blanks, and the tags as RFC 9990 has them. */
const HEAD =
  /^([\t\n ]*<record>[\t\n ]*<row>[\t\n ]*<source_ip>)([^<]+)(<\/source_ip>[\t\n ]*<count>)(\d{1,15})<\/count>$/;
const COUNT_END = new DataView(Uint8Array.from('</count>', (char) => char.charCodeAt(0)).buffer);
/** Units of a beginning that is looked at to learn from it. */
const LONGEST = 512;
/** Styles remembered: of one reporter it is always the same. */
const STYLES = 8;
const LONGEST_ADDRESS = 39;
const MOST_DIGITS = 15;

const LESS = 0x3c;
const ZERO = 0x30;

/** Recognises the beginnings of records by how those before them were written. */
export interface Heads {
  /** The beginning that stands at `at`: behind a record, the metadata or the policy. Good until the next call. */
  find(units: Units, at: number): Head | undefined;
  /** Says what stood in front of a tail that begins at `end`. */
  learn(units: Units, start: number, end: number): void;
}

export function createHeads(): Heads {
  const styles: Style[] = [];
  const addresses = memory(16_384, LONGEST_ADDRESS, (text) => canonicalIp(text) ?? '');
  const found = { sourceIp: '', count: 0, length: 0, lines: 0, column: undefined as number | undefined };

  function matches(style: Style, units: Units, bytes: DataView, start: number): boolean {
    const { codes } = units;
    if (!isAt(style.lead, bytes, start)) return false;
    const address = start + style.lead.byteLength;
    let at = address;
    let hash = 0;
    for (; at < codes.length && codes[at] !== LESS; at += 1) hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0;
    if (at === address || at - address > LONGEST_ADDRESS || !isAt(style.middle, bytes, at)) return false;
    const addressEnd = at;
    const counted = addressEnd + style.middle.byteLength;
    let count = 0;
    for (at = counted; at < codes.length; at += 1) {
      const digit = (codes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      count = count * 10 + digit;
    }
    if (at === counted || at - counted > MOST_DIGITS || !isAt(COUNT_END, bytes, at)) return false;
    const sourceIp = addresses.stretch(units, address, addressEnd, hash);
    // What is no address, or has blanks around it, is another's business.
    if (sourceIp === '') return false;
    found.sourceIp = sourceIp;
    found.count = count;
    found.length = at + COUNT_END.byteLength - start;
    found.lines = style.lines;
    found.column =
      style.column === undefined
        ? undefined
        : style.column + at - counted + (style.addressBehind ? addressEnd - address : 0);
    return true;
  }

  return {
    find(units, at) {
      const { bytes } = units;
      if (bytes === undefined) return undefined;
      for (let place = 0; place < styles.length; place += 1) {
        const style = styles[place];
        if (style === undefined || !matches(style, units, bytes, at)) continue;
        if (place > 0) styles.unshift(...styles.splice(place, 1));
        return found;
      }
      return undefined;
    },
    learn(units, start, end) {
      const { bytes } = units;
      if (bytes === undefined || end - start > LONGEST) return;
      const [, lead, address, middle, count] = HEAD.exec(cutOut(units, start, end)) ?? [];
      if (lead === undefined || address === undefined || middle === undefined || count === undefined) return;
      const middleAt = start + lead.length + address.length;
      const around = `${lead}${middle}</count>`;
      const lastLine = around.lastIndexOf('\n');
      const style: Style = {
        lead: new DataView(bytes.buffer.slice(start, start + lead.length)),
        middle: new DataView(bytes.buffer.slice(middleAt, middleAt + middle.length)),
        lines: around.split('\n').length - 1,
        column: lastLine === -1 ? undefined : around.length - lastLine - 1,
        addressBehind: lastLine < lead.length,
      };
      if (styles.some((known) => isSame(known, style))) return;
      if (styles.length >= STYLES) styles.pop();
      styles.unshift(style);
    },
  };
}

const isSame = (a: Style, b: Style): boolean =>
  a.lead.byteLength === b.lead.byteLength &&
  a.middle.byteLength === b.middle.byteLength &&
  isAt(a.lead, b.lead, 0) &&
  isAt(a.middle, b.middle, 0);
