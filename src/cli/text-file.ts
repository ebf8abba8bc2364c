import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import { utf16Marked } from '../logs/utf8.ts';

/** A file the user named. */
interface NamedFile {
  readonly path: string;
  /** What it is to be: `the baseline`. */
  readonly what: string;
  /** A command that helps where it cannot be read. */
  readonly next?: string;
}

/** Windows PowerShell writes what is redirected in UTF-16. */
function decoded(bytes: Buffer): string {
  const encoding = utf16Marked(bytes);
  return encoding === undefined ? bytes.toString('utf8') : new TextDecoder(encoding).decode(bytes);
}

/** Its text, UTF-8, or UTF-16 where it begins with a mark of that; throws a UserError that says why it cannot be read. */
export async function textOfFile(file: NamedFile): Promise<string> {
  return readFile(file.path).then(decoded, (error: unknown) => {
    throw unreadable(file, error);
  });
}

/** The same; undefined where there is no such file. */
export async function textIfThere(file: NamedFile): Promise<string | undefined> {
  return readFile(file.path).then(decoded, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  });
}

const unreadable = ({ path, what, next }: NamedFile, error: unknown): UserError =>
  new UserError(`cannot read ${what} ${path}`, systemFault(error), next);
