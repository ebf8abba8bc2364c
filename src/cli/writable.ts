import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
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

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
