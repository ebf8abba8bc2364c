import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
const strange = join(folder, 'no log\u001B[31m.txt');
writeFileSync(strange, 'this is no log at all\n');

describe('rows, which have no place for what could not be read', () => {
  it.each(['jsonl', 'csv'])('%s: it stands on stderr, and can do nothing to a terminal', async (format) => {
    const { stdout, stderr, exitCode } = await sendaudit('logs', strange, 'fixtures/logs/exim.log', '--format', format);
    expect(exitCode).toBe(3);
    expect(stdout).not.toContain('no log that is known');
    expect(stderr).toMatch(/^sendaudit: .*no log.*\.txt: no log that is known: begins with `this is no log at all`\n$/);
    expect(stderr).not.toContain('\u001B');
  });

  it('is said once where another format says it', async () => {
    const page = join(folder, 'report.json');
    const { stderr } = await sendaudit('logs', strange, '--format', 'jsonl', '--format', `json=${page}`);
    expect(stderr).toBe('');
    const turned = await sendaudit('logs', strange, '--format', `json=${page}`, '--format', 'jsonl');
    expect(turned.stderr).toBe('');
  });

  it('names no person where none is to be named', async () => {
    const named = join(folder, 'anna.rossi@example.com.txt');
    writeFileSync(named, 'this is no log at all\n');
    expect((await sendaudit('logs', named, '--format', 'csv')).stderr).toContain('anna.rossi@');
    const { stderr } = await sendaudit('logs', named, '--format', 'csv', '--redact');
    expect(stderr).toContain('no log that is known');
    expect(stderr).not.toContain('anna.rossi@');
  });

  it('is counted where there is much of it', async () => {
    const many = Array.from({ length: 25 }, (_, number) => join(folder, `${number}.txt`));
    for (const path of many) writeFileSync(path, 'this is no log at all\n');
    const { stderr } = await sendaudit('logs', ...many, '--format', 'csv');
    expect(stderr.trimEnd().split('\n')).toHaveLength(21);
    expect(stderr).toContain('and 5 more inputs not read in full: --format json lists them\n');
  });
});
