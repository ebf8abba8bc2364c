import { appendFile, mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { METADATA, recordXml, reportXml } from '../support/aggregate-xml.ts';
import { sendauditIn, type Run } from '../support/sendaudit.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const report = (id: string, records = [recordXml()]): string =>
  reportXml({ metadata: METADATA.replace('>r1<', `>${id}<`), records });

interface Watching {
  readonly stdout: () => string;
  /** Waits until standard output holds it. */
  readonly until: (text: string) => Promise<void>;
  readonly interrupt: () => Promise<Run>;
}

function watching(...argv: readonly string[]): Watching {
  const interruption = new AbortController();
  let stdout = '';
  const run = sendauditIn(
    {
      interrupted: interruption.signal,
      stdout: { isTerminal: false, columns: undefined, write: async (text) => void (stdout += text) },
    },
    'dmarc',
    folder,
    '--watch',
    ...argv,
  );
  return {
    stdout: () => stdout,
    async until(text) {
      for (let waited = 0; !stdout.includes(text); waited += 50) {
        if (waited > 15_000) throw new Error(`never came: ${text}\n${stdout}`);
        await pause(50);
      }
    },
    async interrupt() {
      interruption.abort();
      return { ...(await run), stdout };
    },
  };
}

/** A file of some time ago, which nobody is writing any more. */
async function put(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text);
  const then = new Date(Date.now() - 60_000);
  await utimes(join(folder, name), then, then);
}

describe('dmarc --watch', () => {
  test('reads what is there, then only what comes, and ends with the last exit code', async () => {
    await put('a.xml', report('a'));
    const { until, interrupt } = watching();
    await until('1 report from');
    await put('b.xml', report('b'));
    await put('c.eml', `From: a@b.example\n\n${report('c')}`);
    await until('3 reports from');
    const { exitCode, stdout, stderr } = await interrupt();
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('2 new files: b.xml, c.eml');
    expect(stdout).not.toContain('duplicate');
  });

  test('ends as a run would that had read it all: with 3 where something is unreadable', async () => {
    const { until, interrupt } = watching();
    await until('no report could be read');
    await put('broken.xml', '<feedback><report_metadata>');
    await until('could not be read in full');
    expect((await interrupt()).exitCode).toBe(3);
  });

  test('leaves a file alone until it is whole', async () => {
    const { stdout, until, interrupt } = watching();
    await until('no report could be read');
    const text = report('a');
    const file = join(folder, 'a.xml');
    await writeFile(file, text.slice(0, 200));
    await writeFile(join(folder, 'b.xml.part'), text.slice(0, 100));
    for (let at = 200; at < text.length; at += 200) {
      await pause(250);
      await appendFile(file, text.slice(at, at + 200));
    }
    expect(stdout()).not.toContain('new file');
    await until('1 new file: a.xml');
    await rename(join(folder, 'b.xml.part'), join(folder, 'b.xml'));
    await writeFile(join(folder, 'b.xml'), report('b'));
    await until('1 new file: b.xml');
    const run = await interrupt();
    expect(run.exitCode).toBe(0);
    expect(run.stdout).not.toContain('Not read in full');
  });

  test('adds rows to what was listed, and writes other files anew', async () => {
    await put('a.xml', report('a'));
    const rows = join(folder, '..', `${folder.split('/').at(-1)}.jsonl`);
    const json = join(folder, '..', `${folder.split('/').at(-1)}.json`);
    const { until, interrupt } = watching('--format', 'text', '--format', `jsonl=${rows}`, '--format', `json=${json}`);
    try {
      await until('1 report from');
      await put('b.xml', report('b', [recordXml({ sourceIp: '192.0.2.2' }), recordXml({ sourceIp: '192.0.2.3' })]));
      await until('2 reports from');
      await interrupt();
      const listed = (await readFile(rows, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
      expect(
        listed.map((row) => `${(row as { reportId: string }).reportId} ${(row as { sourceIp: string }).sourceIp}`),
      ).toEqual(['a 192.0.2.1', 'b 192.0.2.2', 'b 192.0.2.3']);
      expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ totals: { reports: 2, records: 3 } });
    } finally {
      await rm(rows, { force: true });
      await rm(json, { force: true });
    }
  });

  test('reads a mailbox that grew once more, and counts each report once', async () => {
    const message = (id: string): string => `From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b.example\n\n${report(id)}\n\n`;
    await put('box', message('a'));
    const { until, interrupt } = watching('--format', 'json');
    await until('"reports": 1');
    await put('box', message('a') + message('b'));
    await until('"reports": 2');
    const { stdout } = await interrupt();
    const last = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{\n') + 1)) as object;
    expect(last).toMatchObject({ totals: { files: 1, reports: 2, duplicates: 0, records: 2 }, inputs: { read: 1 } });
  });

  test('takes a mail that changes its name for the same mail, and a file that vanishes for no error', async () => {
    for (const place of ['cur', 'new', 'tmp']) await mkdir(join(folder, place));
    await put('new/1.host', `From: a@b.example\n\n${report('a')}`);
    const { stdout, until, interrupt } = watching();
    await until('1 report from');
    await rename(join(folder, 'new/1.host'), join(folder, 'cur/1.host:2,S'));
    await pause(2500);
    expect(stdout()).not.toContain('new file');
    await rm(join(folder, 'cur/1.host:2,S'));
    await put('new/2.host', `From: a@b.example\n\n${report('b')}`);
    await until('2 reports from');
    expect((await interrupt()).exitCode).toBe(0);
  });

  test('needs something to watch', async () => {
    const nowhere = await sendauditIn({}, 'dmarc', join(folder, 'none'), '--watch');
    expect(nowhere).toMatchObject({ exitCode: 2, stdout: '' });
    expect(nowhere.stderr).toContain('there is nothing to watch');
    const stdin = await sendauditIn({}, 'dmarc', '-', '--watch');
    expect(stdin).toMatchObject({ exitCode: 2 });
    expect(stdin.stderr).toContain('not standard input');
  });
});
