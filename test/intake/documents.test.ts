import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { IntakeItem } from '../../src/intake/document.ts';
import { documents, type IntakeOptions } from '../../src/intake/documents.ts';
import { tarOf } from './tar-bytes.ts';
import { told } from './told.ts';
import { zipOf } from './zip-bytes.ts';

const XML = '<feedback/>';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, bytes: string | Uint8Array = XML): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

/** All items of paths below the folder, as one line each. */
async function taken(paths: readonly string[], options: IntakeOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of documents(
    paths.map((path) => (path === '-' ? path : join(folder, path))),
    options,
  ))
    lines.push(await line(item));
  return lines;
}

async function line(item: IntakeItem): Promise<string> {
  const path = relative(folder, item.path.startsWith('/') ? item.path : join(folder, item.path));
  if (item.kind === 'failed') return `${path}: ${item.error}`;
  if (item.kind !== 'document') return `${path}: ${item.kind}`;
  let text = '';
  if (typeof item.text === 'string') text = item.text;
  else for await (const piece of item.text) text += piece;
  const { repairs, broken } = item.condition;
  const notes = [...repairs.map(({ what }) => what), ...(broken === undefined ? [] : [`broken: ${broken}`])];
  return [`${path} = ${text.length > 40 ? `${text.length} characters` : text}`, ...notes].join('; ');
}

async function* stream(...chunks: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  await Promise.resolve();
  yield* chunks;
}

describe('paths', () => {
  it('are files, folders, which are read by name and to the bottom, and globs', async () => {
    put('b/2.xml');
    put('b/10.xml');
    put('b/a/deep.xml');
    put('c.xml');
    expect(await taken(['c.xml', 'b', '*.xml', 'b/**/d*.xml'])).toEqual([
      'c.xml = <feedback/>',
      'b/10.xml = <feedback/>',
      'b/2.xml = <feedback/>',
      'b/a/deep.xml = <feedback/>',
      'c.xml = <feedback/>',
      'b/a/deep.xml = <feedback/>',
    ]);
  });

  it('that exist win over the glob they look like', async () => {
    put('[1].xml', '<a/>');
    put('1.xml', '<b/>');
    expect(await taken(['[1].xml'])).toEqual(['[1].xml = <a/>']);
  });

  it('that lead to nothing fail by name', async () => {
    mkdirSync(join(folder, 'none'));
    symlinkSync('nowhere', join(folder, 'link'));
    put('file.xml');
    expect(await taken(['gone.xml', '*.gz', 'none', 'file.xml/x', '.'])).toEqual([
      'gone.xml: no such file or folder',
      '*.gz: no file matches',
      'none: empty folder',
      'file.xml/x: no such file or folder',
      'file.xml = <feedback/>',
      'link: symbolic link to nothing',
    ]);
  });

  if (process.getuid?.() === 0) console.log('skipped: nothing is forbidden to root, so no file is unreadable');
  it.skipIf(process.getuid?.() === 0)('that may not be read fail by name, and the others go on', async () => {
    chmodSync(put('a/1.xml'), 0);
    put('a/2.xml');
    expect(await taken(['a'])).toEqual(['a/1.xml: permission denied', 'a/2.xml = <feedback/>']);
  });

  it('may go round in a circle of links', async () => {
    put('a/b/1.xml');
    symlinkSync('..', join(folder, 'a/b/up'));
    symlinkSync('b', join(folder, 'a/c'));
    symlinkSync('b/1.xml', join(folder, 'a/file'));
    expect(await taken(['a'])).toEqual(['a/b/1.xml = <feedback/>', 'a/file = <feedback/>'].toSorted());
  });

  it('may hold litter, which is passed over, and hidden files, which are not', async () => {
    for (const name of [
      '.DS_Store',
      '._1.xml',
      'Thumbs.db',
      '__MACOSX/1.xml',
      '.git/config',
      '.hidden.xml',
      '1.xml',
      'notes.txt',
    ])
      put(`a/${name}`, name.endsWith('xml') ? XML : 'some words');
    expect(await taken(['a'])).toEqual([
      'a/.hidden.xml = <feedback/>',
      'a/1.xml = <feedback/>',
      'a/notes.txt: no report: looks like plain text',
    ]);
  });

  it('may be standard input', async () => {
    expect(await taken(['-'], { stdin: stream('<feed', 'back/>') })).toEqual(['stdin = <feedback/>']);
    expect(await taken(['-'], { stdin: stream(zipOf({ 'a.xml': XML })) })).toEqual(['stdin › a.xml = <feedback/>']);
    expect(await taken(['-'], { stdin: stream() })).toEqual(['stdin: empty file']);
    expect(await taken(['-'])).toEqual(['stdin: there is no standard input here']);
  });

  it('are let go of when nobody wants the rest', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield await Promise.resolve(gzipSync(`<feedback>${'<x/>'.repeat(50_000)}`, { level: 0 }));
      } finally {
        closed = true;
      }
    }
    for await (const item of documents(['-'], { stdin: endless() })) {
      expect(item.kind).toBe('document');
      break;
    }
    expect(closed).toBe(true);
  });
});

describe('content', () => {
  it('decides, not names', async () => {
    put('a.xml', gzipSync(XML));
    put('b.gz', XML);
    put('c.zip', gzipSync(XML));
    put('d.txt', zipOf({ 'x.bin': XML }));
    expect(await taken(['.'])).toEqual([
      'a.xml = <feedback/>',
      'b.gz = <feedback/>',
      'c.zip = <feedback/>',
      'd.txt › x.bin = <feedback/>',
    ]);
  });

  it('a small packed report that is damaged near its end is read up to there', async () => {
    const packed = gzipSync(`<feedback>${Array.from({ length: 300 }, (_, index) => (index * 7919) % 9973).join(' ')}`);
    put('a.gz', Buffer.concat([packed.subarray(0, packed.length - 60), Buffer.alloc(60, 46)]));
    const [only = ''] = await taken(['a.gz']);
    expect(only).toMatch(/^a\.gz = \d{3,4} characters; broken: /);
    expect(Number(/= (\d+)/.exec(only)?.[1])).toBeGreaterThan(1000);
  });

  it('reports that somebody saved as a page, or in base64, are read', async () => {
    put('a.html', `<!DOCTYPE html><html><body><pre>\n${XML.replaceAll('<', '&lt;')}</pre></body></html>`);
    put('b.txt', gzipSync(XML).toString('base64').replaceAll(/.{20}/g, '$&\r\n'));
    put('c.html', '<!DOCTYPE html><html><body>Send us your feedback!</body></html>');
    put('d.txt', XML.replaceAll('<', '&lt;'));
    const lines = await taken(['a.html', 'b.txt', 'c.html', 'd.txt']);
    expect(lines).toEqual([
      expect.stringMatching(/^a\.html = .*; written into an HTML page: its text is read$/s),
      `b.txt = ${XML}; base64, without a mail around it`,
      'c.html = 63 characters',
      `d.txt = ${XML}; written into an HTML page: its text is read`,
    ]);
  });

  it.each([
    ['', 'empty file'],
    [gzipSync(''), 'empty file'],
    ['\x89PNG\r\n\x1A\n', 'no report: looks like a PNG image'],
    ['%PDF-1.4', 'no report: looks like a PDF'],
    ['[1]', 'no report: looks like JSON'],
    ['\0\x01\x02\x03', 'no report: looks like binary data'],
    [
      gzipSync(gzipSync(Buffer.from('Rar!\x1A\x07', 'latin1'))),
      'a RAR archive: unpack it first with `unar` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)',
    ],
  ])('%j is refused: %s', async (bytes, error) => {
    put('file', typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    expect(await taken(['file'])).toEqual([`file: ${error}`]);
  });

  it('is text with a rare control character in it, and no text with many', async () => {
    put('rare', `${'a word '.repeat(20)}\x01`);
    put('many', `${'a word '.repeat(5)}\x01`);
    expect(await taken(['rare', 'many'])).toEqual([
      'rare: no report: looks like plain text',
      'many: no report: looks like binary data',
    ]);
  });

  it('that begins as markup is text, whatever was appended to it', async () => {
    put('file', Buffer.from('<feedback/>\0\x01\x02\x03', 'latin1'));
    expect(await taken(['file'])).toEqual(['file = <feedback/>\0\x01\x02\x03']);
  });

  it('of a large file comes in pieces, the same as of a small one', async () => {
    const text = `<feedback>${'<x>äöü€😀</x>'.repeat(120_000)}</feedback>`;
    const bytes = Buffer.from(text);
    expect(bytes.length).toBeGreaterThan(1024 * 1024);
    for (const [name, packed] of Object.entries({
      'a.xml': bytes,
      'a.gz': gzipSync(bytes, { level: 0 }),
      'a.zip': zipOf({ 'a.xml': bytes }, { stored: true }),
    })) {
      const file = put(name, packed);
      for await (const item of documents([file])) {
        if (item.kind !== 'document') throw new Error(JSON.stringify(item));
        const pieces: string[] = [];
        if (typeof item.text !== 'string') for await (const piece of item.text) pieces.push(piece);
        expect(pieces.length).toBeGreaterThan(1);
        expect(pieces.join('') === text).toBe(true);
        expect(item.condition).toEqual({ repairs: [] });
      }
    }
  });

  it('of a large file falls back to windows-1252 where it stops being UTF-8', async () => {
    put(
      'a.xml',
      Buffer.concat([Buffer.from(`<a>${'ä'.repeat(600_000)}`), Buffer.from([0xe4, 0x80]), Buffer.from('</a>')]),
    );
    const [only] = await taken(['a.xml']);
    expect(only).toMatch(/^a\.xml = \d+ characters; not valid UTF-8, read as windows-1252$/);
  });
});

describe('gzip', () => {
  const long = `<feedback>${Array.from({ length: 300 }, (_, at) => `<x>${at * at}</x>`).join('')}</feedback>`;

  it('may have several members, a name, padding and gzip inside', async () => {
    put('a', Buffer.concat([gzipSync('<feed'), gzipSync('back/>')]));
    put('b', Buffer.concat([withName(gzipSync('<feed')), Buffer.alloc(511), gzipSync('back/>'), Buffer.alloc(512)]));
    put('c', gzipSync(gzipSync(gzipSync(XML))));
    expect(await taken(['.'])).toEqual(['a = <feedback/>', 'b = <feedback/>', 'c = <feedback/>']);
  });

  it('may have garbage behind it', async () => {
    put('a', Buffer.concat([gzipSync(XML), Buffer.from('-- signature')]));
    expect(await taken(['a'])).toEqual(['a = <feedback/>; 12 bytes after the gzip data are ignored']);
    put('a', Buffer.concat([gzipSync(XML), Buffer.from('\n')]));
    expect(await taken(['a'])).toEqual(['a = <feedback/>; 1 byte after the gzip data are ignored']);
  });

  it('goes on behind garbage, which is no repair where it may hold a report', async () => {
    put(
      'a',
      Buffer.concat([gzipSync('<feed'), Buffer.from('\r\n\x1F\x8B\x07\x1F\x8B\x08\xE0', 'latin1'), gzipSync('back/>')]),
    );
    put('b', Buffer.concat([gzipSync('<feed'), Buffer.from(long.repeat(40)), gzipSync('back/>')]));
    expect(await taken(['a', 'b'])).toEqual([
      'a = <feedback/>; 9 bytes after the gzip data are ignored',
      `b = <feedback/>; broken: ${((long.length * 40) / 1024).toFixed(1)} kiB after the gzip data are ignored`,
    ]);
  });

  it('finds the next member across the pieces it is read in, in no time', async () => {
    for (const more of [0, 1, 2, 3, 4, 5]) {
      const [text, bytes] = storedOfLength(20 * 65_536);
      const garbage = Buffer.alloc(8 * 65_536 - (bytes.length % 65_536) + 65_536 - more, 0x1f);
      put('a', Buffer.concat([bytes, garbage, gzipSync('!')]));
      const [only] = await taken(['a']);
      expect(only).toMatch(/^a = \d+ characters; broken: 5\d\d(?:\.\d)? kiB after the gzip data are ignored$/);
      expect(only).toMatch(new RegExp(`^a = ${text.length + 1} characters`));
    }
  });

  it('that is cut off gives what there is', async () => {
    const whole = gzipSync(long);
    const [half] = await (put('a', whole.subarray(0, whole.length / 2)), taken(['a']));
    expect(half).toMatch(/^a = [1-9]\d+ characters; broken: compressed data are cut off$/);
    put('a', whole.subarray(0, -3));
    expect(await taken(['a'])).toEqual([
      `a = ${long.length} characters; broken: gzip data are cut off in the checksum`,
    ]);
    put('a', whole.subarray(0, 6));
    expect(await taken(['a'])).toEqual(['a: gzip data are cut off in the header']);
  });

  it('that is damaged says so, by its own checksum, too', async () => {
    const wrong = gzipSync(long);
    wrong.writeUInt32LE(7, wrong.length - 8);
    put('a', wrong);
    expect(await taken(['a'])).toEqual([
      `a = ${long.length} characters; broken: gzip data are damaged: the checksum does not match`,
    ]);
  });

  it('of any length may end anywhere in what is read at a time', async () => {
    for (const extra of [0, 1, 4, 8, 9]) {
      // Stored, so that its length follows that of the text: 8 bytes of checksum across the end of the 20th read.
      const [text, bytes] = storedOfLength(20 * 65_536 + extra);
      put('a', bytes);
      expect(await taken(['a'])).toEqual([`a = ${text.length} characters`]);
    }
  });

  it('that is no gzip but for its first two bytes is refused', async () => {
    put(
      'a',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    );
    const [only] = await taken(['a']);
    expect(only).toMatch(/^a: compressed data are damaged \(/);
  });
});

describe('zlib', () => {
  it('is unpacked whatever its name says: scripts call it gzip', async () => {
    put('1.xml.gz', deflateSync(XML));
    put('2.gz', Buffer.concat([deflateSync(XML, { level: 9 }), Buffer.from('tail')]));
    put('3.gz', deflateSync(`<feedback>${'0123456789'.repeat(40)}`).subarray(0, 24));
    put('4.txt', 'x^2 is text, and no header of it');
    expect(await taken(['.'])).toEqual([
      '1.xml.gz = <feedback/>',
      '2.gz = <feedback/>; 4 bytes after the zlib data are ignored',
      expect.stringMatching(/^3\.gz = <feedback>0123.*; broken: compressed data are cut off$/),
      '4.txt: no report: looks like plain text',
    ]);
  });
});

describe('zip', () => {
  it('may have many members, folders, litter and archives inside', async () => {
    const inner = zipOf({ 'z.xml': XML });
    put(
      'a.zip',
      zipOf({
        'b/': '',
        'b/2.xml': XML,
        '1.xml.gz': gzipSync(XML),
        '__MACOSX/._1.xml': 'x',
        '.DS_Store': 'x',
        'in.zip': inner,
        'a.png': Buffer.from('\x89PNG', 'latin1'),
      }),
    );
    expect(await taken(['.'])).toEqual([
      'a.zip › b/2.xml = <feedback/>',
      'a.zip › 1.xml.gz = <feedback/>',
      'a.zip › in.zip › z.xml = <feedback/>',
      'a.zip › a.png: no report: looks like a PNG image',
    ]);
  });

  it('may store its members as they are, and have bytes behind it', async () => {
    put('a.zip', Buffer.concat([zipOf({ 'a.xml': XML }, { stored: true }), Buffer.from('tail')]));
    expect(await taken(['.'])).toEqual(['a.zip › a.xml = <feedback/>; 4 bytes after the zip archive are ignored']);
  });

  it('may name its members in any way: nothing is written anywhere', async () => {
    put('a.zip', zipOf({ '../../etc/x.xml': XML, 'C:\\y.xml': XML, 'evil\x1B[2J.xml': XML }));
    expect(await taken(['a.zip'])).toEqual(
      ['a.zip › ../../etc/x.xml', 'a.zip › C:\\y.xml', 'a.zip › evil\\x1b[2J.xml'].map(
        (path) => `${relative(folder, join(folder, path))} = <feedback/>`,
      ),
    );
  });

  it('that is encrypted, empty, damaged or cut off says so, and the others go on', async () => {
    const whole = zipOf({ 'a.xml': XML });
    put('1.zip', zipOf({ 'a.xml': XML }, { encrypted: true }));
    put('2.zip', zipOf({}));
    put('3.zip', whole.subarray(0, -30));
    put('4.zip', zipOf({ 'a.xml': XML }, { checksum: 1 }));
    put('5.zip', zipOf({ 'a.xml': XML }, { method: 99 }));
    put('6.zip', whole);
    expect(await taken(['.'])).toEqual([
      '1.zip › a.xml: encrypted, and there is no password',
      '2.zip: zip archive without files',
      '3.zip › a.xml = <feedback/>',
      expect.stringMatching(/^3\.zip: zip archive is damaged or cut off: /),
      '4.zip › a.xml = <feedback/>; broken: zip member is damaged: the checksum does not match',
      '5.zip › a.xml: packed with zip method 99: unpack it first with `7z x` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)',
      '6.zip › a.xml = <feedback/>',
    ]);
  });

  it('that lost its end, where the directory is, is read member by member as far as it goes', async () => {
    const archive = zipOf(
      { 'a.xml': XML, '__MACOSX/._a.xml': 'x', 'b.xml': `<feedback>${'0123456789'.repeat(40)}` },
      { stored: true },
    );
    put('cut.zip', archive.subarray(0, archive.indexOf('0123') + 20));
    expect(await taken(['.'])).toEqual([
      'cut.zip › a.xml = <feedback/>',
      'cut.zip › b.xml = <feedback>01234567890123456789; broken: zip member is damaged: the checksum does not match',
      expect.stringMatching(/^cut\.zip: zip archive is damaged or cut off: /),
    ]);
  });

  it('that lost its end and is encrypted has nothing to read', async () => {
    put('1.zip', zipOf({ 'a.xml': XML }, { encrypted: true }).subarray(0, -30));
    expect(await taken(['.'])).toEqual([expect.stringMatching(/^1\.zip: zip archive is damaged or cut off: /)]);
  });

  it('that lost its end is held to the checksums behind its members, up to where the directory begins', async () => {
    const members = { 'a.xml': XML, 'b.xml': XML };
    put('1.zip', zipOf(members, { streamed: true }));
    put('2.zip', zipOf(members, { streamed: true }).subarray(0, -30));
    put('3.zip', zipOf(members, { streamed: true, checksum: 1 }).subarray(0, -30));
    const wrong = 'broken: zip member is damaged: the checksum does not match';
    expect(await taken(['.'])).toEqual([
      `1.zip › a.xml = ${XML}`,
      `1.zip › b.xml = ${XML}`,
      `2.zip › a.xml = ${XML}`,
      `2.zip › b.xml = ${XML}`,
      expect.stringMatching(/^2\.zip: zip archive is damaged or cut off: /),
      `3.zip › a.xml = ${XML}; ${wrong}`,
      `3.zip › b.xml = ${XML}; ${wrong}`,
      expect.stringMatching(/^3\.zip: zip archive is damaged or cut off: /),
    ]);
  });
});

describe('limits', () => {
  const bomb = `<feedback>${' '.repeat(3_000_000)}`;

  it('stop a document that unpacks to too much, gzip or zip, and the rest goes on', async () => {
    put('1.gz', gzipSync(bomb));
    put('2.zip', zipOf({ 'bomb.xml': bomb, 'good.xml': XML }));
    put('3.xml');
    expect(await taken(['.'], { limits: { unpackedBytes: 1024 * 1024, ratio: 1e9 } })).toEqual([
      expect.stringMatching(/^1\.gz: unpacks to more than 1 MiB, the limit$/),
      expect.stringMatching(/^2\.zip › bomb\.xml = \d+ characters; broken: unpacks to more than 1 MiB, the limit$/),
      '2.zip › good.xml = <feedback/>',
      '3.xml = <feedback/>',
    ]);
  });

  it('stop what unpacks to many times its size', async () => {
    put('1.gz', gzipSync(`<feedback>${' '.repeat(20_000_000)}`));
    const [only] = await taken(['.'], { limits: { ratioFrom: 1024 * 1024 } });
    expect(only).toMatch(
      /^1\.gz = \d+ characters; broken: unpacks to more than 400 times its size \(.* from .*\), the limit against archive bombs$/,
    );
  });

  it('let through what unpacks to just as much, and what is large and packs well', async () => {
    const text = `<feedback>${' '.repeat(2000)}`;
    put('1.gz', gzipSync(text));
    put('2.zip', zipOf({ 'a.xml': text }));
    const expected = [`1.gz = ${text.length} characters`, `2.zip › a.xml = ${text.length} characters`];
    expect(await taken(['.'], { limits: { unpackedBytes: text.length } })).toEqual(expected);
    expect(await taken(['.'], { limits: { ratioFrom: 1000 } })).toEqual(expected);
  });

  it('stop many members that are small each', async () => {
    const members = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`${at}.xml`, `<a>${' '.repeat(100_000)}</a>`]),
    );
    put('a.zip', zipOf(members));
    const lines = await taken(['.'], { limits: { ratioFrom: 1024 * 1024, ratio: 100 } });
    expect(lines.filter((text) => text.includes('the limit against archive bombs'))).toHaveLength(10);
  });

  it('stop archives in archives in archives', async () => {
    let zip = zipOf({ 'a.xml': XML });
    for (let depth = 1; depth <= 4; depth += 1) zip = zipOf({ 'a.zip': zip });
    put('1.zip', zip);
    let gzip = gzipSync(XML);
    for (let depth = 1; depth <= 4; depth += 1) gzip = gzipSync(gzip);
    put('2.gz', gzip);
    expect(await taken(['.'], { limits: { nesting: 3 } })).toEqual([
      '1.zip › a.zip › a.zip › a.zip › a.zip: archives and mails nested more than 3 deep, the limit',
      '2.gz: archives and mails nested more than 3 deep, the limit',
    ]);
    expect(await taken(['.'], { limits: { nesting: 5 } })).toEqual([
      '1.zip › a.zip › a.zip › a.zip › a.zip › a.xml = <feedback/>',
      '2.gz = <feedback/>',
    ]);
  });

  it('stop an archive of too many members, and gzip data of too many', async () => {
    put('1.zip', zipOf({ a: XML, b: XML, c: XML }));
    put('2.gz', Buffer.concat([gzipSync('<feed'), gzipSync('back'), gzipSync('/>')]));
    expect(await taken(['.'], { limits: { members: 2 } })).toEqual([
      '1.zip › a = <feedback/>',
      '1.zip › b = <feedback/>',
      '1.zip: more than 2 members, the limit; the rest is not read',
      '2.gz = <feedback; broken: more than 2 gzip members, the limit',
    ]);
    put('1.zip', zipOf({ a: XML, b: XML, c: XML }).subarray(0, -30));
    expect(await taken(['1.zip'], { limits: { members: 2 } })).toEqual([
      '1.zip › a = <feedback/>',
      '1.zip › b = <feedback/>',
      '1.zip: more than 2 members, the limit; the rest is not read',
      expect.stringMatching(/^1\.zip: zip archive is damaged or cut off: /),
    ]);
  });

  it('stop an archive on standard input that is too large to hold', async () => {
    const zip = zipOf(
      { 'a.xml': Buffer.from(`<a>${Array.from({ length: 40_000 }, (_, at) => at * 7919).join('')}</a>`) },
      { stored: true },
    );
    expect(await taken(['-'], { stdin: stream(zip), limits: { heldArchiveBytes: 100_000 } })).toEqual([
      'stdin: zip archive of more than 97.7 kiB, the limit for one that is not a file of its own',
    ]);
  });
});

/** A text, and gzip data of just that many bytes which hold it. */
function storedOfLength(length: number): [text: string, bytes: Buffer] {
  // What header, checksum and block lengths take hardly depends on the size.
  const overhead = gzipSync('x'.repeat(length), { level: 0 }).length - length;
  for (let size = length - overhead - 20; size < length - overhead + 20; size += 1) {
    const text = `<a>${' '.repeat(size)}</a>`;
    const bytes = gzipSync(text, { level: 0 });
    if (bytes.length === length) return [text, bytes];
  }
  throw new Error('no such text');
}

/** The same gzip data with a file name in their header (RFC 1952 §2.3.1). */
function withName(gzip: Buffer): Buffer {
  const header = Buffer.from(gzip.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from('report.xml\0'), gzip.subarray(10)]);
}

test('a Maildir in an archive is its mails: what servers keep beside them is passed over', async () => {
  const mail = 'From: a@b.example\nContent-Type: text/xml; name="r.xml"\n\n<feedback/>\n';
  const tar = tarOf([
    { name: 'Maildir/dovecot-uidlist', content: '3 V1 N2\n' },
    { name: 'Maildir/dovecot.index.log', content: '\x01\x02\x00' },
    { name: 'Maildir/.Reports/maildirfolder', content: '' },
    { name: 'Maildir/cur/1.M1.host:2,S', content: mail },
  ]);
  expect(await told(tar)).toEqual(['stdin › Maildir/cur/1.M1.host:2,S › r.xml = <feedback/>\n']);
  // Not by how a name begins: this may be anything.
  expect(await told(tarOf([{ name: 'dovecot.log', content: 'x' }]))).toHaveLength(1);
});
