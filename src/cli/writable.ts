import { constants } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { UserError } from '../core/errors.ts';

/** Refuses a file that cannot be written, before any work is done for it: a mistyped folder costs no wait. */
export async function refuseUnwritable(path: string): Promise<void> {
  const refused = (why: string): never => {
    throw new UserError(`cannot write ${path}`, why);
  };
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) return refused('it is a folder');
  const folder = dirname(path);
  if (there === undefined && !(await isFolder(folder))) return refused(`there is no folder ${folder}`);
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
  readonly compare?: readonly string[];
  readonly map?: string;
  readonly redactKey?: string;
  readonly spfFile?: string;
  readonly record?: string;
}

/** Refuses to write over what is read, and two outputs into one file: a slip of the hand must not cost a zone file. */
export async function refuseOverwriting(
  formatFiles: readonly string[],
  named: FilesNamed,
  operands: readonly string[],
): Promise<void> {
  const {
    zone = [],
    list = [],
    reports = [],
    compare = [],
    replay,
    config,
    baseline,
    map,
    redactKey,
    spfFile,
    record,
  } = named;
  const singles = [replay, config, baseline, map, redactKey, spfFile].filter((path) => path !== undefined);
  const inputs = [...zone, ...list, ...reports, ...compare, ...singles];
  const read = new Set(await Promise.all(inputs.map((path) => realPath(path))));
  // A recording is asked again, and written over by what is answered now: `diff known.rec --record known.rec`.
  const operandsRead = new Set(await Promise.all(operands.map((path) => realPath(path))));
  for (const path of formatFiles) {
    const real = await realPath(path);
    const lies = (folder: string): boolean => real.startsWith(`${folder}${sep}`);
    if (operandsRead.has(real)) throw new UserError(`${path} is read, so nothing can be written to it`);
    // What was written into a folder yesterday may be written over today; a report, or a mail, nobody wrote here.
    if ([...operandsRead, ...read].some(lies) && (await isReceived(real)))
      throw new UserError(`${path} lies in a folder that is read, so nothing can be written over it`);
  }
  const written = new Set<string>();
  for (const path of [...formatFiles, ...(record === undefined ? [] : [record])]) {
    const real = await realPath(path);
    if (read.has(real)) throw new UserError(`${path} is read, so nothing can be written to it`);
    if (written.has(real)) throw new UserError(`two outputs cannot go to one file, ${path}`);
    written.add(real);
  }
}

/** Pages and tables are text, and no reports of others; whatever is neither is none of ours. */
async function isReceived(path: string): Promise<boolean> {
  // A pipe would be waited for.
  const found = await stat(path).catch(() => undefined);
  const file = found?.isFile() === true ? await open(path).catch(() => undefined) : undefined;
  if (file === undefined) return false;
  try {
    const { holdsReport, recogniseBytes, textForm } = await import('../intake/recognise.ts');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    const head = buffer.subarray(0, bytesRead);
    const { kind } = recogniseBytes(head);
    if (kind !== 'text') return kind !== 'empty';
    const text = head.toString();
    return holdsReport(text) || (textForm(text) === 'json' && !OURS.test(text));
  } finally {
    await file.close();
  }
}
const HEAD_LENGTH = 4096;
/** How every JSON of ours begins. */
const OURS = /^\{\s*"schema":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"sendaudit"/;

const realPath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
