import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MATRIX } from './all.ts';

/** Writes every case as a folder of its own, under its name. */
export async function writeMatrix(folder: string): Promise<void> {
  for (const { name, files } of MATRIX) {
    for (const [file, bytes] of Object.entries(files)) {
      const path = join(folder, name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  }
}
