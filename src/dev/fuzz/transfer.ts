import { gzipSync } from 'node:zlib';
import { decodedWords } from '../../mail/encoded-words.ts';
import { parameterised } from '../../mail/parameters.ts';
import { transferDecoder } from '../../mail/transfer.ts';
import { cut, fuzzTarget, octets } from '../fuzzing/target.ts';

const ENCODINGS = ['base64', 'quoted-printable', 'uuencode'] as const;

/** Transfer encodings, encoded words (RFC 2047) and parameters (RFC 2231). */
export default fuzzTarget({
  seeds: () => [
    gzipSync('<feedback/>').toString('base64').replaceAll(/.{20}/g, '$&\r\n'),
    'For people=E4=\r\n and others =3D=3d=\n=20 \r\nend=',
    'begin 644 x.xml\n+/&9E961B86-K+SX\n`\nend\n',
    '=?utf-8?Q?Empf=C3=A4nger?= =?iso-8859-1?B?RuRsbGU=?= =?x?q?_?=',
    `attachment; filename*0*=utf-8''a%21b!1700000000; filename*1="!x.xml.gz"; size=3; name="a\\"b" (c)`,
  ],
  tokens: [
    '=',
    '==',
    '=\r\n',
    '=E4',
    '=?',
    '?=',
    '?Q?',
    '?b?',
    '_',
    '`',
    'begin 644 a\n',
    'end',
    '*0*=',
    "utf-8''",
    '%C3',
    ';',
    '(',
    ')',
    '\\"',
  ],
  run: (bytes) => read(bytes, bytes.length + 1),
  inPieces: (bytes, length) => read(bytes, length),
});

/** Blanks that may end a line are held, up to a thousand: of more, those that came in earlier pieces are gone. */
const HELD = /[\t ]{500,}/g;

function read(given: Buffer, length: number): unknown {
  const text = octets(given).replaceAll(HELD, ' ');
  const bytes = Buffer.from(text, 'latin1');
  const decoded = ENCODINGS.map((encoding) => {
    const decode = transferDecoder(encoding);
    const pieces = cut(bytes, length).map((piece) => Buffer.from(decode(piece, false)));
    return Buffer.concat([...pieces, decode(Buffer.alloc(0), true)]);
  });
  return [decoded, decodedWords(text), parameterised(text)];
}
