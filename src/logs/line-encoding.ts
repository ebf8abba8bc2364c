import type { BlockSplitter } from './blocks.ts';

const LITTLE = 'utf-16le';
const BIG = 'utf-16be';
/** Octets that tell the encoding: a mark, or two letters. */
const LOOKED_AT = 4;

/** By the mark, or by the zeros beside two Latin letters or digits, as every line of a log begins with. */
function utf16Of([a = 0, b = 0, c = 0, d = 0]: Uint8Array): typeof LITTLE | typeof BIG | undefined {
  if (a === 0xff && b === 0xfe) return LITTLE;
  if (a === 0xfe && b === 0xff) return BIG;
  if (isPrinted(a) && b === 0 && isPrinted(c) && d === 0) return LITTLE;
  return a === 0 && isPrinted(b) && c === 0 && isPrinted(d) ? BIG : undefined;
}

const isPrinted = (octet: number): boolean => octet > 0x20 && octet < 0x7f;

/** Lines in UTF-16, as PowerShell writes what a command printed (`docker logs mail > mail.log`), come in UTF-8. */
export function inUtf8(lines: BlockSplitter): BlockSplitter {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let held: Buffer | undefined = Buffer.alloc(0);
  const opened = (bytes: Buffer): void => {
    held = undefined;
    const encoding = utf16Of(bytes);
    if (encoding !== undefined) decoder = new TextDecoder(encoding);
    hand(bytes);
  };
  const hand = (bytes: Uint8Array): void =>
    decoder === undefined ? lines.push(bytes) : lines.push(Buffer.from(decoder.decode(bytes, { stream: true })));
  return {
    push(bytes) {
      if (held === undefined) return hand(bytes);
      const beginning = Buffer.concat([held, bytes]);
      if (beginning.length < LOOKED_AT) held = beginning;
      else opened(beginning);
    },
    end() {
      if (held !== undefined) opened(held);
      if (decoder !== undefined) lines.push(Buffer.from(decoder.decode()));
      lines.end();
      decoder = undefined;
      held = Buffer.alloc(0);
    },
  };
}
