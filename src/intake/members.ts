import type { ZipFile } from 'yauzl';
import { visible } from '../core/readable.ts';
import { byteReader } from './byte-reader.ts';
import { type FailedInput, failedInput } from './document.ts';
import { isIgnoredMember } from './ignored.ts';
import { HEAD_BYTES, type IntakeLimits, size } from './limits.ts';
import { type Opening, type Stretch, fileStretch, heldStretch, partStretch } from './stretch.ts';
import { type TarMember, tarMembers } from './tar.ts';
import { memberBytes } from './unzip.ts';
import { type ZipMember, openZip, withoutTail, zipMembers } from './zip.ts';

/** One file of an archive that can be read more than once. */
export interface MemberStretch {
  readonly kind: 'member';
  readonly name: string;
  readonly stretch: Stretch;
  /** Seconds since 1970. */
  readonly modified: number | undefined;
}

/** Where an archive was found, and what may be kept in memory of it and of all others. */
export interface ArchivePlace {
  readonly path: string;
  readonly limits: IntakeLimits;
  readonly held: { left: number };
  /** Bytes that may still be unpacked just to get to a member again. */
  readonly repeated: { left: number };
}

/** The files of a tar archive, in one pass over it. */
export async function* tarStretches(
  archive: Stretch,
  place: ArchivePlace,
  opening: Opening,
): AsyncGenerator<MemberStretch | FailedInput> {
  const { members } = place.limits;
  const input = byteReader(archive.open(opening));
  let count = 0;
  try {
    for await (const item of tarMembers(input)) {
      if (isIgnoredMember(item.name)) continue;
      count += 1;
      const name = visible(item.name);
      if (count > members) {
        yield failedInput(place.path, `more than ${members} members, the limit; the rest is not read`);
        return;
      }
      const path = `${place.path} › ${name}`;
      if ('fault' in item) yield failedInput(path, item.fault);
      else {
        const stretch = await tarStretch(archive, item, place);
        if (stretch === undefined) yield failedInput(path, 'too far back in a large packed archive: unpack it first');
        else yield { kind: 'member', name, modified: item.modified, stretch };
      }
    }
  } catch (error) {
    const why = opening.condition.broken ?? `tar archive is damaged: ${(error as Error).message}`;
    yield failedInput(place.path, `${why}; the rest is not read`);
    return;
  } finally {
    await input.close();
  }
  const { broken } = opening.condition;
  if (broken !== undefined) yield failedInput(place.path, `${broken}; the rest is not read`);
  else if (count === 0) yield failedInput(place.path, 'tar archive without files');
}

/** Of what may be held, what one member may take. */
const SHARE = 1 / 4;

/**
 * On disk, a member has its place; in a packed archive small ones are kept, and of others the beginning. Undefined where
 * getting to it again and again takes too long.
 */
async function tarStretch(
  archive: Stretch,
  item: TarMember,
  { held, repeated }: ArchivePlace,
): Promise<Stretch | undefined> {
  const { offset, size: length } = item;
  if (archive.file !== undefined) return fileStretch(archive.file.path, { at: archive.file.at + offset, size: length });
  const wanted = length <= held.left * SHARE ? length : Math.min(length, HEAD_BYTES);
  const start = wanted <= held.left ? await taken(item, wanted) : undefined;
  held.left -= start?.length ?? 0;
  if (start?.length === length) return heldStretch(start);
  repeated.left -= offset + length;
  // Without its beginning at hand, to find out what it is takes a pass as well.
  if (start === undefined) repeated.left -= offset;
  return repeated.left < 0 ? undefined : partStretch(archive, offset, length, start);
}

/** What is cut off is as much as there is: who reads it is told. */
async function taken(item: TarMember, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let left = count;
  try {
    for await (const bytes of item.chunks()) {
      parts.push(Uint8Array.from(bytes.subarray(0, left)));
      left -= Math.min(left, bytes.length);
      if (left === 0) break;
    }
  } catch {
    // The same break comes again where the member is read.
  }
  return Buffer.concat(parts);
}

/** The files of a zip archive, which lies on disk, or is small enough to be held. */
export async function* zipStretches(
  archive: Stretch,
  place: ArchivePlace,
  opening: Opening,
): AsyncGenerator<MemberStretch | FailedInput> {
  const from = await heldZip(archive, place, opening);
  if (from === undefined) {
    const limit = size(place.limits.heldArchiveBytes);
    yield failedInput(place.path, `zip archive of more than ${limit}, the limit for one that is not a file of its own`);
    return;
  }
  const { members } = place.limits;
  let count = 0;
  try {
    const zip = await openZip(from);
    try {
      for await (const item of zipMembers(zip)) {
        count += 1;
        if (count > members) {
          yield failedInput(place.path, `more than ${members} members, the limit; the rest is not read`);
          return;
        }
        if ('fault' in item) yield failedInput(`${place.path} › ${item.name}`, item.fault);
        else yield { kind: 'member', name: item.name, modified: item.modified, stretch: zipStretch(from, item) };
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    yield failedInput(place.path, `zip archive is damaged or cut off: ${(error as Error).message}`);
    return;
  }
  if (count === 0) yield failedInput(place.path, 'zip archive without files');
}

async function heldZip(
  archive: Stretch,
  { held, limits }: ArchivePlace,
  opening: Opening,
): Promise<string | Uint8Array | undefined> {
  if (archive.file?.isPart === false) return archive.file.path;
  const most = Math.min(limits.heldArchiveBytes, held.left);
  const input = byteReader(archive.open(opening));
  try {
    const bytes = await input.take(most + 1);
    if (bytes.length > most) return undefined;
    held.left -= bytes.length;
    return withoutTail(bytes);
  } finally {
    await input.close();
  }
}

const zipStretch = (from: string | Uint8Array, item: ZipMember): Stretch => ({
  async *open(opening) {
    let zip: ZipFile | undefined;
    try {
      zip = await openZip(from);
      yield* memberBytes(item, opening, zip);
    } catch (error) {
      opening.condition.broken ??= `zip member is damaged: ${(error as Error).message}`;
    } finally {
      zip?.close();
    }
  },
});
