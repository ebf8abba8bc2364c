/**
 * Undoes a transfer encoding, a chunk at a time. Nothing of a chunk is kept, so its buffer may be used again. It never
 * refuses anything: what is no encoding is passed over, or stands for itself.
 */
export type TransferDecoder = (bytes: Uint8Array, last: boolean) => Uint8Array;
