import type { BlockSplitter } from './blocks.ts';
import { utf16Marked, utf8Pieces } from './utf8.ts';

/** By the mark, or by the zeros beside two Latin letters or digits, as every line of a log begins with. */
function utf16Of(start: Uint8Array): ReturnType<typeof utf16Marked> {
  const [a = 0, b = 0, c = 0, d = 0] = start;
  if (isPrinted(a) && b === 0 && isPrinted(c) && d === 0) return 'utf-16le';
  return a === 0 && isPrinted(b) && c === 0 && isPrinted(d) ? 'utf-16be' : utf16Marked(start);
}

const isPrinted = (octet: number): boolean => octet > 0x20 && octet < 0x7f;

/** Lines in UTF-16, as PowerShell writes what a command printed (`docker logs mail > mail.log`), come in UTF-8. */
export function inUtf8(lines: BlockSplitter): BlockSplitter {
  let converted = utf8Pieces(utf16Of);
  return {
    push: (bytes) => lines.push(converted(bytes, false)),
    end() {
      lines.push(converted(new Uint8Array(), true));
      lines.end();
      converted = utf8Pieces(utf16Of);
    },
  };
}
