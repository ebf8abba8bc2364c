import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';

/** A file the user named. */
interface NamedFile {
  readonly path: string;
  /** What it is to be: `the baseline`. */
  readonly what: string;
  /** A command that helps where it cannot be read. */
  readonly next?: string;
}

/** Its text, UTF-8; throws a UserError that says why it cannot be read. */
export async function textOfFile(file: NamedFile): Promise<string> {
  return readFile(file.path, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
}

/** The same; undefined where there is no such file. */
export async function textIfThere(file: NamedFile): Promise<string | undefined> {
  return readFile(file.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  });
}

const unreadable = ({ path, what, next }: NamedFile, error: unknown): UserError =>
  new UserError(`cannot read ${what} ${path}`, systemFault(error), next);
