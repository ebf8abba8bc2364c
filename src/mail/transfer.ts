import { base64Decoder } from './base64.ts';
import type { TransferEncoding } from './part.ts';
import { quotedPrintableDecoder } from './quoted-printable.ts';
import type { TransferDecoder } from './transfer-decoder.ts';
import { uudecoder } from './uuencode.ts';

const DECODERS: Readonly<Record<TransferEncoding, () => TransferDecoder>> = {
  identity: () => (bytes) => bytes,
  base64: base64Decoder,
  'quoted-printable': quotedPrintableDecoder,
  uuencode: uudecoder,
};

export const transferDecoder = (encoding: TransferEncoding): TransferDecoder => DECODERS[encoding]();
