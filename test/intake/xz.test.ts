import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Condition } from '../../src/intake/document.ts';
import { LIMITS } from '../../src/intake/limits.ts';
import { unxzed } from '../../src/intake/xz.ts';
import { tarOf } from './tar-bytes.ts';
import { told } from './told.ts';
import { numberBytes, xzBlock, xzOf, xzStream } from './xz-bytes.ts';
import { BY_THE_PROGRAM, lines, WITHOUT_CONTEXT } from './xz-vectors.ts';

const XML = '<feedback/>';
const packed = xzOf(XML);

async function unpackedOf(bytes: Uint8Array, pieces = bytes.length): Promise<{ out: Buffer; condition: Condition }> {
  const condition: Condition = { repairs: [] };
  const parts: Uint8Array[] = [];
  const budget = { limits: LIMITS, packed: bytes.length, unpacked: 0 };
  for await (const part of unxzed(inPieces(bytes, pieces), budget, condition)) parts.push(Uint8Array.from(part));
  return { out: Buffer.concat(parts), condition };
}
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('xz data', () => {
  test.each(Object.entries(BY_THE_PROGRAM))('are unpacked as the program wrote them, %s', async (_, text) => {
    const { out, condition } = await unpackedOf(Buffer.from(text, 'base64'), 100);
    expect(condition).toEqual({ repairs: [] });
    expect(out.toString()).toBe(lines());
  });

  it('are unpacked, stream after stream, with zeros between them, and in each other', async () => {
    expect(await told(packed)).toEqual([`stdin = ${XML}`]);
    expect(await told(Buffer.concat([xzOf('<feed'), Buffer.alloc(8), xzOf(''), xzOf('back/>')]))).toEqual([
      `stdin = ${XML}`,
    ]);
    expect(await told(gzipSync(xzOf(packed)))).toEqual([`stdin = ${XML}`]);
    expect(await told(xzOf(tarOf([{ name: 'a.xml', content: XML }])))).toEqual([`stdin › a.xml = ${XML}`]);
  });

  it.each([0, 1, 4, 10])('of any length, with checksum %i, whatever is read at a time', async (check) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 500 }),
        async (content, blockBytes, chunkBytes, pieces) => {
          const { out, condition } = await unpackedOf(xzOf(content, { blockBytes, chunkBytes, check }), pieces);
          expect(condition).toEqual({ repairs: [] });
          expect(out.equals(content)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('go on in a chunk that begins anew, with the same properties or with others', async () => {
    const whole = Buffer.from(WITHOUT_CONTEXT, 'base64');
    const start = 12 + ((whole[12] ?? 0) + 1) * 4;
    const [control = 0, ...sizes] = whole.subarray(start, start + 5);
    const properties = whole.subarray(start + 5, start + 6);
    const chunkBytes = whole.subarray(start + 6, start + 7 + whole.readUInt16BE(start + 3));
    const text = lines().slice(0, 600);
    const behind = async (chunk: Buffer): Promise<string> => {
      const first = whole.subarray(start, start + 6);
      const block = Buffer.concat([first, chunkBytes, chunk, chunkBytes, Buffer.of(0)]);
      const records = [numberBytes(12 + block.length), numberBytes(2 * text.length)];
      const stream = xzStream(xzBlock(block, { sum: Buffer.alloc(0) }), { records, check: 0 });
      const { out, condition } = await unpackedOf(stream);
      return condition.broken ?? out.toString();
    };
    expect(control).toBe(0xe0);
    expect(await behind(Buffer.from([0xa0, ...sizes]))).toBe(text + text);
    expect(await behind(Buffer.from([0xc0, ...sizes, ...properties]))).toBe(text + text);
    expect(await behind(Buffer.from([0xe0, ...sizes, ...properties]))).toBe(text + text);
    // Without that, what was learned in the first tells other bytes in the second.
    expect(await behind(Buffer.from([0x80, ...sizes]))).not.toBe(text + text);
  });

  it('that are cut off anywhere say so, and give what is whole', async () => {
    const whole = Buffer.from(BY_THE_PROGRAM['--check=none --lzma2=preset=0,lc=4,lp=0,pb=0,dict=4KiB'], 'base64');
    for (let at = 7; at < whole.length; at += 3) {
      const { out, condition } = await unpackedOf(whole.subarray(0, at));
      expect(condition, String(at)).toEqual({ repairs: [], broken: 'xz data are cut off' });
      expect(lines().startsWith(out.toString()), String(at)).toBe(true);
    }
    expect(await told(packed.subarray(0, -3))).toEqual([`stdin = ${XML}; broken: xz data are cut off`]);
  });

  it('with something behind them say so', async () => {
    expect(await told(Buffer.concat([packed, Buffer.from('tail')]))).toEqual([
      `stdin = ${XML}; 4 bytes after the xz data are ignored`,
    ]);
  });

  it('in which any byte is another are told as damaged, and never throw', async () => {
    const whole = Buffer.from(
      BY_THE_PROGRAM['--check=sha256 --block-size=2000 --lzma2=preset=6,lc=0,lp=4,pb=4,dict=4KiB'],
      'base64',
    );
    for (let at = 6; at < whole.length; at += 3) {
      const { condition } = await unpackedOf(changed(whole, at));
      expect(condition.broken, String(at)).toMatch(/^xz data /);
    }
  });

  it('are stopped by the limits', async () => {
    const [only] = await told(xzOf(xzOf(`<feedback>${' '.repeat(60_000)}`)), { limits: { unpackedBytes: 50_000 } });
    expect(only).toMatch(/unpacks to more than 48.8 kiB, the limit/);
    expect(await told(Buffer.concat(Array<Buffer>(4).fill(xzOf(''))), { limits: { members: 3 } })).toEqual([
      'stdin: more than 3 xz streams, the limit',
    ]);
    expect(await told(xzOf('<feedback>', { blockBytes: 1 }), { limits: { members: 3 } })).toEqual([
      'stdin = <fe; broken: more than 3 blocks of xz data, the limit',
    ]);
  });

  it('of other filters, or with a dictionary of gigabytes, are named with the command that unpacks them', async () => {
    const fault = async (block: Buffer): Promise<string | undefined> =>
      (await unpackedOf(xzStream(block, { records: [numberBytes(16), numberBytes(1)] }))).condition.broken;
    const undone = '`xz -d` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)';
    expect(await fault(xzBlock(Buffer.of(0), { flags: 1, filters: [4, 0, 0x21, 1, 20] }))).toBe(
      `xz data with the filter x86: unpack it first with ${undone}`,
    );
    expect(await fault(xzBlock(Buffer.of(0), { filters: [0x21, 1, 40] }))).toBe(
      `xz data with a dictionary of more than 64 MiB: unpack it first with ${undone}`,
    );
    expect(await fault(xzBlock(Buffer.of(0), { flags: 4 }))).toBe('xz data are of a newer kind than is known here');
    expect(await fault(xzBlock(Buffer.of(2, 0, 0, 65, 0)))).toBe(
      'xz data are damaged: the first chunk goes on where none was',
    );
    expect(await fault(xzBlock(Buffer.of(1, 0, 0, 65, 0x80, 0, 0, 0, 0)))).toBe(
      'xz data are damaged: a chunk without properties',
    );
    expect(await fault(xzBlock(Buffer.of(0xe0, 0, 0, 0, 0, 225, 0)))).toBe(
      'xz data are damaged: a chunk with properties that are none (225)',
    );
    expect(await fault(xzBlock(Buffer.of(3)))).toBe('xz data are damaged: the first chunk goes on where none was');
    expect(await fault(xzBlock(Buffer.of(1, 0, 0, 65, 3)))).toBe('xz data are damaged: a chunk of an unknown kind (3)');
    expect(await fault(xzBlock(Buffer.of(0), { flags: 1, filters: [0x21, 1, 20] }))).toBe(
      'xz data are damaged: a block has filters behind the last',
    );
    const newer = xzStream(xzBlock(Buffer.of(0)), { records: [numberBytes(16), numberBytes(1)], check: 16 });
    expect((await unpackedOf(newer)).condition.broken).toBe('xz data are of a newer kind than is known here');
    // Their own lengths, where a header says them.
    const notSo = 'xz data are damaged: a block is not as long as it says';
    expect(await fault(xzBlock(Buffer.of(1, 0, 0, 65, 0), { flags: 0x40, filters: [6, 0x21, 1, 20] }))).toBe(notSo);
    expect(await fault(xzBlock(Buffer.of(1, 0, 0, 65, 0), { flags: 0x80, filters: [2, 0x21, 1, 20] }))).toBe(notSo);
    const plain = xzBlock(Buffer.of(1, 0, 0, 65, 0), { sum: Buffer.from('8bd9d3d3', 'hex') });
    expect(await fault(plain)).toMatch(/the checksum of a block does not match|its index/);
  });
});

const hasProgram = spawnSync('xz', ['--version']).status === 0;

describe('beside the program xz', () => {
  it.skipIf(!hasProgram)(
    'all it packs is unpacked alike (skipped where it is not installed)',
    async () => {
      const words = lines().split(/\b/);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(fc.constantFrom(...words), fc.string(), fc.constant('\0'.repeat(3000))), {
            maxLength: 3000,
          }),
          fc.constantFrom(0, 3, 6, 9),
          fc.constantFrom('', ',lc=0,lp=4,pb=4', ',lc=4,lp=0,pb=0', ',lc=1,lp=2,pb=3,dict=4KiB'),
          async (parts, preset, more) => {
            const content = Buffer.from(parts.join(''));
            const { stdout } = spawnSync('xz', [`--lzma2=preset=${preset}${more}`, '-c'], { input: content });
            const { out, condition } = await unpackedOf(stdout, 5000);
            expect(condition).toEqual({ repairs: [] });
            expect(out.equals(content)).toBe(true);
          },
        ),
        { numRuns: 25 },
      );
    },
    60_000,
  );
});

function changed(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x5a;
  return copy;
}
