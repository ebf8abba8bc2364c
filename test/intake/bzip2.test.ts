import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { byteSources } from '../../src/intake/byte-sources.ts';
import { bunzipped } from '../../src/intake/bzip2.ts';
import type { Condition } from '../../src/intake/document.ts';
import { LIMITS } from '../../src/intake/limits.ts';
import { bzip2Of, newBits } from './bzip2-bytes.ts';
import { tarOf } from './tar-bytes.ts';
import { told } from './told.ts';

const XML = '<feedback/>';
/** Written by bzip2 1.0.8: `printf '<feedback/>' | bzip2 | base64`. */
const BY_THE_PROGRAM = Buffer.from('QlpoOTFBWSZTWX4SmGsAAACZAAAAgAU/CCAAIgA2oQAwKnO1MI8XckU4UJB+Ephr', 'base64');
const packed = bzip2Of(XML);

async function unpackedOf(bytes: Uint8Array, pieces = bytes.length): Promise<{ out: Buffer; condition: Condition }> {
  const condition: Condition = { repairs: [] };
  const parts: Uint8Array[] = [];
  const budget = { limits: LIMITS, packed: bytes.length, unpacked: 0 };
  for await (const part of bunzipped(inPieces(bytes, pieces), budget, condition)) parts.push(Uint8Array.from(part));
  return { out: Buffer.concat(parts), condition };
}
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function sourcesOf(stdin: Uint8Array): Promise<Buffer[]> {
  const texts: Buffer[] = [];
  for await (const source of byteSources(['-'], { stdin: inPieces(stdin, 50_000) })) {
    if (source.kind === 'failed') throw new Error(source.error);
    const parts: Uint8Array[] = [];
    for await (const chunk of source.open({ repairs: [] })) parts.push(Uint8Array.from(chunk));
    texts.push(Buffer.concat(parts));
  }
  return texts;
}

describe('bzip2 data', () => {
  it('are unpacked, stream after stream, and in each other', async () => {
    expect(await told(BY_THE_PROGRAM)).toEqual([`stdin = ${XML}`]);
    expect(await told(packed)).toEqual([`stdin = ${XML}`]);
    expect(await told(Buffer.concat([bzip2Of('<feed'), bzip2Of(''), bzip2Of('back/>')]))).toEqual([`stdin = ${XML}`]);
    expect(await told(gzipSync(bzip2Of(packed)))).toEqual([`stdin = ${XML}`]);
    expect(await told(bzip2Of(tarOf([{ name: 'a.xml', content: XML }])))).toEqual([`stdin › a.xml = ${XML}`]);
  });

  it('of a log on standard input are read, though a block be longer than what is looked at', async () => {
    const noise = noiseOf(300_000);
    const [only] = await sourcesOf(bzip2Of(noise, { blockBytes: 300_000 }));
    expect(only?.equals(noise)).toBe(true);
    const tar = bzip2Of(tarOf([{ name: 'mail.log', content: noise }]), { blockBytes: 299_000 });
    const [inTar] = await sourcesOf(tar);
    expect(inTar?.equals(noise)).toBe(true);
  });

  it('that are cut off, damaged, or have something behind them, say so', async () => {
    expect(await told(packed.subarray(0, -3))).toEqual([`stdin = ${XML}; broken: bzip2 data are cut off`]);
    expect(await told(packed.subarray(0, 20))).toEqual(['stdin: bzip2 data are cut off']);
    expect(await told(Buffer.concat([packed, Buffer.from('tail')]))).toEqual([
      `stdin = ${XML}; 4 bytes after the bzip2 data are ignored`,
    ]);
    const [other] = await told(changed(packed, 12));
    expect(other).toContain('broken: bzip2 data are damaged: the checksum does not match');
    expect(await told(changed(packed, 5))).toEqual([
      'stdin: bzip2 data are damaged: where a block should begin, none does',
    ]);
  });

  it('give what stands before the damage', async () => {
    const both = bzip2Of('a'.repeat(300) + 'b'.repeat(300), { blockBytes: 300 });
    const { out, condition } = await unpackedOf(changed(both, both.length - 14));
    expect(out.subarray(0, 300).toString()).toBe('a'.repeat(300));
    expect(condition.broken).toMatch(/^bzip2 data are /);
  });

  it('are stopped by the limits', async () => {
    const bomb = bzip2Of(`<feedback>${' '.repeat(60_000)}`);
    const [only] = await told(bomb, { limits: { ratioFrom: 16 * 1024 } });
    expect(only).toMatch(/^stdin: unpacks to more than 400 times its size/);
    expect(await told(Buffer.concat(Array<Buffer>(4).fill(bzip2Of(''))), { limits: { members: 3 } })).toEqual([
      'stdin: more than 3 bzip2 streams, the limit',
    ]);
  });

  it('of which no program would write the like are refused', async () => {
    const block = (): ReturnType<typeof newBits> => {
      const bits = newBits();
      for (const letter of 'BZh9') bits.add(8, letter.charCodeAt(0));
      return bits.add(24, 0x314159).add(24, 0x265359).add(16, 0).add(16, 0);
    };
    const fault = async (bits: ReturnType<typeof newBits>): Promise<string | undefined> => {
      const { condition } = await unpackedOf(Buffer.concat([bits.bytes(), Buffer.alloc(64)]));
      return condition.broken;
    };
    expect(await fault(block().add(1, 1))).toBe('bzip2 data are damaged: it is of a version before 0.9.5');
    // No byte is used.
    expect(await fault(block().add(1, 0).add(24, 0).add(16, 0))).toBe('bzip2 data are damaged: its codes are no codes');
    // Seven codes, a selector of a code that is not there, a code of no length.
    const one = (): ReturnType<typeof newBits> => block().add(1, 0).add(24, 0).add(16, 1).add(16, 1);
    expect(await fault(one().add(3, 7))).toBe('bzip2 data are damaged: its codes are no codes');
    expect(await fault(one().add(3, 2).add(15, 1).add(3, 7))).toBe('bzip2 data are damaged: its codes are no codes');
    expect(await fault(one().add(3, 2).add(15, 1).add(1, 0).add(5, 0))).toBe(
      'bzip2 data are damaged: its codes are no codes',
    );
  });
});

test('whatever bit is changed, nothing is thrown, and no damage goes unsaid', async () => {
  const text = `${'a'.repeat(300)}${'bcbcbcbc'.repeat(9)}aaaa\n`;
  const whole = bzip2Of(text);
  for (let at = 0; at < whole.length; at += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ (1 << bit);
      const { out, condition } = await unpackedOf(other);
      const isSaid = condition.broken !== undefined || condition.repairs.length > 0;
      expect(isSaid || out.toString() === text, `bit ${bit} of byte ${at}`).toBe(true);
    }
});

test('whatever is packed comes out again, in whatever pieces it is handed over', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 600 })), { maxLength: 6 }).map(runsOf),
  );
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 900 }), async (...given) => {
      const [bytes, pieces, blockBytes] = given;
      const { out, condition } = await unpackedOf(bzip2Of(bytes, { blockBytes }), pieces);
      expect(out.equals(bytes)).toBe(true);
      expect(condition).toEqual({ repairs: [] });
    }),
    { numRuns: 150 },
  );
});

const isInstalled = spawnSync('bzip2', ['--help']).error === undefined;

if (!isInstalled) console.log('skipped: no bzip2 here to compare with');
test.skipIf(!isInstalled)('what bzip2 has packed, at every level and of every length near its limits', async () => {
  const line = (n: number): string =>
    `Nov  9 08:00:${n % 60} mx postfix/smtp[${n}]: ${n * 7919}: to=<a${n}@b.example>\n`;
  const text = Array.from({ length: 12_000 }, (_, n) => line(n)).join('');
  for (const level of [1, 9])
    for (const length of [0, 1, 3, 4, 5, 99_980, 99_981, 100_000, 250_000, text.length]) {
      const input = Buffer.from(text.slice(0, length));
      const { stdout } = spawnSync('bzip2', [`-${level}`, '-c'], { input, maxBuffer: 1e8 });
      const { out, condition } = await unpackedOf(stdout, 50_000);
      expect(out.equals(input), `${length} bytes at level ${level}`).toBe(true);
      expect(condition).toEqual({ repairs: [] });
    }
});

function noiseOf(length: number): Buffer {
  let state = 1;
  return Buffer.from(Array.from({ length }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24));
}
function changed(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}
const runsOf = (runs: readonly (readonly [number, number])[]): Uint8Array =>
  Uint8Array.from(runs.flatMap(([byte, length]) => Array<number>(length).fill(byte)));
