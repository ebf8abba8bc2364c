import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { unpacked } from './unpacked.ts';

/** A path below the world's folder, and in what way it is not as generated. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'changed' | 'extra';
}

/**
 * How a folder differs from the generated world. Compressed files are compared by what is in them:
 * another build of zlib may pack the same octets differently.
 */
export async function differences(folder: string, world: ReadonlyMap<string, Buffer>): Promise<Difference[]> {
  const there = filesBelow(folder);
  const found: Difference[] = there.filter((path) => !world.has(path)).map((path) => ({ path, kind: 'extra' }));
  for (const [path, content] of world) {
    if (!there.includes(path)) found.push({ path, kind: 'missing' });
    else if (!(await holdTheSame(readFileSync(join(folder, path)), content))) found.push({ path, kind: 'changed' });
  }
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
}

async function holdTheSame(one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other)) return true;
  const [ours, theirs] = [await unpacked(one), await unpacked(other)];
  const sameNames = [...ours.keys()].join('\n') === [...theirs.keys()].join('\n');
  return sameNames && [...ours].every(([name, content]) => theirs.get(name)?.equals(content));
}
