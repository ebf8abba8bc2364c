import { isAscii, isUtf8 } from 'node:buffer';

export type Decoder = InstanceType<typeof TextDecoder>;

/** How the bytes of a table are to be read. */
export interface TableEncoding {
  /** Bytes that say how, and are none of the text. */
  readonly mark: number;
  readonly utf16: 'utf-16le' | 'utf-16be' | undefined;
  /** LF, or CR where a file has nothing else: spreadsheets of old. */
  readonly newline: number;
}

const LF = 0x0a;
const CR = 0x0d;

/** Looks at the beginning of a table. */
export function encodingOf(start: Uint8Array): TableEncoding {
  const utf16 = utf16Of(start);
  if (utf16 !== undefined) return { ...utf16, newline: LF };
  const mark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
  return { mark, utf16: undefined, newline: start.includes(CR) && !start.includes(LF) ? CR : LF };
}

/** By its mark, or by the zeros that stand between Latin letters. */
function utf16Of(start: Uint8Array): Pick<TableEncoding, 'mark' | 'utf16'> | undefined {
  const [a = 1, b = 1, c = 1, d = 1] = start;
  if (a === 0xff && b === 0xfe) return { mark: 2, utf16: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { mark: 2, utf16: 'utf-16be' };
  if (b === 0 && d === 0 && a !== 0 && c !== 0) return { mark: 0, utf16: 'utf-16le' };
  if (a === 0 && c === 0 && b !== 0 && d !== 0) return { mark: 0, utf16: 'utf-16be' };
  return undefined;
}

const windows1252 = new TextDecoder('windows-1252');

/**
 * Whole lines as text. What is no UTF-8 is Windows-1252, or as it is declared, line by line: files of several systems are joined, and a text
 * must not depend on where chunks end.
 */
export function textOfLines(bytes: Buffer, newline: number, otherwise: Decoder = windows1252): string {
  const text = isAscii(bytes)
    ? bytes.toString('latin1')
    : isUtf8(bytes)
      ? bytes.toString('utf8')
      : mixed(bytes, newline, otherwise);
  // What a machine leaves in a file when it loses its power.
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function mixed(bytes: Buffer, newline: number, otherwise: Decoder): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(newline, at);
    const stop = end === -1 ? bytes.length : end + 1;
    const line = bytes.subarray(at, stop);
    lines.push(isUtf8(line) ? line.toString('utf8') : otherwise.decode(line));
    at = stop;
  }
  return lines.join('');
}
