import type { ZipFile } from 'yauzl';
import { inflatedWhole } from './small-inflater.ts';
import { crc32 } from 'node:zlib';
import { byteReader, oneChunk } from './byte-reader.ts';
import { type CutMember, cutMembers } from './cut-zip.ts';
import { type IntakeItem, failedInput } from './document.ts';
import { openLarge } from './files.ts';
import { WHOLE_BYTES, size, spend } from './limits.ts';
import { type Place, member, nestingFault } from './place.ts';
import { type ZipItem, type ZipMember, openZip, withoutTail, zipMembers } from './zip.ts';
import { zipUnpacker } from './zip-methods.ts';

/** All documents in a zip archive, which lies on disk or at hand. */
export async function* unzipped(from: string | Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const { members } = place.budget.limits;
  let count = 0;
  try {
    const archive = typeof from === 'string' ? from : withoutTail(from);
    const tail = from.length - archive.length;
    const zip = await openZip(archive);
    try {
      for await (const item of zipMembers(zip)) {
        count += 1;
        if (count > members) {
          yield tooMany(place);
          return;
        }
        const repairs = tail === 0 ? [] : [{ what: `${size(tail)} after the zip archive are ignored` }];
        yield* unpackedMember(item, member(place, item.name, { repairs: [...place.condition.repairs, ...repairs] }));
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    const whole = count === 0 ? await heldWhole(from, place) : undefined;
    if (whole !== undefined) yield* unzippedByHeaders(whole, place);
    yield failedInput(place.path, `zip archive is damaged or cut off: ${(error as Error).message}`);
    return;
  }
  if (count === 0) yield failedInput(place.path, 'zip archive without files');
}

const tooMany = ({ path, budget }: Place): IntakeItem =>
  failedInput(path, `more than ${budget.limits.members} members, the limit; the rest is not read`);

async function* unpackedMember(item: ZipItem, place: Place): AsyncGenerator<IntakeItem> {
  if ('fault' in item) {
    yield failedInput(place.path, item.fault);
    return;
  }
  try {
    const packed = item.packed <= WHOLE_BYTES ? await byteReader(item.chunks()).take(WHOLE_BYTES) : undefined;
    // It may be lent: nothing may wait between here and its reading.
    const small = packed === undefined ? undefined : smallMember(packed, item, place);
    if (small !== undefined) yield* place.unpack.whole(small, place);
    else yield* place.unpack.stream(memberBytes(item, place), place);
  } catch (error) {
    yield failedInput(place.path, `zip member is damaged: ${(error as Error).message}`);
  }
}

/** A small and healthy member; undefined where `memberBytes` has to look closer. */
function smallMember(packed: Uint8Array, item: ZipMember, place: Place): Uint8Array | undefined {
  if (item.method !== 'deflated' && item.method !== 'stored') return undefined;
  const bytes = item.method === 'deflated' ? inflatedWhole(packed, item.checksum) : packed;
  if (bytes === undefined || crc32(bytes) !== item.checksum) return undefined;
  return spend(place.budget, bytes.length, { packed: packed.length, unpacked: bytes.length }) === undefined
    ? bytes
    : undefined;
}

/** A member of any size, unpacked: what is wrong with it is left in the condition. */
export const memberBytes = (
  item: ZipMember,
  place: Pick<Place, 'budget' | 'condition'>,
  opened?: ZipFile,
): AsyncGenerator<Uint8Array> => checked(item.chunks(opened), item, place);

/** Unpacked, and held to the checksum where one is known. */
async function* checked(
  packed: AsyncIterable<Uint8Array>,
  { method, checksum }: Pick<CutMember, 'method' | 'checksum'>,
  { budget, condition }: Pick<Place, 'budget' | 'condition'>,
): AsyncGenerator<Uint8Array> {
  const unpack = zipUnpacker(method);
  const bytes = unpack === undefined ? packed : unpack(packed, budget, condition);
  let sum = 0;
  for await (const chunk of bytes) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  const isWhole = checksum === undefined || sum === checksum;
  condition.broken ??= isWhole ? undefined : 'zip member is damaged: the checksum does not match';
}

/** An archive that is to be read without its directory; undefined where that takes too much memory. */
async function heldWhole(from: string | Uint8Array, { budget }: Place): Promise<Uint8Array | undefined> {
  if (typeof from !== 'string') return from;
  const { file, size: length } = await openLarge(from);
  try {
    return length > budget.limits.heldArchiveBytes ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
}

async function* unzippedByHeaders(archive: Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const { members } = place.budget.limits;
  let count = 0;
  for (const item of cutMembers(archive)) {
    count += 1;
    if (count > members) {
      yield tooMany(place);
      return;
    }
    const within = member(place, item.name);
    yield* place.unpack.stream(checked(oneChunk(item.bytes), item, within), within);
  }
}
