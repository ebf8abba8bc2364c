import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import { otherFileName } from './names.ts';
import { OWN_FOLDER } from './seen.ts';

/** A mail on its way into the folder. */
export interface Arriving {
  add(octets: Uint8Array): Promise<void>;
  /**
   * Puts it in its place when every octet is on the disk. `isNew` is false where the folder holds these octets already; then
   * nothing was added.
   */
  finish(fileWith: (sha256: string) => string | undefined): Promise<Placed>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

export interface Placed {
  readonly sha256: string;
  readonly file: string;
  readonly isNew: boolean;
}

/** A folder that mails are written to. What the disk refuses is a UserError. */
export interface Delivery {
  begin(name: string): Promise<Arriving>;
  /** After it, names are as safe as what they name: a folder, too, is written late. */
  settle(): Promise<void>;
  /** Octets of a file there; undefined where there is none. */
  sizeOf(name: string): Promise<number | undefined>;
  hashOf(name: string): Promise<string>;
}

/** Older ones are of no run that is under way. */
const LEFT_BEHIND_MS = 86_400_000;
const UNFINISHED = '.part';

/** `readOnly` makes no folder, for a rehearsal. */
export async function openDelivery(folder: string, readOnly: boolean): Promise<Delivery> {
  const own = join(folder, OWN_FOLDER);
  const tried = async <A>(work: () => Promise<A>): Promise<A> => {
    try {
      return await work();
    } catch (error) {
      throw new UserError(`cannot write ${folder}`, systemFault(error));
    }
  };
  if (!readOnly)
    await tried(async () => {
      await mkdir(own, { recursive: true });
      await removeLeftBehind(own);
    });
  const sizeOf = async (name: string): Promise<number | undefined> => {
    const there = await stat(join(folder, name)).catch(() => undefined);
    return there?.isFile() === true ? there.size : undefined;
  };
  const hashOf = (name: string): Promise<string> => tried(() => sha256Of(join(folder, name)));

  async function begin(name: string): Promise<Arriving> {
    // A name of its own for each run: two at once must not write into one file.
    const path = join(own, `${name}.${randomBytes(6).toString('hex')}${UNFINISHED}`);
    const file = await tried(() => open(path, 'wx'));
    const hash = createHash('sha256');
    const abandon = async (): Promise<void> => {
      await file.close().catch(() => {});
      await rm(path, { force: true });
    };
    return {
      abandon,
      add: (octets) =>
        tried(async () => {
          hash.update(octets);
          await file.appendFile(octets);
        }),
      async finish(fileWith) {
        await tried(() => file.sync());
        await tried(() => file.close());
        const sha256 = hash.digest('hex');
        const known = fileWith(sha256);
        const there = known !== undefined && (await holds(known, sha256)) ? known : undefined;
        const place = there === undefined ? await placeFor(name, sha256) : { file: there, isNew: false };
        await (place.isNew ? tried(() => rename(path, join(folder, place.file))) : rm(path, { force: true }));
        return { sha256, ...place };
      },
    };
  }

  const holds = async (name: string, sha256: string): Promise<boolean> =>
    (await sizeOf(name)) !== undefined && (await hashOf(name)) === sha256;

  /** Nothing is ever written over: what has this name and other octets is somebody's. */
  async function placeFor(name: string, sha256: string): Promise<Omit<Placed, 'sha256'>> {
    for (const file of [name, otherFileName(name, sha256)]) {
      if ((await sizeOf(file)) === undefined) return { file, isNew: true };
      if (await holds(file, sha256)) return { file, isNew: false };
    }
    throw new UserError(`cannot write ${join(folder, name)}`, 'there is another file of this name');
  }

  return { begin, settle: () => tried(() => syncFolder(folder)), sizeOf, hashOf };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Where folders cannot be opened (Windows, some network drives), the system does it by itself. */
const CANNOT_BE_SYNCED: ReadonlySet<string | undefined> = new Set(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EACCES']);

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!CANNOT_BE_SYNCED.has((error as NodeJS.ErrnoException).code)) throw error;
  }
}

async function removeLeftBehind(own: string): Promise<void> {
  const before = Date.now() - LEFT_BEHIND_MS;
  for (const name of await readdir(own)) {
    const path = join(own, name);
    if (!name.endsWith(UNFINISHED)) continue;
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
    if (mtimeMs < before) await rm(path, { force: true });
  }
}
