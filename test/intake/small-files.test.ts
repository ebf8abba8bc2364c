import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documents } from '../../src/intake/documents.ts';
import { inflatedWhole } from '../../src/intake/small-inflater.ts';
import { lineOf } from './told.ts';
import { zipOf } from './zip-bytes.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-small-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);
const xml = (name: string, length = 0): string => `<feedback>${name}${'x'.repeat(length)}</feedback>`;

async function* lines(path = folder): AsyncGenerator<string> {
  for await (const item of documents([path]))
    yield `${basename(item.path)} ${await lineOf(item)}`.replaceAll(folder, '');
}
async function allOf(items: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const one of items) all.push(one);
  return all;
}

/** One of each kind, healthy and not, each with a text of its own. */
function putMany(): void {
  for (let n = 0; n < 20; n += 1) {
    const name = String(n).padStart(2, '0');
    const packed = gzipSync(xml(name));
    put(`${name}-a.xml.gz`, packed);
    put(`${name}-b.xml`, xml(`${name}b`));
    put(`${name}-c.xml.gz`, packed.subarray(0, packed.length - 12));
    put(`${name}-d.zip`, zipOf({ 'one.xml': xml(`${name}d`), 'two.xml.gz': gzipSync(xml(`${name}e`)) }));
    put(`${name}-e.xml.gz.gz`, gzipSync(packed));
    put(`${name}-f.xml.gz`, Buffer.concat([packed, gzipSync('<!-- more -->')]));
    put(
      `${name}-g.eml`,
      `From: a@b.example\nSubject: x\nContent-Type: application/gzip; name="r.xml.gz"\nContent-Transfer-Encoding: base64\n\n${packed.toString('base64')}\n`,
    );
    put(`${name}-h.xml.gz`, Buffer.from(packed).fill(0, 14, 18));
  }
}

describe('small files, which are read and unpacked in memory that they share', () => {
  it('stay apart where several are read at the same time', async () => {
    putMany();
    const alone = await allOf(lines());
    expect(alone.filter((line) => line.includes('<feedback>07</feedback>'))).toHaveLength(4);
    const [one, two, three] = [lines(), lines(), lines()];
    const seen: string[][] = [[], [], []];
    for (let turn = 0; turn < alone.length; turn += 1) {
      // Each takes a step while the others wait in the middle of theirs.
      const steps = await Promise.all([one.next(), two.next(), three.next()]);
      for (const [index, step] of steps.entries()) if (step.done !== true) seen[index]?.push(step.value);
    }
    expect(seen).toEqual([alone, alone, alone]);
  });

  it.each([0, 1, 65_510, 65_511, 65_512, 65_513, 65_514, 65_515, 65_535, 65_536, 65_537, 200_000, 1_200_000])(
    'are whole with %i characters, packed and as they are',
    async (length) => {
      const text = `<a>${'é'.repeat(length % 2)}${Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * at) % 26))).join('')}</a>`;
      const bytes = Buffer.from(text);
      mkdirSync(join(folder, 'all'));
      writeFileSync(join(folder, 'all', 'a.xml'), bytes);
      writeFileSync(join(folder, 'all', 'b.xml.gz'), gzipSync(bytes));
      writeFileSync(join(folder, 'all', 'c.xml.gz'), gzipSync(bytes, { level: 0 }));
      for await (const item of documents([join(folder, 'all')])) {
        if (item.kind !== 'document') throw new Error(`${item.path} is no document`);
        let found = '';
        if (typeof item.text === 'string') found = item.text;
        else for await (const piece of item.text) found += piece;
        expect(found === text).toBe(true);
        expect(item.condition).toEqual({ repairs: [] });
      }
    },
  );
});

describe('data unpacked at once', () => {
  it('are what was packed, or nothing where anything is wrong with them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom(0, 1, 9),
        fc.option(fc.record({ at: fc.nat(), to: fc.nat({ max: 255 }) }), { nil: undefined }),
        fc.nat({ max: 3 }),
        (bytes, level, damage, behind) => {
          const checksum = crc32(bytes);
          const packed = Uint8Array.from([...deflateRawSync(bytes, { level }), ...new Uint8Array(behind)]);
          if (damage !== undefined) packed[damage.at % packed.length] = damage.to;
          const unpacked = inflatedWhole(packed, checksum, bytes.length);
          const isWhole = unpacked !== undefined && Buffer.compare(unpacked, bytes) === 0;
          expect(unpacked === undefined || isWhole).toBe(true);
          if (damage === undefined) expect(isWhole).toBe(behind === 0);
          expect(inflatedWhole(packed, checksum ^ 1, bytes.length)).toBeUndefined();
          expect(inflatedWhole(packed, checksum, bytes.length + 1)).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});
