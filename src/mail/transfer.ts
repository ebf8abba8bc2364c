import { base64Decoder } from './base64.ts';
import type { TransferEncoding } from './part.ts';
import { quotedPrintableDecoder } from './quoted-printable.ts';
import { uudecoder } from './uuencode.ts';

/**
 * Undoes a transfer encoding, a chunk at a time. Nothing of a chunk is kept, so its buffer may be used again. It never
 * refuses anything: what is no encoding is passed over, or stands for itself.
 */
export type TransferDecoder = (bytes: Uint8Array, last: boolean) => Uint8Array;

const DECODERS: Readonly<Record<TransferEncoding, () => TransferDecoder>> = {
  identity: () => (bytes) => bytes,
  base64: base64Decoder,
  'quoted-printable': quotedPrintableDecoder,
  uuencode: uudecoder,
};

export const transferDecoder = (encoding: TransferEncoding): TransferDecoder => DECODERS[encoding]();
