import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { beginsSignedData, signedContent } from '../../src/mail/signed-data.ts';
import { told } from './told.ts';

const XML = '<feedback/>';
const NAME = 'receiver.example!example.com!1700000000!1700086399.xml.gz';
const ENTITY = `Content-Type: application/gzip; name="${NAME}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${gzipSync(XML).toString('base64')}\r\n`;

type Ber = (tag: number, ...contents: Buffer[]) => Buffer;
const der: Ber = (tag, ...contents) => {
  const content = Buffer.concat(contents);
  const length = Buffer.alloc(5, 0x84);
  length.writeUInt32BE(content.length, 1);
  return Buffer.concat([Buffer.of(tag), content.length < 0x80 ? Buffer.of(content.length) : length, content]);
};
/** Of no length that is told in front: two NULs end it. */
const indefinite: Ber = (tag, ...contents) => Buffer.concat([Buffer.of(tag, 0x80), ...contents, Buffer.alloc(2)]);

/** Signed data (RFC 5652 §5.1) without certificates and signatures, which nothing here looks at. */
function signed(around: Ber, octets: Buffer | undefined): Buffer {
  const content = octets === undefined ? [] : [around(0xa0, octets)];
  return around(
    0x30,
    Buffer.from('06092a864886f70d010702', 'hex'),
    around(
      0xa0,
      around(
        0x30,
        Buffer.from('020101', 'hex'),
        Buffer.from('310f300d06096086480165030402010500', 'hex'),
        around(0x30, Buffer.from('06092a864886f70d010701', 'hex'), ...content),
        Buffer.from('3100', 'hex'),
      ),
    ),
  );
}
const whole = (text: string): Buffer => signed(der, der(0x04, Buffer.from(text)));
const inPieces = (text: string): Buffer =>
  signed(
    indefinite,
    indefinite(0x24, ...(text.match(/[^]{1,40}/g) ?? []).map((piece) => der(0x04, Buffer.from(piece)))),
  );
const mailed = (data: Buffer, smime = 'signed-data'): string =>
  `From: a@receiver.example\nContent-Type: application/pkcs7-mime; smime-type=${smime}; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n${data.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n`;

describe('a report in signed data is found', () => {
  it.each<readonly [string, string | Buffer, string]>([
    ['in a mail', mailed(whole(ENTITY)), `stdin › smime.p7m › ${NAME} = ${XML}`],
    ['in a mail of OpenSSL or Outlook, in pieces', mailed(inPieces(ENTITY)), `stdin › smime.p7m › ${NAME} = ${XML}`],
    ['in a file saved from one', inPieces(ENTITY), `stdin › ${NAME} = ${XML}`],
    ['without a header of its own', whole(XML), `stdin = ${XML}`],
    ['gzipped', gzipSync(whole(XML)), `stdin = ${XML}`],
    ['whose end is missing', inPieces(ENTITY).subarray(0, -20), `stdin › ${NAME} = ${XML}`],
  ])('%s', async (_, bytes, line) => {
    expect(await told(bytes)).toEqual([expect.stringContaining(line)]);
  });
});

test('a signed mail without a report is a mail without a report, an encrypted one is encrypted', async () => {
  expect(await told(mailed(whole('Content-Type: text/plain\r\n\r\nhello')))).toEqual([
    'stdin – a mail without a report',
  ]);
  expect(await told(mailed(Buffer.from('30820102', 'hex'), 'enveloped-data'))).toEqual(['stdin – an encrypted mail']);
});

test('a signature without what was signed holds nothing', async () => {
  expect(signedContent(signed(der, undefined))).toBeUndefined();
  expect(await told(signed(der, undefined))).toEqual([expect.stringContaining('a signature (S/MIME)')]);
});

test('nothing makes it throw or hand out more than there is', () => {
  const damage = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(whole(ENTITY), inPieces(ENTITY)), damage, fc.nat(600), (bytes, edits, end) => {
      const bad = Buffer.from(bytes.subarray(0, end));
      for (const [at, byte] of edits) if (at < bad.length) bad[at] = byte;
      beginsSignedData(bad);
      expect(signedContent(bad)?.length ?? 0).toBeLessThanOrEqual(bad.length);
    }),
  );
});
