/** How bzip2 would pack it, but for the codes: all are of one length, and a block is sorted in the plainest way. */
export function bzip2Of(content: string | Uint8Array, { level = 9, blockBytes = 90_000 } = {}): Buffer {
  const bits = newBits();
  for (const letter of `BZh${level}`) bits.add(8, letter.charCodeAt(0));
  let sum = 0;
  for (const block of blocksOf(Buffer.from(content), blockBytes)) {
    const checksum = checksumOf(block);
    addBlock(bits, folded(block), checksum);
    sum = (((sum << 1) | (sum >>> 31)) ^ checksum) >>> 0;
  }
  bits
    .add(24, 0x177245)
    .add(24, 0x385090)
    .add(16, sum >>> 16)
    .add(16, sum & 0xffff);
  return bits.bytes();
}

/** Bits of nothing, for what no program would write. */
export function newBits() {
  const written: number[] = [];
  let [held, count] = [0, 0];
  const bits = {
    add(width: number, value: number) {
      for (let at = width - 1; at >= 0; at -= 1) {
        held = (held << 1) | ((value >>> at) & 1);
        count += 1;
        if (count === 8) {
          written.push(held);
          [held, count] = [0, 0];
        }
      }
      return bits;
    },
    bytes: () => Buffer.from(count === 0 ? written : [...written, held << (8 - count)]),
  };
  return bits;
}

function* blocksOf(content: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

function checksumOf(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  }
  return ~value >>> 0;
}

/** Four equal bytes, and how many more there are. */
function folded(bytes: Uint8Array): number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    let run = 1;
    while (run < 259 && bytes[at + run] === byte) run += 1;
    for (let n = 0; n < Math.min(run, 4); n += 1) out.push(byte);
    if (run >= 4) out.push(run - 4);
    at += run;
  }
  return out;
}

type BitWriter = ReturnType<typeof newBits>;

function addBlock(bits: BitWriter, block: readonly number[], checksum: number): void {
  const { last, origin } = sorted(block);
  const used = [...new Set(block)].toSorted((a, b) => a - b);
  const symbols = symbolsOf(last, used);
  bits
    .add(24, 0x314159)
    .add(24, 0x265359)
    .add(16, checksum >>> 16)
    .add(16, checksum & 0xffff)
    .add(1, 0);
  bits.add(24, origin);
  const ranges = Array.from({ length: 16 }, (_, range) => used.filter((byte) => byte >> 4 === range));
  for (const range of ranges) bits.add(1, range.length > 0 ? 1 : 0);
  for (const range of ranges.filter(({ length }) => length > 0))
    for (let low = 0; low < 16; low += 1) bits.add(1, range.some((byte) => (byte & 15) === low) ? 1 : 0);
  const groups = Math.ceil(symbols.length / 50);
  bits.add(3, 2).add(15, groups);
  // By turns the one code and the other, which is the same: the other of two stands second each time but the first.
  for (let group = 0; group < groups; group += 1) bits.add(group === 0 ? 1 : 2, group === 0 ? 0 : 0b10);
  const width = Math.ceil(Math.log2(used.length + 2));
  for (let code = 0; code < 2; code += 1) {
    bits.add(5, width);
    for (let symbol = 0; symbol < used.length + 2; symbol += 1) bits.add(1, 0);
  }
  for (const symbol of symbols) bits.add(width, symbol);
}

/** The Burrows–Wheeler transform: the last bytes of all rotations in order, and where the text itself stands. */
function sorted(block: readonly number[]): { last: number[]; origin: number } {
  const { length } = block;
  const at = (index: number): number => block[index % length] ?? 0;
  const rotations = Array.from(block, (_, index) => index).toSorted((a, b) => {
    for (let n = 0; n < length; n += 1) if (at(a + n) !== at(b + n)) return at(a + n) - at(b + n);
    return a - b;
  });
  return { last: rotations.map((start) => at(start + length - 1)), origin: rotations.indexOf(0) };
}

/** Each byte by how lately it was seen; runs of the latest as numbers of the digits 1 and 2, the lowest first. */
function symbolsOf(bytes: readonly number[], used: readonly number[]): number[] {
  const list = [...used];
  const out: number[] = [];
  let run = 0;
  const endRun = (): void => {
    for (; run > 0; run = (run - 1) >> 1) out.push(run % 2 === 1 ? 0 : 1);
  };
  for (const byte of bytes) {
    const place = list.indexOf(byte);
    list.splice(place, 1);
    list.unshift(byte);
    if (place === 0) {
      run += 1;
      continue;
    }
    endRun();
    out.push(place + 1);
  }
  endRun();
  return [...out, used.length + 1];
}
