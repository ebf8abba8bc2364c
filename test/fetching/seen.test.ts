import fc from 'fast-check';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeen, OWN_FOLDER } from '../../src/fetching/seen.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-seen-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const age = { mailbox: '1f3a9c2e', uidValidity: '7' };
const kept = (uid: number) => ({ uid, sha256: `${uid}`.padStart(64, '0'), file: `${uid}.eml` });
async function place(text?: string): Promise<string> {
  const to = await mkdtemp(join(folder, 'to-'));
  await mkdir(join(to, OWN_FOLDER));
  if (text !== undefined) await writeFile(join(to, OWN_FOLDER, 'seen.jsonl'), text);
  return to;
}

test('what is kept is known in the next run, in the age of its UIDs and in no other', async () => {
  const to = await place();
  const first = await openSeen(to, false);
  await first.keep(age, [kept(1), kept(3)], [2, 4, 5]);
  await first.close();
  const second = await openSeen(to, false);
  expect([1, 2, 3, 4, 5, 6].map((uid) => second.of(age, uid))).toEqual([
    { file: '1.eml' },
    'none',
    { file: '3.eml' },
    'none',
    'none',
    undefined,
  ]);
  expect(second.of({ ...age, uidValidity: '8' }, 1)).toBeUndefined();
  expect(second.fileWith(kept(3).sha256)).toBe('3.eml');
  expect(second.unreadable).toBe(0);
});

test('a rehearsal writes nothing', async () => {
  const to = join(folder, 'no-folder');
  const seen = await openSeen(to, true);
  await seen.keep(age, [kept(1)], [2]);
  await seen.close();
  expect((await openSeen(to, true)).of(age, 1)).toBeUndefined();
});

test('cut anywhere, it knows all whole lines, and what is added is whole', async () => {
  const to = await place();
  const seen = await openSeen(to, false);
  await seen.keep(age, [kept(1), kept(2)], [3]);
  await seen.close();
  const text = [
    JSON.stringify({ ...age, ...kept(1) }),
    JSON.stringify({ ...age, ...kept(2) }),
    JSON.stringify({ ...age, withoutReport: '3' }),
    '',
  ].join('\n');
  for (let length = 0; length <= text.length; length++) {
    const cut = await place(text.slice(0, length));
    const after = await openSeen(cut, false);
    const whole = text.slice(0, length).split('\n').length - 1;
    for (let uid = 1; uid <= whole; uid++) expect(after.of(age, uid)).toBeDefined();
    await after.keep(age, [kept(9)], []);
    await after.close();
    expect((await openSeen(cut, false)).of(age, 9)).toEqual({ file: '9.eml' });
  }
});

test('no line makes it throw, or names a file elsewhere', async () => {
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ uid: fc.nat(), sha256: fc.string(), file: fc.string() })
      .map((entry) => JSON.stringify({ ...age, ...entry })),
    fc.string().map((withoutReport) => JSON.stringify({ ...age, withoutReport })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      await openSeen(await place(lines.join('\n')), true);
    }),
    { numRuns: 50 },
  );
  const outside = await openSeen(await place(JSON.stringify({ ...age, ...kept(1), file: '../../etc/passwd' })), true);
  expect([outside.of(age, 1), outside.unreadable]).toEqual([undefined, 1]);
});
