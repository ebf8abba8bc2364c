import { glob, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemFault } from '../core/system-fault.ts';
import { type FailedInput, failedInput, nothingThere } from './document.ts';
import { FILES_IGNORED, FOLDERS_IGNORED, MAILDIR_FILES, isIgnored } from './ignored.ts';

/** A file to read; `stream` for pipes and devices, which have no size and can be read only once. */
export type ListedFile = { readonly kind: 'file' | 'stream'; readonly path: string };

/** All files that paths, folders and globs name: in the order given, within a folder by name. */
export async function* listedFiles(path: string): AsyncGenerator<ListedFile | FailedInput> {
  const kind = await kindOf(path);
  // A file that exists wins over the pattern its name happens to be: `[2024] report.xml`.
  if (kind === 'missing' && /[*?[{]/.test(path)) {
    yield* matchingFiles(path);
    return;
  }
  yield* filesAt(path, kind, new Set(), true);
}

type Kind = 'file' | 'folder' | 'other' | 'missing' | { readonly fault: string };

async function kindOf(path: string): Promise<Kind> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : { fault: systemFault(error) };
  }
}

async function* filesAt(
  path: string,
  kind: Kind,
  visited: Set<string>,
  named: boolean,
): AsyncGenerator<ListedFile | FailedInput> {
  if (typeof kind === 'object') yield failedInput(path, kind.fault);
  else if (kind === 'file') yield { kind, path };
  else if (kind === 'folder') yield* filesBelow(path, visited, named);
  else if (kind === 'missing')
    yield named ? nothingThere(path, 'no such file or folder') : failedInput(path, 'symbolic link to nothing');
  // Somebody who names a pipe means it: `sendaudit dmarc <(curl …)`. One that lies in a folder might never end.
  else if (named) yield { kind: 'stream', path };
  else yield failedInput(path, 'not a regular file');
}

async function* matchingFiles(pattern: string): AsyncGenerator<ListedFile | FailedInput> {
  const matches: string[] = [];
  try {
    for await (const match of glob(pattern)) matches.push(match);
  } catch (error) {
    yield failedInput(pattern, systemFault(error));
    return;
  }
  if (matches.length === 0) {
    yield nothingThere(pattern, 'no file matches');
    return;
  }
  const visited = new Set<string>();
  for (const match of matches.toSorted()) yield* filesAt(match, await kindOf(match), visited, false);
}

/** Everything below a folder, each folder once however many links lead to it: a link may lead back up. */
async function* filesBelow(
  folder: string,
  visited: Set<string>,
  named: boolean,
): AsyncGenerator<ListedFile | FailedInput> {
  let entries: Entries;
  try {
    const { dev, ino } = await stat(folder, { bigint: true });
    const id = `${dev}:${ino}`;
    if (visited.has(id)) return;
    visited.add(id);
    entries = await sortedEntries(folder);
  } catch (error) {
    yield failedInput(folder, systemFault(error));
    return;
  }
  const { names, folders, unclear } = entries;
  if (names.length === 0 && named) {
    yield nothingThere(folder, 'empty folder');
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (folders.has(name)) yield* filesBelow(path, visited, false);
    else if (unclear.has(name)) yield* filesAt(path, await kindOf(path), visited, false);
    else yield { kind: 'file', path };
  }
}

/** What is in a folder, by name. A folder may hold 100,000 files, so that nothing but their names is kept of them. */
interface Entries {
  readonly names: readonly string[];
  readonly folders: ReadonlySet<string>;
  /** Neither files nor folders by what the folder says: links, and all entries of some file systems. */
  readonly unclear: ReadonlySet<string>;
}

async function sortedEntries(folder: string): Promise<Entries> {
  const names: string[] = [];
  const folders = new Set<string>();
  const unclear = new Set<string>();
  for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
    const { name } = entry;
    const isFolder = entry.isDirectory();
    if (isIgnored(name, isFolder ? FOLDERS_IGNORED : FILES_IGNORED)) continue;
    names.push(name);
    if (isFolder) folders.add(name);
    else if (!entry.isFile()) unclear.add(name);
  }
  names.sort();
  return withoutMaildirsOwn({ names, folders, unclear });
}

/** In a Maildir, `tmp` holds what is being delivered, and servers keep indexes of their own beside the mails. */
function withoutMaildirsOwn(entries: Entries): Entries {
  const { names, folders, unclear } = entries;
  if (!['cur', 'new', 'tmp'].every((name) => folders.has(name))) return entries;
  const isFile = (name: string): boolean => !folders.has(name) && !unclear.has(name);
  return {
    ...entries,
    names: names.filter(
      (name) => !(name === 'tmp' && folders.has(name)) && !(isFile(name) && MAILDIR_FILES.test(name)),
    ),
  };
}
