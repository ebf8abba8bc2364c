import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/intake/byte-source.ts';
import { byteSources } from '../../src/intake/byte-sources.ts';
import type { Condition } from '../../src/intake/document.ts';
import type { IntakeOptions } from '../../src/intake/documents.ts';
import { LIMITS } from '../../src/intake/limits.ts';
import { tarStretches } from '../../src/intake/members.ts';
import { heldStretch } from '../../src/intake/stretch.ts';
import { tarOf } from './tar-bytes.ts';
import { zipOf } from './zip-bytes.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-bytes-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOG = 'one\ntwo\n';
/** Bytes that do not pack. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = 0x20 + ((state >>> 16) % 90);
  }
  return bytes;
}

async function bytesOf(source: ByteSource, most = Number.POSITIVE_INFINITY): Promise<string> {
  const condition: Condition = { repairs: [] };
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.open(condition)) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length >= most) break;
  }
  const text = Buffer.concat(parts).toString();
  const shown = text.length <= 80 ? text : `${text.length} characters`;
  return [shown, condition.broken, ...condition.repairs.map(({ what }) => what)].filter(Boolean).join('; ');
}

/** Each source by its path: looked at, as who recognises it does, and then read. */
async function told(paths: readonly string[], options: IntakeOptions = {}): Promise<string[]> {
  const sources = [];
  const lines: string[] = [];
  for await (const source of byteSources(paths, options)) {
    if (source.kind === 'bytes') await bytesOf(source, 1);
    sources.push(source);
  }
  for (const source of sources) {
    const path = source.path.replace(`${folder}/`, '');
    lines.push(source.kind === 'failed' ? `${path}: ${source.error}` : `${path} = ${await bytesOf(source)}`);
  }
  return lines;
}

const fileOf = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
async function* stdinOf(bytes: Uint8Array, length = 10_000): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe('what is packed is unpacked, however often:', () => {
  test.each([
    ['as it is', Buffer.from(LOG)],
    ['gz', gzipSync(LOG)],
    ['gz in gz', gzipSync(gzipSync(LOG))],
    ['zst', zstdCompressSync(LOG)],
    ['zst in gz', gzipSync(zstdCompressSync(LOG))],
    ['gz after gz', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])],
  ])('%s, from a file and from standard input', async (_, bytes) => {
    expect(await told([fileOf('log', bytes)])).toEqual([`log = ${LOG}`]);
    expect(await told(['-'], { stdin: stdinOf(bytes) })).toEqual([`stdin = ${LOG}`]);
  });

  test('large and packed twice, from standard input, which cannot be read again', async () => {
    const text = noise(3_000_000);
    expect(await told(['-'], { stdin: stdinOf(gzipSync(gzipSync(text))) })).toEqual(['stdin = 3000000 characters']);
  });
});

describe('each member of an archive is a source of its own', () => {
  const MEMBERS = {
    'mail.log': LOG,
    'old/mail.log.1.gz': gzipSync('older\n'),
    '__MACOSX/._mail.log': 'x',
    'in.zst': zstdCompressSync('z\n'),
  };
  const tar = tarOf(Object.entries(MEMBERS).map(([name, content]) => ({ name, content })));
  const expected = (name: string): string[] => [
    `${name} › mail.log = ${LOG}`,
    `${name} › old/mail.log.1.gz = older\n`,
    `${name} › in.zst = z\n`,
  ];

  test.each([
    ['a.zip', zipOf(MEMBERS)],
    ['a.tar', tar],
    ['a.tgz', gzipSync(tar)],
    ['a.tar.zst', zstdCompressSync(tar)],
    ['a.zip.gz', gzipSync(zipOf(MEMBERS))],
  ])('of %s, on disk and from standard input', async (name, bytes) => {
    expect(await told([fileOf(name, bytes)])).toEqual(expected(name));
    expect(await told(['-'], { stdin: stdinOf(bytes) })).toEqual(expected('stdin'));
  });

  test('and of an archive within an archive', async () => {
    const inner = zipOf({ 'b.log': 'b\n' });
    const path = fileOf(
      'outer.tar',
      tarOf([
        { name: 'in.zip', content: inner },
        { name: 'c.tgz', content: gzipSync(tar) },
      ]),
    );
    expect(await told([path])).toEqual(['outer.tar › in.zip › b.log = b\n', ...expected('outer.tar › c.tgz')]);
  });

  test('large members of a packed archive are read from it again, small ones from memory', async () => {
    const large = noise(2_000_000);
    const path = fileOf(
      'large.tgz',
      gzipSync(
        tarOf([
          { name: 'a', content: large },
          { name: 'b', content: LOG },
          { name: 'c', content: gzipSync(large) },
        ]),
      ),
    );
    for (const heldArchiveBytes of [0, 100_000, 32 * 1024 * 1024])
      expect(await told([path], { limits: { heldArchiveBytes } })).toEqual([
        'large.tgz › a = 2000000 characters',
        `large.tgz › b = ${LOG}`,
        'large.tgz › c = 2000000 characters',
      ]);
  });

  test('a member is as old as the archive says, where it says so', async () => {
    const modifiedOf = async (name: string, bytes: Buffer): Promise<unknown> => {
      const path = fileOf(name, bytes);
      utimesSync(path, 1.7e9, 1.7e9);
      const found = [];
      for await (const source of byteSources([path]))
        found.push(source.kind === 'bytes' ? source.modified : source.error);
      return found;
    };
    const undated = tarOf([{ name: 'a', content: LOG }]);
    expect(await modifiedOf('unknown.tar', undated)).toEqual([1.7e9]);
    expect(await modifiedOf('unknown.zip', zipOf({ a: LOG }))).toEqual([1.7e9]);
    // The header's checksum is the sum of its bytes.
    const dated = Buffer.from(undated);
    const digits = (1.6e9).toString(8).padStart(11, '0');
    dated.write(digits, 136, 'latin1');
    const more = digits.split('').reduce((sum, digit) => sum + Number(digit), 0);
    const sum = Number.parseInt(undated.toString('latin1', 148, 154), 8) + more;
    dated.write(sum.toString(8).padStart(6, '0'), 148, 'latin1');
    expect(await modifiedOf('dated.tar', dated)).toEqual([1.6e9]);
  });
});

describe('what is damaged is read as far as it goes, and the break is told:', () => {
  test('half a gzip', async () => {
    const packed = gzipSync(noise(200_000));
    const [line] = await told([fileOf('half.gz', packed.subarray(0, packed.length / 2))]);
    expect(line).toMatch(/^half\.gz = \d{5,6} characters; compressed data are cut off$/);
  });

  test('half a packed tar', async () => {
    const packed = gzipSync(
      tarOf([
        { name: 'a', content: LOG },
        { name: 'b', content: noise(300_000) },
      ]),
    );
    const lines = await told([fileOf('half.tgz', packed.subarray(0, 100_000))]);
    expect(lines[0]).toBe(`half.tgz › a = ${LOG}`);
    expect(lines[1]).toMatch(/^half\.tgz › b = \d{5,6} characters; compressed data are cut off$/);
    expect(lines.slice(2)).toEqual(['half.tgz: compressed data are cut off; the rest is not read']);
  });

  test('half a tar', async () => {
    const tar = tarOf([
      { name: 'a', content: LOG },
      { name: 'b', content: noise(30_000) },
    ]);
    expect(await told([fileOf('half.tar', tar.subarray(0, 20_000))])).toEqual([
      `half.tar › a = ${LOG}`,
      'half.tar › b = 18464 characters; tar archive is damaged: cut off in a member',
    ]);
  });

  test('a zip without its directory, and one with a wrong checksum', async () => {
    const zip = zipOf({ a: LOG });
    const [cut] = await told([fileOf('cut.zip', zip.subarray(0, 30))]);
    expect(cut).toMatch(/^cut\.zip: zip archive is damaged or cut off/);
    expect(await told([fileOf('sum.zip', zipOf({ a: LOG }, { checksum: 1 }))])).toEqual([
      `sum.zip › a = ${LOG}; zip member is damaged: the checksum does not match`,
    ]);
  });

  test('an encrypted zip, an empty one, and what somebody else has to unpack', async () => {
    expect(await told([fileOf('e.zip', zipOf({ a: LOG }, { encrypted: true }))])).toEqual([
      'e.zip › a: encrypted, and there is no password',
    ]);
    expect(await told([fileOf('0.zip', zipOf({}))])).toEqual(['0.zip: zip archive without files']);
    expect(await told([fileOf('mail.log.2.rar', 'Rar!')])).toEqual([
      'mail.log.2.rar: a RAR archive: unpack it first with `unar` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)',
    ]);
    expect(await told([fileOf('x.tar', tarOf([{ name: 'm.xz', content: '\xFD7zXZ' }]))])).toHaveLength(1);
  });
});

describe('an attack is stopped, by a limit that has a name:', () => {
  const limits = { ratioFrom: 1024 * 1024 };
  const bomb = Buffer.alloc(20_000_000, 'x');

  test.each([
    ['bomb.gz', gzipSync(bomb)],
    ['bomb.zip', zipOf({ a: bomb })],
    ['bomb.zst', zstdCompressSync(bomb)],
  ])('%s', async (name, bytes) => {
    const [line] = await told([fileOf(name, bytes)], { limits });
    expect(line).toMatch(/; unpacks to more than 400 times its size .* the limit against archive bombs/);
  });

  test('many members, none of them a bomb by itself', async () => {
    const member = noise(1000).toString().repeat(900);
    const members = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.log`, member]));
    const lines = await told([fileOf('many.zip', zipOf(members))], {
      limits: { ...limits, ratio: 100, ratioFrom: 10_000_000 },
    });
    expect(lines).toHaveLength(20);
    expect(lines.filter((line) => line.includes('limit against archive bombs')).length).toBeGreaterThan(5);
  });

  test('archives within each other', async () => {
    let deep: Buffer = Buffer.from(LOG);
    for (let depth = 0; depth < 4; depth += 1) deep = gzipSync(deep);
    expect(await told([fileOf('deep.gz', deep)], { limits: { nesting: 3 } })).toEqual([
      'deep.gz: archives nested more than 3 deep, the limit',
    ]);
  });

  test('members without number', async () => {
    const members = Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`${n}`, LOG]));
    for (const bytes of [zipOf(members), tarOf(Object.entries(members).map(([name, content]) => ({ name, content })))])
      expect((await told([fileOf('n', bytes)], { limits: { members: 3 } })).slice(3)).toEqual([
        'n: more than 3 members, the limit; the rest is not read',
      ]);
  });

  test('an archive that would have to be held', async () => {
    const zip = zipOf({ a: noise(300_000) }, { stored: true });
    expect(await told([fileOf('z.gz', gzipSync(zip))], { limits: { heldArchiveBytes: 1000 } })).toEqual([
      'z.gz: zip archive of more than 1000 bytes, the limit for one that is not a file of its own',
    ]);
    const [line] = await told(['-'], { stdin: stdinOf(Buffer.concat([zip, zip])), limits: { heldArchiveBytes: 1000 } });
    expect(line).toMatch(/^stdin: archive of more than 1000 bytes, the limit/);
  });
});

test('a member far back in a packed archive, which would have to be unpacked again and again to get there', async () => {
  const archive = heldStretch(tarOf([1, 2, 3].map((name) => ({ name: `${name}`, content: noise(100_000) }))));
  const opening = { budget: { limits: LIMITS, packed: 1e6, unpacked: 0 }, condition: { repairs: [] } };
  const membersWith = async (left: number, held: number): Promise<string[]> => {
    const place = { path: 'a.tar.gz', limits: LIMITS, held: { left: held }, repeated: { left } };
    const lines: string[] = [];
    for await (const item of tarStretches(archive, place, opening))
      lines.push(item.kind === 'member' ? item.name : `${item.path}: ${item.error}`);
    return lines;
  };
  const refused = 'a.tar.gz › 3: too far back in a large packed archive: unpack it first';
  // What lies in front of each, and each: 100,512 and 201,376 and 302,240 bytes, and the same once more for their beginnings.
  expect(await membersWith(604_128, 200_000)).toEqual(['1', '2', '3']);
  expect(await membersWith(604_127, 200_000)).toEqual(['1', '2', refused]);
  expect(await membersWith(908_256, 0)).toEqual(['1', '2', '3']);
  expect(await membersWith(908_255, 0)).toEqual(['1', '2', refused]);
  expect(await membersWith(0, 32 * 1024 * 1024)).toEqual(['1', '2', '3']);
});

test('a file that is not there, a folder without files, standard input that fails', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(LOG);
    await Promise.resolve();
    throw new Error('the pipe broke');
  }
  expect(await told([join(folder, 'none.log')])).toEqual(['none.log: no such file or folder']);
  expect(await told(['-'], { stdin: failing() })).toEqual([
    expect.stringMatching(/^stdin = one\ntwo\n; .*the pipe broke/),
  ]);
  expect(await told(['-'])).toEqual(['stdin: there is no standard input here']);
});
