import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { bzip2Of } from '../../../test/intake/bzip2-bytes.ts';
import { compoundFileOf, messageStorage } from '../../../test/intake/msg-bytes.ts';
import { paxRecord, tarOf } from '../../../test/intake/tar-bytes.ts';
import { xzOf } from '../../../test/intake/xz-bytes.ts';
import { zipOf } from '../../../test/intake/zip-bytes.ts';
import { fileCase, filesCase, healthy, NOTHING, xmlCase } from './case.ts';
import type { MatrixCase } from './case.ts';

const TWICE = { reports: 2, records: 6, messages: 28, pass: 14 };
const GZ = 'receiver.example!example.com!1700000000!1700086399.xml.gz';

function truncated(gz: Buffer): Buffer {
  return gz.subarray(0, gz.length - 120);
}

function wrongChecksum(gz: Buffer): Buffer {
  gz.writeUInt32LE(1, gz.length - 8);
  return gz;
}

/** What reports are packed in, mails aside. */
export const CONTAINERS: readonly MatrixCase[] = [
  xmlCase('plain xml', (xml) => xml),
  fileCase('xml without an ending', 'report', (xml) => xml),
  fileCase('xml that is called gz', 'report.xml.gz', (xml) => xml),
  fileCase('gzip', GZ, (xml) => gzipSync(xml)),
  fileCase('gzip that is called xml', 'report.xml', (xml) => gzipSync(xml)),
  fileCase('gzip that is called zip', 'report.zip', (xml) => gzipSync(xml)),
  fileCase('gzip twice', GZ, (xml) => gzipSync(gzipSync(xml))),
  fileCase('gzip in several members', GZ, (xml) =>
    Buffer.concat([gzipSync(xml.slice(0, 300)), gzipSync(xml.slice(300))]),
  ),
  fileCase('gzip padded with nulls', GZ, (xml) => Buffer.concat([gzipSync(xml), Buffer.alloc(512)])),
  fileCase('gzip with garbage behind', GZ, (xml) => Buffer.concat([gzipSync(xml), Buffer.from('-- \nscanned')]), {
    repairs: ['11 bytes after the gzip data are ignored'],
  }),
  fileCase('gzip cut off', GZ, (xml) => truncated(gzipSync(xml, { level: 0 })), {
    records: 2,
    messages: 7,
    pass: 7,
    failed: ['compressed data are cut off: truncated at line 7, column '],
    exitCode: 3,
  }),
  fileCase('gzip with a wrong checksum', GZ, (xml) => wrongChecksum(gzipSync(xml)), {
    failed: ['gzip data are damaged: the checksum does not match'],
    exitCode: 3,
  }),
  fileCase('zip', 'report.zip', (xml) => zipOf({ 'report.xml': xml })),
  fileCase('zip that is stored', 'report.zip', (xml) => zipOf({ 'report.xml': xml }, { stored: true })),
  fileCase('zip that is called gz', 'report.xml.gz', (xml) => zipOf({ 'report.xml': xml })),
  fileCase('zip that is called xml', 'report.xml', (xml) => zipOf({ 'report.xml': xml })),
  fileCase('zip of several', 'all.zip', (xml) => zipOf({ 'a.xml': xml, 'b.xml': healthy('zip of several, b') }), TWICE),
  fileCase('zip with folders', 'all.zip', (xml) => zipOf({ '2023/': '', '2023/11/report.xml': xml })),
  fileCase('zip of a mac', 'all.zip', (xml) => zipOf({ 'report.xml': xml, '__MACOSX/._report.xml': '\0\x05\x16\x07' })),
  fileCase('zip with gzip in it', 'all.zip', (xml) => zipOf({ 'report.xml.gz': gzipSync(xml) })),
  fileCase('zip with zip in it', 'all.zip', (xml) => zipOf({ 'in.zip': zipOf({ 'report.xml': xml }) })),
  fileCase('zip with a mail in it', 'all.zip', (xml) => zipOf({ 'a.eml': mailOf(xml) })),
  fileCase(
    'zip with bytes behind',
    'report.zip',
    (xml) => Buffer.concat([zipOf({ 'report.xml': xml }), Buffer.from('tail')]),
    {
      repairs: ['4 bytes after the zip archive are ignored'],
    },
  ),
  fileCase('zip with a password', 'report.zip', (xml) => zipOf({ 'report.xml': xml }, { encrypted: true }), {
    ...NOTHING,
    failed: ['encrypted'],
  }),
  fileCase('zip without its end', 'report.zip', (xml) => zipOf({ 'report.xml': xml }).subarray(0, -40), {
    failed: ['zip archive is damaged or cut off'],
    exitCode: 3,
  }),
  fileCase('zip of nothing', 'report.zip', () => zipOf({}), { ...NOTHING, failed: ['zip archive without files'] }),
  fileCase('tar', 'reports.tar', (xml) =>
    tarOf([
      { name: '2023/', type: '5' },
      { name: '2023/report.xml', content: xml },
    ]),
  ),
  fileCase('tar and gzip', 'reports.tar.gz', (xml) => gzipSync(tarOf([{ name: 'report.xml', content: xml }]))),
  fileCase('tar with gzip in it', 'reports.tar', (xml) => tarOf([{ name: GZ, content: gzipSync(xml) }])),
  fileCase('tar with long names', 'reports.tar', (xml) =>
    tarOf([
      { name: 'x', type: 'x', content: paxRecord('path', `${'long/'.repeat(30)}report.xml`) },
      { name: 'r', content: xml },
    ]),
  ),
  fileCase('tar without its end', 'reports.tar', (xml) => tarOf([{ name: 'report.xml', content: xml }], false)),
  fileCase('zlib under the name of gzip', 'report.xml.gz', (xml) => deflateSync(xml)),
  fileCase('zstd', 'report.xml.zst', (xml) => zstdCompressSync(xml)),
  fileCase('bzip2', 'report.xml.bz2', (xml) => bzip2Of(xml)),
  fileCase('xz', 'report.xml.xz', (xml) => xzOf(xml)),
  fileCase('tar and zstd', 'reports.tar.zst', (xml) => zstdCompressSync(tarOf([{ name: 'report.xml', content: xml }]))),
  fileCase('outlook message', 'report.msg', (xml) =>
    compoundFileOf(messageStorage({ body: 'see attachment', attachments: [{ name: GZ, content: gzipSync(xml) }] })),
  ),
  fileCase('outlook message in a message', 'report.msg', (xml) =>
    compoundFileOf(
      messageStorage({
        attachments: [{ name: 'Fwd', message: { attachments: [{ name: 'r.xml', content: Buffer.from(xml) }] } }],
      }),
    ),
  ),
  filesCase('folder with litter', (xml) => ({
    'a/b/report.xml': xml,
    'a/.DS_Store': '\0\0\0\x01Bud1',
    'a/Thumbs.db': 'x',
  })),
  filesCase('the same report twice', (xml) => ({ 'a.xml': xml, 'b.xml.gz': gzipSync(xml) }), {
    reports: 1,
    duplicates: 1,
  }),
  fileCase('empty file', 'report.xml', () => '', { ...NOTHING, failed: ['empty file'] }),
  fileCase('picture', 'report.xml', () => Buffer.from('\x89PNG\r\n\x1A\n\0\0', 'latin1'), {
    ...NOTHING,
    failed: ['looks like a PNG image'],
  }),
  fileCase('7-Zip archive', 'reports.7z', () => Buffer.from("7z\xBC\xAF'\x1C\0\x04", 'latin1'), {
    ...NOTHING,
    failed: ['a 7-Zip archive: unpack it first'],
  }),
  fileCase('html page', 'report.xml', () => '<!doctype html><html><p>not found', {
    ...NOTHING,
    failed: ['looks like an HTML page'],
  }),
];

function mailOf(xml: string): string {
  const body = gzipSync(xml).toString('base64').replaceAll(/.{76}/g, '$&\n');
  return `From: a@receiver.example\nContent-Type: application/gzip; name="${GZ}"\nContent-Transfer-Encoding: base64\n\n${body}\n`;
}
