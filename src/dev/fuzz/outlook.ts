import { beginsTnef, tnefAttachments } from '../../mail/tnef.ts';
import { beginsSignedData, signedContent } from '../../mail/signed-data.ts';
import { compoundFile } from '../../mail/compound-file.ts';
import { isOutlookMessage, outlookItems } from '../../mail/outlook.ts';
import { compoundFileOf, messageStorage } from '../../../test/intake/msg-bytes.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

const attachment = {
  name: 'a!b!1!2.xml.gz',
  type: 'application/gzip',
  content: Buffer.from('\x1F\x8B report', 'latin1'),
};
const message = { headers: 'From: a@b.example\r\n', body: 'hello', attachments: [attachment] };
/** An attribute of winmail.dat: level, number, length, data, checksum. */
function attribute(number: number, data: string): Buffer {
  const head = Buffer.alloc(9, 2);
  head.writeUInt32LE(number, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, Buffer.from(data, 'latin1'), Buffer.alloc(2)]);
}

/** `<feedback/>` in signed data, in pieces and without lengths, as OpenSSL streams it. */
const SIGNED =
  '308006092a864886f70d010702a08030800201013100308006092a864886f70d010701a080248004093c666565646261636b04022f3e0000000000003100000000000000';

/** Outlook's files: compound files with messages in them, winmail.dat, and signed data. */
export default fuzzTarget({
  seeds: () => [
    compoundFileOf(messageStorage(message)),
    compoundFileOf(messageStorage({ ...message, attachments: [{ name: 'Fwd', message }] })),
    Buffer.concat([
      Buffer.from('789f3e2234120000', 'hex').subarray(0, 6),
      attribute(0x69002, ''),
      attribute(0x18010, 'a.xml\0'),
      attribute(0x6800f, '<feedback/>'),
    ]),
    Buffer.from(SIGNED, 'hex'),
  ],
  tokens: [
    '\xFE\xFF\xFF\xFF',
    '\xFF\xFF\xFF\xFF',
    '\xFD\xFF\xFF\xFF',
    '\0\0\0\0',
    '\x01\0\0\0',
    '\x0F\x80\x06\0',
    '_\0_\0s\0u\0b\0',
    '__attach',
  ],
  run(bytes) {
    if (beginsTnef(bytes)) return tnefAttachments(bytes);
    if (beginsSignedData(bytes)) return signedContent(bytes);
    const file = compoundFile(bytes);
    if (typeof file === 'string') return file;
    return [isOutlookMessage(file), ...outlookItems(file, file.root)];
  },
});
