import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { issue } from '../support/certificates.ts';
import { dovecot, type Dovecot, NO_DOVECOT, PASSWORD, startDovecot, USER } from '../support/dovecot.ts';
import { letter, reportMail } from '../support/report-mail.ts';
import { sendauditIn, type Run } from '../support/sendaudit.ts';

if (dovecot === undefined) console.log(NO_DOVECOT);

const root = issue({ commonName: 'Test Root', authority: true });
const server = issue({ names: ['localhost'], issuer: root });
const LOGIN = `${encodeURIComponent(USER)}@localhost`;

describe.skipIf(dovecot === undefined)('from a real Dovecot', () => {
  let running: Dovecot;
  let folder: string;
  let ca: string;
  let made = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-fetch-'));
    ca = join(folder, 'ca.pem');
    await writeFile(ca, root.pem);
    running = await startDovecot([server]);
  });
  afterAll(async () => {
    await running?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A mailbox of the test's own with so many reports and letters, in turn. */
  async function mailbox(reports: number, letters = 0, name = `Box${(made += 1)}`): Promise<string> {
    for (let n = 0; n < reports; n++) await running.deliver(name, reportMail({ id: `${name}-${n}` }));
    for (let n = 0; n < letters; n++) await running.deliver(name, letter(`${name}-${n}`));
    return name;
  }
  const target = (): Promise<string> => mkdtemp(join(folder, 'to-'));

  async function fetched(box: string, to: string, ...argv: readonly string[]): Promise<Run> {
    return fetchedIn({}, `imaps://${LOGIN}:${running.imaps}/${encodeURIComponent(box)}`, to, ...argv);
  }
  async function fetchedIn(world: Partial<Io>, url: string, to: string, ...argv: readonly string[]): Promise<Run> {
    const env = { LANG: 'C.UTF-8', SENDAUDIT_IMAP_PASSWORD: PASSWORD };
    return sendauditIn({ env, ...world }, 'fetch', url, '--to', to, '--ca', ca, ...argv);
  }
  const json = ({ stdout }: Run) => JSON.parse(stdout) as { totals: Record<string, number>; mails: { file: string }[] };
  const mailsIn = async (to: string): Promise<string[]> =>
    (await readdir(to)).filter((name) => name.endsWith('.eml')).toSorted();
  const textsIn = async (to: string): Promise<string[]> =>
    (await Promise.all((await mailsIn(to)).map((name) => readFile(join(to, name), 'utf8')))).toSorted();

  test('reports come into a folder, octet by octet, and letters stay; none is marked as read', async () => {
    const [box, to] = [await mailbox(3, 2), await target()];
    const { exitCode, stdout, stderr } = await fetched(box, to);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('3 mails fetched');
    expect(stdout).toContain('2 mails without an attachment that may be a report were left');
    expect(await textsIn(to)).toEqual([0, 1, 2].map((n) => reportMail({ id: `${box}-${n}` }).toString()));
    expect((await running.held(box)).every((name) => name.endsWith(':2,'))).toBe(true);
  });

  test('the second run brings only what is new', async () => {
    const [box, to] = [await mailbox(3, 1), await target()];
    await fetched(box, to);
    await mailbox(1, 0, box);
    await running.deliver(box, reportMail({ id: 'later' }));
    const second = json(await fetched(box, to, '--format', 'json'));
    // The first of those delivered again is the same mail to the octet.
    expect(second.totals).toMatchObject({ mails: 6, fetched: 1, there: 4, withoutReport: 1, failed: 0 });
    const third = await fetched(box, to);
    expect(third).toMatchObject({ exitCode: 0, stderr: '' });
    expect(third.stdout).toContain('nothing new');
    expect(await mailsIn(to)).toHaveLength(4);
  });

  test('a new UIDVALIDITY doubles nothing', async () => {
    const [box, to] = [await mailbox(3, 1), await target()];
    await fetched(box, to);
    for (const name of await readdir(running.maildir(box)))
      if (name.startsWith('dovecot')) await rm(join(running.maildir(box), name));
    await running.deliver(box, reportMail({ id: 'new' }));
    await new Promise((resolve) => void setTimeout(resolve, 1100)); // UIDVALIDITY is a time in seconds
    const { totals } = json(await fetched(box, to, '--format', 'json'));
    expect(totals).toMatchObject({ fetched: 1, there: 3, withoutReport: 1 });
    expect(await mailsIn(to)).toHaveLength(4);
  });

  test('what was lost of the memory is recognised by its file', async () => {
    const [box, to] = [await mailbox(2), await target()];
    await fetched(box, to);
    await rm(join(to, '.sendaudit-fetch'), { recursive: true });
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 0, there: 2 });
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 0, there: 2 });
  });

  test('a line of the memory that a crash has cut costs nothing', async () => {
    const [box, to] = [await mailbox(3), await target()];
    await fetched(box, to);
    const memory = join(to, '.sendaudit-fetch', 'seen.jsonl');
    await writeFile(memory, (await readFile(memory, 'utf8')).slice(0, -20));
    await running.deliver(box, reportMail({ id: 'after the crash' }));
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 1, there: 3 });
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 0, there: 4 });
  });

  test('a file that the user has changed is not written over', async () => {
    const [box, to] = [await mailbox(1), await target()];
    await fetched(box, to);
    const [name = ''] = await mailsIn(to);
    await writeFile(join(to, name), 'mine');
    await rm(join(to, '.sendaudit-fetch'), { recursive: true });
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 1 });
    expect(await readFile(join(to, name), 'utf8')).toBe('mine');
    expect(await mailsIn(to)).toHaveLength(2);
  });

  test('--every-mail brings the letters, too, also those left before', async () => {
    const [box, to] = [await mailbox(1, 2), await target()];
    await fetched(box, to);
    expect(json(await fetched(box, to, '--every-mail', '--format', 'json')).totals).toMatchObject({
      fetched: 2,
      there: 1,
    });
  });

  test('--all brings again what is gone from the folder, and nothing else', async () => {
    const [box, to] = [await mailbox(3), await target()];
    await fetched(box, to);
    const [first = ''] = await mailsIn(to);
    await rm(join(to, first));
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 0, there: 3 });
    expect(json(await fetched(box, to, '--all', '--format', 'json')).totals).toMatchObject({ fetched: 1, there: 2 });
    expect(await mailsIn(to)).toContain(first);
  });

  test('--limit stops, and says what is left', async () => {
    const [box, to] = [await mailbox(5), await target()];
    const { exitCode, stdout } = await fetched(box, to, '--limit', '2');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('3 mails were left for the next time, by --limit.');
    expect(await mailsIn(to)).toHaveLength(2);
    expect(json(await fetched(box, to, '--limit', '10', '--format', 'json')).totals).toMatchObject({ fetched: 3 });
  });

  test('--since goes by the time a mail came in', async () => {
    const [box, to] = [await mailbox(2), await target()];
    // Dovecot takes the time of the file: mails of today, and a clock of the test's own.
    const url = `imaps://${LOGIN}:${running.imaps}/${box}`;
    const day = new Date().toISOString().slice(0, 10);
    const later = { now: () => new Date(Date.now() + 400 * 86_400_000) };
    expect(json(await fetchedIn(later, url, to, '--since', '30d', '--format', 'json')).totals).toMatchObject({
      mails: 0,
    });
    const today = { now: () => new Date() };
    expect(json(await fetchedIn(today, url, to, '--since', day, '--format', 'json')).totals).toMatchObject({
      fetched: 2,
    });
  });

  test('--dry-run tells what would be done, and does nothing', async () => {
    const [box, to] = [await mailbox(2, 1), join(folder, 'not-made')];
    const archive = await mailbox(0, 1);
    const { exitCode, stdout } = await fetched(box, to, '--dry-run', '--move-to', archive);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 mails would be fetched');
    expect(stdout).toContain('A rehearsal: nothing was written');
    await expect(readdir(to)).rejects.toThrow('ENOENT');
    expect(await running.held(box)).toHaveLength(3);
  });

  test('--move-to moves what lies in the folder, now or from before, and nothing else', async () => {
    const [box, archive, to] = [await mailbox(3, 2), await mailbox(0, 1), await target()];
    await fetched(box, to, '--limit', '1');
    const { exitCode, stdout } = await fetched(box, to, '--move-to', archive);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/moved\n.* 2 +1 +2 +3\n/);
    expect(await running.held(box)).toHaveLength(2);
    expect(await running.held(archive)).toHaveLength(4);
    expect(await mailsIn(to)).toHaveLength(3);
  });

  test('--delete leaves what others have marked', async () => {
    const [box, to] = [await mailbox(2), await target()];
    await running.deliver(box, letter('marked by somebody'), 'T');
    const { totals } = json(await fetched(box, to, '--delete', '--format', 'json'));
    expect(totals).toMatchObject({ fetched: 2, taken: 2, withoutReport: 1 });
    expect(await running.held(box)).toEqual([expect.stringMatching(/:2,T$/)]);
  });

  test('what was fetched before and is gone from the folder is not deleted', async () => {
    const [box, to] = [await mailbox(2), await target()];
    await fetched(box, to);
    for (const name of await mailsIn(to)) await rm(join(to, name));
    const { exitCode, stdout } = await fetched(box, to, '--delete');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 mails fetched before were left on the server: the files are gone from the folder.');
    expect(await running.held(box)).toHaveLength(2);
  });

  test('several mailboxes, with any signs in their names', async () => {
    const to = await target();
    await running.deliver('&ANw-bersicht', reportMail({ id: 'ü' }));
    await running.deliver('A&-B', reportMail({ id: '&' }));
    const { exitCode, stdout } = await fetched('Übersicht', to, '--mailbox', 'A&B', '--format', 'json');
    expect(exitCode).toBe(0);
    const { mails } = JSON.parse(stdout) as { mails: { mailbox: string; file: string }[] };
    expect(mails.map(({ mailbox: name }) => name)).toEqual(['Übersicht', 'A&B']);
    expect(mails.map(({ file }) => file)).toEqual([
      expect.stringMatching(/^reports@casaluna\.example-_bersicht-[0-9a-f]{8}-\d+-1\.eml$/),
      expect.stringMatching(/^reports@casaluna\.example-A_B-[0-9a-f]{8}-\d+-1\.eml$/),
    ]);
  });

  test('large mails come in pieces', async () => {
    const [box, to] = [await mailbox(1), await target()];
    const large = reportMail({ id: 'large', octets: 5_000_000 });
    await running.deliver(box, large);
    expect(json(await fetched(box, to, '--format', 'json')).totals).toMatchObject({ fetched: 2 });
    expect((await textsIn(to)).some((text) => text === large.toString())).toBe(true);
  });

  test('over imap:// it is STARTTLS first', async () => {
    const [box, to] = [await mailbox(1), await target()];
    const { exitCode, stdout } = await fetchedIn({}, `imap://${LOGIN}:${running.imap}/${box}`, to);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 mail fetched');
  });

  test.each(['imaps', 'imap'] as const)('%s: without its authority nothing is sent', async (scheme) => {
    const url = `${scheme}://${LOGIN}:${running[scheme]}/INBOX`;
    const env = { LANG: 'C.UTF-8', SENDAUDIT_IMAP_PASSWORD: PASSWORD };
    const run = await sendauditIn({ env }, 'fetch', url, '--to', await target());
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toBe(
      `sendaudit: nothing could be fetched from localhost
  the certificate of localhost comes from \`Test Root\`, whose certificate was not sent and is none of the usual authorities'
  try: --ca FILE, if the server belongs to an authority of your own
`,
    );
  });

  test('a wrong password is told without whose it is', async () => {
    const env = { LANG: 'C.UTF-8', SENDAUDIT_IMAP_PASSWORD: 'wrong password' };
    const run = await fetchedIn({ env }, `imaps://${LOGIN}:${running.imaps}`, await target());
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/localhost refuses the login: `Authentication failed.*`/);
    expect(run.stderr).not.toMatch(/wrong|reports/);
  });

  test('a mistyped mailbox is told with those there are', async () => {
    await mailbox(1, 0, 'Reports');
    const run = await fetched('Report', await target());
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/the mailbox `Report` cannot be opened: localhost says `.*`\n {2}there are .*INBOX/);
    expect(run.stderr).toMatch(/try: `Reports`/);
    const moving = await fetched('Reports', await target(), '--move-to', 'Nowhere');
    expect(moving).toMatchObject({ exitCode: 2 });
    const same = await fetched('Reports', await target(), '--move-to', 'Reports');
    expect(same.stderr).toContain('mails of `Reports` cannot be moved to where they are');
  });

  test('--redact hides whose mailbox it is', async () => {
    const [box, to] = [await mailbox(1), await target()];
    for (const format of ['text', 'json', 'csv', 'html']) {
      const { stdout } = await fetched(box, to, '--redact', '--format', format);
      expect(stdout).not.toContain('reports@');
    }
  });
});
