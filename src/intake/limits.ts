const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** What intake will take from one input. Every limit stops an attack that arrives by mail, where anyone can send reports. */
export interface IntakeLimits {
  /** Bytes of one document, unpacked. Stops the plain bomb: a small attachment that fills memory or days of CPU. */
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte, over everything one input holds. Stops bombs of many members, or overlapping ones. */
  readonly ratio: number;
  /** Unpacked bytes below which `ratio` does not matter: records that all look alike do pack 200 to 1. */
  readonly ratioFrom: number;
  /** Archives, mailboxes and mails within each other. Stops the archive that contains itself. */
  readonly nesting: number;
  /** Members of one archive. Stops directories of millions of empty members. */
  readonly members: number;
  /** Bytes of an archive that must be held in memory, because it does not lie on disk: from stdin or inside another. */
  readonly heldArchiveBytes: number;
}

export const LIMITS: IntakeLimits = {
  unpackedBytes: GIB,
  ratio: 400,
  ratioFrom: 64 * MIB,
  nesting: 8,
  members: 100_000,
  heldArchiveBytes: 32 * MIB,
};

/** Packed bytes up to which a file is read whole and unpacked in one go; larger ones stream. */
export const WHOLE_BYTES = MIB;
/** Unpacked bytes up to which a document is handed out whole, for the same reason: memory follows neither. */
export const WHOLE_UNPACKED_BYTES = 8 * MIB;
/** Bytes of a stream looked at to find out what it is. */
export const HEAD_BYTES = 64 * KIB;
/** Bytes of a long text handed on at a time: a reader keeps the piece in hand alive, so small pieces keep it small. */
export const TEXT_BYTES = 16 * KIB;
/** Bytes read from a file at a time. */
export const CHUNK_BYTES = 64 * KIB;

/**
 * Bytes of a packed tar archive that are unpacked again for the members in it: each of the large ones is read from the
 * archive's beginning. Stops an archive of thousands of them, for which that takes days.
 */
export const REPEATED_BYTES = 64 * GIB;

/** What one input has cost so far, over all archives within it. */
export interface Budget {
  readonly limits: IntakeLimits;
  /** Bytes read of the input itself. */
  packed: number;
  unpacked: number;
}

/** One stretch of packed data: bytes taken in and given out so far. */
export interface Unpacking {
  packed: number;
  unpacked: number;
}

/** Counts unpacked bytes, and says which limit they break, if any: this data's own, or that of the input as a whole. */
export function spend(budget: Budget, bytes: number, data: Readonly<Unpacking>): string | undefined {
  const { limits } = budget;
  budget.unpacked += bytes;
  if (data.unpacked > limits.unpackedBytes) return `unpacks to more than ${size(limits.unpackedBytes)}, the limit`;
  return bombIn(data, limits) ?? bombIn(budget, limits);
}

/** Says so where far more has come out than went in. */
export function bombIn(
  { packed, unpacked }: Readonly<Unpacking>,
  { ratio, ratioFrom }: Pick<IntakeLimits, 'ratio' | 'ratioFrom'>,
): string | undefined {
  if (unpacked <= ratioFrom || unpacked <= ratio * packed) return undefined;
  const sizes = `${size(unpacked)} from ${size(packed)}`;
  return `unpacks to more than ${ratio} times its size (${sizes}), the limit against archive bombs`;
}

/** `1 GiB`, `64 MiB`, `3.4 kiB`, `12 bytes`. */
export function size(bytes: number): string {
  const [unit, name] =
    bytes >= GIB ? [GIB, 'GiB'] : bytes >= MIB ? [MIB, 'MiB'] : bytes >= KIB ? [KIB, 'kiB'] : [1, ''];
  if (unit === 1) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return `${Number((bytes / unit).toFixed(1))} ${name}`;
}
