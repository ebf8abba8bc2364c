import { systemFault } from '../../core/system-fault.ts';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { questionName } from '../question-name.ts';
import type { Included } from './master-file.ts';

/** Largest file read, in octets: zones of a million records are some 60 MB; a disk image given by mistake is not. */
const LARGEST_ZONE_FILE = 128 * 1024 * 1024;
const CHUNK = 1024 * 1024;
const HEAD = 64 * 1024;

/** The text of a file, which may be a pipe. Throws a UserError where it cannot be read or is too large. */
export async function readZoneFile(path: string): Promise<string> {
  const bytes = await readUpTo(path, LARGEST_ZONE_FILE + 1);
  if (bytes.length > LARGEST_ZONE_FILE) {
    throw new UserError(`${path} is larger than ${LARGEST_ZONE_FILE / 1024 / 1024} MiB`, 'it is hardly a zone file');
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04')
    throw new UserError(
      `${path} is no text`,
      'it is a ZIP archive, as a plan of Terraform is before it is shown',
      'terraform show -json plan.out > plan.json',
    );
  const text = decoded(bytes);
  // A program or an archive has lines that look like records by chance, and would then be "the zone, and no SPF in it"
  if (text.includes('\0')) throw new UserError(`${path} is no text`, 'a zone file is text, and holds no NUL octets');
  return text;
}

/** The beginning of a file, enough to tell what it is. */
export async function readHead(path: string): Promise<string> {
  const bytes = await readUpTo(path, HEAD);
  return isUtf16(bytes) ? bytes.toString('utf16le', 2) : bytes.toString('latin1').replace(/^\xEF\xBB\xBF/, '');
}

async function readUpTo(path: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const file = await open(path, 'r');
    try {
      while (size < most) {
        const want = Math.min(CHUNK, most - size);
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(want), 0, want, null);
        if (bytesRead === 0) break;
        size += bytesRead;
        chunks.push(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UserError(`cannot read ${path}`, systemFault(error));
  }
  return Buffer.concat(chunks);
}

/**
 * Octets as text. Zone files are UTF-8, from Windows also UTF-16 with a mark; octets that are neither stay the octets
 * they are, as escapes.
 */
function decoded(bytes: Buffer): string {
  if (isUtf16(bytes)) return bytes.toString('utf16le', 2);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1').replaceAll(/[\x80-\xFF]/g, (char) => `\\${char.charCodeAt(0)}`);
  }
}

const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

/** Whether `path`, symbolic links resolved, lies in the folder `root` (itself resolved). */
export function liesIn(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/**
 * Reads $INCLUDEs of one top file, and only from its folder: a zone file from somebody else may not read
 * `/etc/passwd` or `../../secrets`, nor by way of a symbolic link.
 */
export function includesOf(topFile: string): (path: string) => Included {
  const folder = dirname(topFile);
  const outside = { error: `it lies outside ${folder}, the folder of the zone file` };
  return (path) => {
    const wanted = resolve(folder, path);
    try {
      const root = realpathSync(folder);
      const real = realpathSync(wanted);
      if (!liesIn(real, root)) return outside;
      if (real === realpathSync(topFile)) return { error: 'it includes itself' };
      const found = statSync(real);
      if (!found.isFile()) return { error: 'it is no file' };
      if (found.size > LARGEST_ZONE_FILE) return { error: 'it is too large for a zone file' };
      return { file: join(folder, relative(root, real)), text: decoded(readFileSync(real)) };
    } catch (error) {
      // Nothing is said of what exists outside the folder
      return liesIn(wanted, resolve(folder)) ? { error: systemFault(error) } : outside;
    }
  };
}

/** The zone a file's name tells: `example.com.zone`, `db.example.com`, `example.com.yaml`, `example.com`. */
export function zoneOfFileName(path: string): string | undefined {
  const bare = basename(path)
    .replace(/^db\./i, '')
    .replace(/\.signed$/i, '')
    .replace(/\.(?:zone|db|yaml|yml|hosts|txt)$/i, '')
    .replace(/\.$/, '');
  if (!/^[^\s/\\]+\.[^\s/\\]+$/.test(bare)) return undefined;
  return questionName(bare);
}
