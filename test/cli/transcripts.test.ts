import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTranscript, runTranscript, transcriptText } from './transcript.ts';

// `UPDATE=1 vitest run test/cli/transcripts.test.ts` writes what the program says now; read the difference as a user would.
const update = process.env['UPDATE'] === '1';
const FOLDER = 'fixtures/cli';
const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.md'));

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'sendaudit-'));
});
afterAll(async () => rm(scratch, { recursive: true, force: true }));

test.each(files)('%s prints what it says', async (name) => {
  const path = join(FOLDER, name);
  const text = await readFile(path, 'utf8');
  const { title, command } = parseTranscript(text);
  const run = await runTranscript(command, await mkdtemp(join(scratch, 'run-')));
  const now = transcriptText({ title, command, run });
  if (update) await writeFile(path, now);
  else expect(now).toBe(text);
});
