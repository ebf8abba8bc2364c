import { constants, createInflateRaw } from 'node:zlib';
import { CHUNK_BYTES } from './limits.ts';

/**
 * What Node's zlib streams are made of, as far as it is used here. Node does not document it, though npm itself unpacks with it:
 * where it is not what is expected there is no engine, and nothing it says is believed without a checksum.
 */
interface Internals {
  readonly _handle?: { reset(): void; writeSync(...stretches: readonly unknown[]): void } | null;
  /** Bytes that are left of the room to unpack into, and of the packed ones. */
  readonly _writeState?: Uint32Array;
}
type Engine = (packed: Uint8Array) => Uint8Array | undefined;

let room: Uint8Array | undefined;
let engine: Engine | undefined;
let isMissing = false;

/**
 * Inflates small data with one engine for all of them: Node's own function makes one for each, which takes ten times as long as
 * the unpacking, and leaves 60 kB to be collected. Undefined where it does not succeed, for any reason. The bytes are lent: good
 * until the next call.
 */
export function lentInflate(packed: Uint8Array, length?: number): Uint8Array | undefined {
  if (isMissing || packed.length > CHUNK_BYTES || (length ?? 0) >= CHUNK_BYTES) return undefined;
  // Packed twice: what is lent already is not written over.
  if (packed.buffer === room?.buffer) return undefined;
  engine ??= newEngine();
  isMissing = engine === undefined;
  return engine?.(packed);
}

function newEngine(): Engine | undefined {
  const inflater = createInflateRaw();
  // Damaged data put an end to it, which is seen below; the next ones get another.
  inflater.on('error', () => undefined);
  const { _handle: handle, _writeState: state } = inflater as unknown as Internals;
  if (typeof handle?.writeSync !== 'function' || typeof handle.reset !== 'function') return undefined;
  if (!(state instanceof Uint32Array)) return undefined;
  const into = (room ??= new Uint8Array(CHUNK_BYTES));
  return (packed) => {
    try {
      handle.reset();
      handle.writeSync(constants.Z_FINISH, packed, 0, packed.length, into, 0, into.length);
    } catch {
      isMissing = true;
      return undefined;
    }
    if (inflater.destroyed) {
      engine = undefined;
      return undefined;
    }
    const [roomLeft = 0, packedLeft = 0] = state;
    return roomLeft === 0 || packedLeft > 0 ? undefined : into.subarray(0, into.length - roomLeft);
  };
}
