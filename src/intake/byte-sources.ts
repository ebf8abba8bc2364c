import { statSync } from 'node:fs';
import { systemFault } from '../core/system-fault.ts';
import type { ByteSource, SourcePlace } from './byte-source.ts';
import { type Condition, type FailedInput, failedInput } from './document.ts';
import type { IntakeOptions } from './documents.ts';
import { chunksOf, openLarge } from './files.ts';
import { type Budget, CHUNK_BYTES, type IntakeLimits, LIMITS, REPEATED_BYTES, bombIn } from './limits.ts';
import { listedFiles } from './listing.ts';
import { tarStretches, zipStretches } from './members.ts';
import { onceSources } from './once-sources.ts';
import { recogniseBytes } from './recognise.ts';
import { type Stretch, fileStretch, headOf, unpackedStretch } from './stretch.ts';
import { unpackFirst } from './unpack-first.ts';
import { isPacking, UNPACKERS } from './unpackers.ts';

/** A log may unpack to far more than a report: what counts is that it streams. The bomb is stopped by its ratio. */
const LOG_LIMITS: IntakeLimits = { ...LIMITS, unpackedBytes: Number.MAX_SAFE_INTEGER };

/**
 * All logs that paths name: files, folders, globs, `-`; gz and zst unpacked, each member of a zip or tar archive a source of
 * its own. In the order given, within an archive as they lie there.
 */
export async function* byteSources(
  paths: Iterable<string>,
  options: IntakeOptions = {},
): AsyncGenerator<ByteSource | FailedInput> {
  const limits = { ...LOG_LIMITS, ...options.limits };
  const held = { left: limits.heldArchiveBytes };
  const placeOf = (path: string): SourcePlace => ({
    path,
    limits,
    held,
    repeated: { left: REPEATED_BYTES },
    depth: 0,
    account: { packed: 0, unpacked: 0 },
  });
  for (const path of paths) {
    if (path === '-') {
      if (options.stdin === undefined) yield failedInput('stdin', 'there is no standard input here');
      else yield* onceSources(options.stdin, placeOf('stdin'), sourcesIn);
      continue;
    }
    for await (const listed of listedFiles(path)) {
      if (listed.kind === 'failed') yield listed;
      else if (listed.kind === 'stream') yield* onceSources(pipe(listed.path), placeOf(listed.path), sourcesIn);
      else yield* fileSources(placeOf(listed.path));
    }
  }
}

async function* fileSources(place: SourcePlace): AsyncGenerator<ByteSource | FailedInput> {
  try {
    // At once: a trip to another thread takes ten times as long, and a mailbox has a file for every mail.
    const { mtimeMs, size } = statSync(place.path);
    place.account.packed = size;
    yield* sourcesIn(fileStretch(place.path), { ...place, modified: Math.floor(mtimeMs / 1000) });
  } catch (error) {
    yield failedInput(place.path, systemFault(error));
  }
}

async function* pipe(path: string): AsyncGenerator<Uint8Array> {
  const { file } = await openLarge(path);
  const condition: Condition = { repairs: [] };
  try {
    yield* chunksOf(file, condition);
  } finally {
    await file.close();
  }
  if (condition.broken !== undefined) throw new Error(condition.broken);
}

/** What a stretch holds: itself, what it unpacks to, or the members of an archive. */
export async function* sourcesIn(stretch: Stretch, place: SourcePlace): AsyncGenerator<ByteSource | FailedInput> {
  const { path, limits, depth } = place;
  if (depth > limits.nesting) {
    yield failedInput(path, `archives nested more than ${limits.nesting} deep, the limit`);
    return;
  }
  const condition: Condition = { repairs: [] };
  const content = recogniseBytes(await headOf(stretch, condition));
  const within = { ...place, depth: depth + 1 };
  if (isPacking(content.kind)) yield* sourcesIn(await unpackedStretch(stretch, UNPACKERS[content.kind]), within);
  else if (content.kind === 'tar') yield* memberSources(tarStretches, stretch, within);
  else if (content.kind === 'zip') yield* memberSources(zipStretches, stretch, within);
  else if (content.kind === 'packed') yield failedInput(path, unpackFirst(content.what, content.command));
  else yield sourceOf(stretch, place);
}

async function* memberSources(
  membersOf: typeof tarStretches,
  archive: Stretch,
  place: SourcePlace,
): AsyncGenerator<ByteSource | FailedInput> {
  const { path, limits, account } = place;
  // The pass that finds the members has a budget of its own: it costs as much as the archive holds, and is not kept.
  const budget: Budget = { limits, packed: account.packed, unpacked: 0 };
  for await (const member of membersOf(archive, place, { budget, condition: { repairs: [] } })) {
    if (member.kind === 'failed') yield member;
    else {
      const { name, stretch } = member;
      const modified = earlier(member.modified, place.modified);
      yield* sourcesIn(stretch, {
        ...place,
        path: `${path} › ${name}`,
        ...(modified === undefined ? {} : { modified }),
      });
    }
  }
}

/** 1981: archives that do not keep times say 1970, 1979 or 1980. */
const OLDEST = Date.UTC(1981, 0) / 1000;

/** A member cannot be younger than its archive; it may be older, where it was kept for long. */
function earlier(member: number | undefined, archive: number | undefined): number | undefined {
  if (member === undefined || member < OLDEST) return archive;
  return archive === undefined ? member : Math.min(member, archive);
}

function sourceOf(stretch: Stretch, { path, modified, onlyOnce, limits, account }: SourcePlace): ByteSource {
  /** Of the account, what this source has come to in its longest reading. */
  let counted = 0;
  return {
    kind: 'bytes',
    path,
    ...(modified === undefined ? {} : { modified }),
    ...(onlyOnce === undefined ? {} : { onlyOnce }),
    async *open(condition) {
      const budget: Budget = {
        limits,
        unpacked: 0,
        // Standard input grows while it is read.
        get packed() {
          return account.packed;
        },
      };
      let length = 0;
      for await (const bytes of stretch.open({ budget, condition })) {
        length += bytes.length;
        if (length > counted) {
          account.unpacked += length - counted;
          counted = length;
          const bomb = bombIn(account, limits);
          if (bomb !== undefined) {
            condition.broken ??= bomb;
            return;
          }
        }
        // In pieces: a text of more than 128 kiB is a large object to V8, and six times as slow to cut into lines.
        for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
      }
    },
  };
}
