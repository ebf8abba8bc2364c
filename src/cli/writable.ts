import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../core/errors.ts';

/** Refuses a file that cannot be written, before any work is done for it: a mistyped folder costs no wait. */
export async function refuseUnwritable(path: string): Promise<void> {
  const refused = (why: string): never => {
    throw new UserError(`cannot write ${path}`, why);
  };
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) return refused('it is a folder');
  const folder = dirname(path);
  if (there === undefined && !(await exists(folder))) return refused(`there is no folder ${folder}`);
  await access(there === undefined ? folder : path, constants.W_OK).catch(() => refused('permission denied'));
}

/** Options that name files. */
export interface FilesNamed {
  readonly zone?: readonly string[];
  readonly list?: readonly string[];
  readonly reports?: readonly string[];
  readonly replay?: string;
  readonly config?: string;
  readonly baseline?: string;
  readonly record?: string;
}

/** Refuses to write over what is read, and two outputs into one file: a slip of the hand must not cost a zone file. */
export async function refuseOverwriting(formatFiles: readonly string[], named: FilesNamed): Promise<void> {
  const { zone = [], list = [], reports = [], replay, config, baseline, record } = named;
  const inputs = [...zone, ...list, ...reports, replay, config, baseline].filter((path) => path !== undefined);
  const read = new Set(await Promise.all(inputs.map((path) => realPath(path))));
  const written = new Set<string>();
  for (const path of [...formatFiles, ...(record === undefined ? [] : [record])]) {
    const real = await realPath(path);
    if (read.has(real)) throw new UserError(`${path} is read, so nothing can be written to it`);
    if (written.has(real)) throw new UserError(`two outputs cannot go to one file, ${path}`);
    written.add(real);
  }
}

const realPath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
