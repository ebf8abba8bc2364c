import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { byteSources } from '../../src/intake/byte-sources.ts';
import { unbzipped } from '../../src/intake/bzip2/bzip2.ts';
import type { Condition } from '../../src/intake/document.ts';
import { LIMITS } from '../../src/intake/limits.ts';
import { told } from './told.ts';

// Node has no way to write it: what bzip2(1) made of these texts.
const packed = (base64: string): Buffer => Buffer.from(base64, 'base64');
const XML = '<feedback/>';
const REPORT = packed('QlpoOTFBWSZTWX4SmGsAAACZAAAAgAU/CCAAIgA2oQAwKnO1MI8XckU4UJB+Ephr');
const RUNS = `${'a'.repeat(300)}${'bcbcbcbc'.repeat(9)}aaaa\n`;
const RUNS_PACKED = packed('QlpoOTFBWSZTWT477AAAAAXRAMAQACA4AAAIIAAxDACKNBKpd7IxQN4EJ4u5IpwoSB8d9gAA');
/** Three blocks, of 100,000 octets each but the last. */
const LINES = Array.from({ length: 40_000 }, (_, n) => `line ${n % 7}\n`).join('');
const LINES_PACKED = packed(
  'QlpoMTFBWSZTWQkfRAUAj3fZAAAQQAB/AAIlIACQIBoAE1VAMjTFQDrlQDpQDeoB3UA8qAYqAZJQJklAmiUCaJQJ8SgTRKBPzFBWSZTWSlpAxIAm2vZAAAQQAB/AAIlIACQIBoAE1VAMjTFQDioBzUA6qAY8UAwoBvUAySgTJKBNEoE0SgT4lAmiUCfmKCskyms8trxOwBBZqyAAAggAD+AARKQAEkClUAD1ApVGgyDKFFhCi4gouYKLqCi7gosZgotJJFNJJFMSSKYkkU+SSKYkkU/F3JFOFCQkxr0RgA==',
);
const BOMB = packed('QlpoOTFBWSZTWXBnGFUCZMAbAMAAAAUACD8IAAggAFCBoGgJqqaDRk2CUornFVKEo63jP3uret5BKUV+LuSKcKEg4M4wqg==');

async function unpacked(bytes: Uint8Array, piece = 1000): Promise<{ text: string; broken: string | undefined }> {
  const condition: Condition = { repairs: [] };
  const budget = { limits: LIMITS, packed: bytes.length, unpacked: 0 };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
  }
  const out: Buffer[] = [];
  for await (const chunk of unbzipped(pieces(), budget, condition)) out.push(Buffer.from(chunk));
  return { text: Buffer.concat(out).toString('latin1'), broken: condition.broken };
}

describe('bzip2 data', () => {
  it('are unpacked: runs of a byte, several blocks, streams behind each other, in whatever pieces they come', async () => {
    expect(await unpacked(RUNS_PACKED)).toEqual({ text: RUNS, broken: undefined });
    expect(await unpacked(LINES_PACKED, 3)).toEqual({ text: LINES, broken: undefined });
    expect(await unpacked(Buffer.concat([RUNS_PACKED, LINES_PACKED, RUNS_PACKED]))).toEqual({
      text: RUNS + LINES + RUNS,
      broken: undefined,
    });
  });

  it('are found where reports are, and in other packing', async () => {
    expect(await told(REPORT)).toEqual([`stdin = ${XML}`]);
    expect(await told(gzipSync(REPORT))).toEqual([`stdin = ${XML}`]);
    expect(await told(Buffer.concat([REPORT, Buffer.from('tail')]))).toEqual([
      `stdin = ${XML}; 4 bytes after the bzip2 data are ignored`,
    ]);
  });

  it('of a log on standard input are read, though a block be longer than what is looked at', async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(LINES_PACKED);
    }
    let text = '';
    for await (const source of byteSources(['-'], { stdin: stdin() })) {
      if (source.kind === 'failed') throw new Error(source.error);
      for await (const chunk of source.open({ repairs: [] })) text += Buffer.from(chunk).toString();
    }
    expect(text === LINES).toBe(true);
  });

  it('that are cut off or damaged say so, and what came before is read', async () => {
    const cut = await unpacked(LINES_PACKED.subarray(0, -40));
    expect(cut.broken).toBe('bzip2 data are cut off');
    expect(LINES.startsWith(cut.text) && cut.text.length > 90_000).toBe(true);
    const changed = Buffer.from(RUNS_PACKED);
    changed[RUNS_PACKED.length >> 1] = 0xff ^ (changed[RUNS_PACKED.length >> 1] ?? 0);
    expect((await unpacked(changed)).broken).toBe('bzip2 data are damaged');
  });

  it('are stopped by the limits all packing has', async () => {
    const [only] = await told(BOMB, { limits: { ratioFrom: 1024 * 1024 } });
    expect(only).toMatch(/^stdin = \d+ characters; broken: unpacks to more than 400 times its size/);
  });

  it('never throw, whatever bits are changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(RUNS_PACKED.length - 1), fc.nat(7), async (place, bit) => {
        const changed = Buffer.from(RUNS_PACKED);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        const { text, broken } = await unpacked(changed);
        expect(broken !== undefined || text === RUNS || text === '').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
