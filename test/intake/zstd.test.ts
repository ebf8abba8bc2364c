import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

const XML = '<feedback/>';
const zst = zstdCompressSync(XML);

describe('Zstandard data', () => {
  it('are unpacked, frame after frame, and in each other', async () => {
    expect(await told(zst)).toEqual([`stdin = ${XML}`]);
    expect(await told(Buffer.concat([zstdCompressSync('<feed'), zstdCompressSync('back/>')]))).toEqual([
      `stdin = ${XML}`,
    ]);
    expect(await told(gzipSync(zstdCompressSync(zst)))).toEqual([`stdin = ${XML}`]);
  });

  it('that are cut off, or have something behind them, say so', async () => {
    expect(await told(zst.subarray(0, -3))).toEqual(['stdin = <feedbac; broken: compressed data are cut off']);
    expect(await told(Buffer.concat([zst, Buffer.from('tail')]))).toEqual([
      `stdin = ${XML}; 4 bytes after the Zstandard data are ignored`,
    ]);
  });

  it('are stopped by the same limits', async () => {
    const bomb = zstdCompressSync(`<feedback>${' '.repeat(20_000_000)}`);
    const [only] = await told(bomb, { limits: { ratioFrom: 1024 * 1024 } });
    expect(only).toMatch(/^stdin = \d+ characters; broken: unpacks to more than 400 times its size/);
    let deep: Uint8Array = zst;
    for (let depth = 0; depth < 4; depth += 1) deep = zstdCompressSync(deep);
    expect(await told(deep, { limits: { nesting: 3 } })).toEqual([
      'stdin: archives and mails nested more than 3 deep, the limit',
    ]);
  });

  it('that ask for more memory than a decoder must have are refused', async () => {
    const text = `<feedback>${'x'.repeat(20_000_000)}`;
    const wide = zstdCompressSync(text, { params: { [constants.ZSTD_c_windowLog]: 27 } });
    const [only] = await told(wide, { limits: { ratio: 1e9 } });
    expect(only).toMatch(/^stdin: compressed data are damaged/);
  });
});
