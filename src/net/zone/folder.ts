import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { systemFault } from '../../core/system-fault.ts';
import { liesIn, readHead, zoneOfFileName } from './files.ts';
import { mayBePlanned } from './planned-json.ts';
import type { FileProblem } from './text.ts';

/** Files of one folder and all below it; more is somebody's home directory. */
const MOST_FILES = 20_000;
/** Folders within folders: configurations have two or three. */
const DEEPEST = 16;

const ZONE_NAME = /\.(?:zone|db|signed)$|^db\./i;
const YAML_NAME = /\.ya?ml$/i;
const JSON_NAME = /\.json$/i;
const NO_ZONE_NAME = /^[.#]|~$|\.(?:bak|orig|old|swp|jnl|jbk|md|key|private|conf|sh|py|tf|j2)$/i;
/** Folders of others' packages. */
const NO_FOLDER = /^(?:\.|node_modules$)/;

/**
 * The files in a folder, and in the folders below it, that hold zones by their name or, whatever the name, by their
 * content. Symbolic links that lead out of it are problems, and are not followed.
 */
export async function zoneFilesIn(folder: string, problems: FileProblem[]): Promise<readonly string[]> {
  const root = await realpath(folder);
  const seen = new Set<string>();
  const found: string[] = [];
  let files = 0;

  async function walk(at: string, depth: number): Promise<void> {
    for (const path of await entriesIn(at)) {
      const refuse = (message: string): void => void problems.push({ file: path, line: 1, message });
      const real = await realpath(path).catch(() => undefined);
      if (real === undefined) continue;
      if (!liesIn(real, root)) {
        if (!NO_ZONE_NAME.test(basename(path))) refuse(`the symbolic link leads out of ${folder}, and is not followed`);
        continue;
      }
      const kind = await stat(path);
      if (kind.isDirectory()) {
        if (NO_FOLDER.test(basename(path)) || seen.has(real)) continue;
        seen.add(real);
        if (depth < DEEPEST) await walk(path, depth + 1);
        else refuse(`it lies deeper than ${DEEPEST} folders, and is not read`);
        continue;
      }
      files += 1;
      if (files > MOST_FILES) throw new UserError(`${folder} holds more than ${MOST_FILES} files`);
      if (!kind.isFile() || NO_ZONE_NAME.test(basename(path)) || !(await isZoneFile(path))) continue;
      // Thumbs.db, for one
      if ((await readHead(path)).includes('\0')) refuse('it is no text, so no zone file');
      else found.push(path);
    }
  }

  await walk(folder, 1);
  return found;
}

async function entriesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.toSorted().map((name) => join(folder, name));
  } catch (error) {
    throw new UserError(`cannot read ${folder}`, systemFault(error));
  }
}

/** YAML that is no octoDNS zone, and JSON that is no plan, are somebody's configuration. */
async function isZoneFile(path: string): Promise<boolean> {
  const name = basename(path);
  if (ZONE_NAME.test(name)) return true;
  const head = await readHead(path);
  if (JSON_NAME.test(name)) return mayBePlanned(head);
  if (YAML_NAME.test(name)) return zoneOfFileName(name) !== undefined && /\btype["']?:/.test(head);
  return mayBePlanned(head) || /^\$(?:ORIGIN|TTL)[ \t]/im.test(head) || /[ \t]SOA[ \t]/i.test(head);
}
