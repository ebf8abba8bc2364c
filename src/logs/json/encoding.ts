/** What begins with a bracket, in UTF-8 or UTF-16, with or without a byte order mark or a record separator (RFC 7464). */
export function beginsJson(bytes: Uint8Array): boolean {
  const encoding = encodingOf(bytes);
  const start = encoding === undefined ? bytes.subarray(0, LOOKED_AT) : Buffer.from(decoded(encoding, bytes));
  return JSON_START.test(Buffer.from(start).toString());
}
// oxlint-disable-next-line no-control-regex -- it is the separator that is meant
const JSON_START = /^[\s\u001E]*[[{]/;
const LOOKED_AT = 1024;
const decoded = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT));

/** Octets that tell the encoding. */
const MARK = 3;

/** By the mark, or by where the zeros of a first bracket or blank are (RFC 4627 §3); undefined: UTF-8. */
function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first = 1, second = 1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && first < 0x80 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 && second < 0x80 ? 'utf-16be' : undefined;
}

/** Any of these encodings, in pieces, to UTF-8 without a mark. Pieces of UTF-8 are handed on as they are. */
export function utf8Pieces(): (piece: Uint8Array, isLast: boolean) => Uint8Array {
  let held: Buffer | undefined = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return (piece, isLast) => {
    let bytes = piece;
    if (held !== undefined) {
      bytes = held = Buffer.concat([held, piece]);
      if (held.length < MARK && !isLast) return new Uint8Array();
      held = undefined;
      const encoding = encodingOf(bytes);
      if (encoding !== undefined) decoder = new TextDecoder(encoding);
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(MARK);
    }
    return decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: !isLast }));
  };
}
