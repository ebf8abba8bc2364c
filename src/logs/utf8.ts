type Utf16 = 'utf-16le' | 'utf-16be';

/** Octets that tell the encoding: a mark, or two letters. */
const LOOKED_AT = 4;
const MARK = Buffer.from('\uFEFF');

/**
 * Brings pieces of one text to UTF-8 without a mark: UTF-16, which `utf16Of` tells by its first octets, is converted; all
 * else is handed on as it is.
 */
export function utf8Pieces(
  utf16Of: (start: Uint8Array) => Utf16 | undefined,
): (piece: Uint8Array, isLast: boolean) => Uint8Array {
  let held: Buffer | undefined = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return (piece, isLast) => {
    let bytes = piece;
    if (held !== undefined) {
      bytes = held = Buffer.concat([held, piece]);
      if (held.length < LOOKED_AT && !isLast) return NOTHING;
      const encoding = utf16Of(held);
      if (encoding !== undefined) decoder = new TextDecoder(encoding);
      else if (held.subarray(0, MARK.length).equals(MARK)) bytes = held.subarray(MARK.length);
      held = undefined;
    }
    return decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: !isLast }));
  };
}

const NOTHING = new Uint8Array();

/** By the mark; undefined where there is none. */
export function utf16Marked([first, second]: Uint8Array): Utf16 | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
