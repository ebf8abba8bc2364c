import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflated64 } from '../../src/intake/deflate64.ts';
import type { Condition } from '../../src/intake/document.ts';
import { LIMITS } from '../../src/intake/limits.ts';
import { bzip2Of } from './bzip2-bytes.ts';
import { told } from './told.ts';
import { xzOf } from './xz-bytes.ts';
import { zipOf } from './zip-bytes.ts';

const XML = '<feedback/>';
/** As 7-Zip packs it: a repeat of 40,000 blanks, which is one symbol, and words from further back than 32 kiB. */
const LONG = `<feedback><!-- abcdefghijklmnopqrstuvwxyz0123456789${' '.repeat(40_000)}abcdefghijklmnopqrstuvwxyz0123456789 --></feedback>`;
const LONG_PACKED = Buffer.from(
  '5d63DcJAAADAVcwAL3KSXt7F4U0wOcP0dNS01t0kF5uU6rKo2jz2QsiKsqpTs1pvtu1ufziezpfr7f54vt6fwXA0nkxn88Uy4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeF3w1zEuhDz2fze5Lw==',
  'base64',
);

describe('members of a zip archive', () => {
  it('are read whatever common method packed them', async () => {
    expect(await told(zipOf({ 'a.xml': XML }, { method: 12, packed: (bytes) => bzip2Of(bytes) }))).toEqual([
      `stdin › a.xml = ${XML}`,
    ]);
    expect(await told(zipOf({ 'a.xml': XML }, { method: 95, packed: (bytes) => xzOf(bytes) }))).toEqual([
      `stdin › a.xml = ${XML}`,
    ]);
    for (const method of [20, 93]) {
      expect(await told(zipOf({ 'a.xml': XML }, { method, packed: (bytes) => zstdCompressSync(bytes) }))).toEqual([
        `stdin › a.xml = ${XML}`,
      ]);
    }
    // What DEFLATE packs without a repeat of 258 bytes is Deflate64 as well.
    expect(await told(zipOf({ 'a.xml': XML }, { method: 9 }))).toEqual([`stdin › a.xml = ${XML}`]);
    expect(await told(zipOf({ 'a.xml': LONG }, { method: 9, packed: () => LONG_PACKED }))).toEqual([
      `stdin › a.xml = ${LONG.length} characters`,
    ]);
  });

  it('are read as far as they go where the archive is cut off, or the data are damaged', async () => {
    const zip = zipOf({ 'a.xml': LONG }, { method: 9, packed: () => LONG_PACKED });
    const [cut] = await told(zip.subarray(0, 200));
    expect(cut).toMatch(/^stdin › a\.xml = \d+ characters; broken: compressed data are cut off$/);
    const [wrong] = await told(zipOf({ 'a.xml': XML }, { method: 12, packed: (bytes) => bzip2Of(bytes), checksum: 1 }));
    expect(wrong).toBe(`stdin › a.xml = ${XML}; broken: zip member is damaged: the checksum does not match`);
  });

  it('that nothing here unpacks are named, with a command that does', async () => {
    const names = {
      14: 'LZMA (zip method 14)',
      98: 'PPMd (zip method 98)',
      77: 'zip method 77',
    };
    for (const [method, name] of Object.entries(names)) {
      expect(await told(zipOf({ 'a.xml': XML }, { method: Number(method) }))).toEqual([
        `stdin › a.xml: packed with ${name}: unpack it first with \`7z x\` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)`,
      ]);
    }
  });

  it('cost no more than the limits allow, however they are packed', async () => {
    const [bomb] = await told(zipOf({ 'a.xml': LONG }, { method: 9, packed: () => LONG_PACKED }), {
      limits: { unpackedBytes: 1000 },
    });
    expect(bomb).toMatch(/unpacks to more than 1000 bytes, the limit/);
  });

  it('may hold anything in Deflate64: it is read to a fault, and never further', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(LONG_PACKED.length - 1),
        fc.nat(255),
        fc.integer({ min: 1, max: 400 }),
        async (at, byte, step) => {
          const bytes = Buffer.from(LONG_PACKED);
          bytes[at] = byte;
          const condition: Condition = { repairs: [] };
          let length = 0;
          const budget = { limits: LIMITS, packed: bytes.length, unpacked: 0 };
          for await (const piece of inflated64(inSteps(bytes, step), budget, condition)) length += piece.length;
          expect(length).toBeLessThan(300 * 65_538);
          if (bytes.equals(LONG_PACKED)) expect(length).toBe(LONG.length);
        },
      ),
    );
  });
});

// oxlint-disable-next-line require-await -- a stream of what is at hand
async function* inSteps(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}
