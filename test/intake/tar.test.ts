import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paxRecord, tarOf } from './tar-bytes.ts';
import { told } from './told.ts';

const XML = '<feedback/>';

describe('a tar archive', () => {
  it('is read member after member, also when it is packed', async () => {
    const tar = tarOf([
      { name: 'reports/', type: '5' },
      { name: 'reports/1.xml', content: XML },
      { name: '2.xml.gz', content: gzipSync(XML) },
      { name: 'link', type: '2' },
      { name: '.DS_Store', content: 'x' },
      { name: '3.eml', content: `From: a@b.example\n\n${XML}` },
      { name: 'notes.txt', content: 'words' },
    ]);
    const lines = [
      `stdin › reports/1.xml = ${XML}`,
      `stdin › 2.xml.gz = ${XML}`,
      `stdin › 3.eml = ${XML}`,
      'stdin › notes.txt: no report: looks like plain text',
    ];
    expect(await told(tar)).toEqual(lines);
    expect(await told(gzipSync(tar))).toEqual(lines);
    expect(await told(tar.subarray(0, -1024))).toEqual(lines);
  });

  it('has long names in each of the three ways', async () => {
    const long = `${'folder/'.repeat(20)}report.xml`;
    const pax = paxRecord('mtime', '1.5') + paxRecord('path', `${long}ä`);
    const tar = tarOf([
      { name: 'report.xml', prefix: 'folder', content: XML },
      { name: 'PaxHeaders/x', type: 'x', content: pax },
      { name: 'short', content: XML },
      { name: 'pax_global_header', type: 'g', content: paxRecord('comment', 'x') },
      { name: '././@LongLink', type: 'L', content: `${long}\0`, magic: 'ustar  \0' },
      { name: 'short', content: XML, magic: 'ustar  \0' },
      { name: 'old.xml', content: XML, magic: '' },
    ]);
    expect(await told(tar)).toEqual(
      ['folder/report.xml', `${long}ä`, long, 'old.xml'].map((name) => `stdin › ${name} = ${XML}`),
    );
  });

  it('has sizes of its extended header, and in base 256', async () => {
    const content = `${XML}${' '.repeat(1000)}`;
    const tar = tarOf([
      { name: 'x', type: 'x', content: paxRecord('size', String(content.length)) },
      { name: '1.xml', content, size: '00000000000\0' },
      {
        name: '2.xml',
        content,
        size: `\x80\0\0\0\0\0\0\0\0\0${String.fromCharCode(content.length >> 8, content.length & 255)}`,
      },
    ]);
    expect(await told(tar)).toEqual(['1.xml', '2.xml'].map((name) => `stdin › ${name} = ${content.length} characters`));
  });

  it('with a sparse file says so, and the others are read', async () => {
    const tar = tarOf([
      { name: 'a', type: 'S', content: 'x' },
      { name: 'x', type: 'x', content: paxRecord('GNU.sparse.major', '1') },
      { name: 'b', content: 'x' },
      { name: 'c', content: XML },
    ]);
    expect(await told(tar)).toEqual([
      'stdin › a: a sparse file, which is not put together here',
      'stdin › b: a sparse file, which is not put together here',
      `stdin › c = ${XML}`,
    ]);
  });

  it('that is damaged, cut off or empty says so', async () => {
    const tar = tarOf([
      { name: 'a', content: XML },
      { name: 'b', content: XML },
    ]);
    const wrong = Buffer.from(tar);
    wrong[1024] = 0x7a;
    expect(await told(wrong)).toEqual([
      `stdin › a = ${XML}`,
      'stdin: tar archive is damaged: the checksum of a header does not match; the rest is not read',
    ]);
    expect(await told(tar.subarray(0, 1024 + 512 + 5))).toEqual([
      `stdin › a = ${XML}`,
      'stdin › b = <feed; broken: tar archive is damaged: cut off in a member',
    ]);
    expect(await told(tarOf([{ name: 'a/', type: '5' }]))).toEqual(['stdin: tar archive without files']);
    expect(await told(tarOf([{ name: 'x', type: 'x', size: '00000400000\0' }]))).toEqual([
      'stdin: tar archive is damaged: a name of more than 64 kiB; the rest is not read',
    ]);
  });

  it('of too many members ends there', async () => {
    const tar = tarOf(['a', 'b', 'c'].map((name) => ({ name, content: XML })));
    expect(await told(tar, { limits: { members: 2 } })).toEqual([
      `stdin › a = ${XML}`,
      `stdin › b = ${XML}`,
      'stdin: more than 2 members, the limit; the rest is not read',
    ]);
  });

  it('with a large member streams it', async () => {
    const large = `<feedback>${'<x/>'.repeat(400_000)}</feedback>`;
    expect(
      await told(
        tarOf([
          { name: 'a', content: large },
          { name: 'b', content: XML },
        ]),
      ),
    ).toEqual([`stdin › a = ${large.length} characters`, `stdin › b = ${XML}`]);
  });

  it('however broken, is read without a throw', async () => {
    const tar = tarOf([
      { name: 'x', type: 'x', content: paxRecord('path', 'a') },
      { name: '1', content: gzipSync(XML) },
      { name: 'x', type: 'L', content: 'name' },
      { name: '2', content: XML },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(tar.length),
        async (changes, length) => {
          const bytes = Buffer.from(tar);
          for (const [at, byte] of changes) bytes[at] = byte;
          expect((await told(bytes.subarray(0, length))).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
