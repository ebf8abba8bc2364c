import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imapServer } from '../support/imap-server.ts';
import { reportMail } from '../support/report-mail.ts';
import { hasTmux, terminals } from '../support/tmux.ts';

const terminal = hasTmux();

describe.skipIf(!terminal)('at a terminal', () => {
  const { folder, tmux, start, shown } = terminals();

  async function asked(name: string, port: number): Promise<void> {
    const argv = ['fetch', `imap://reports@localhost:${port}`, '--to', join(folder(), name), '--insecure'];
    await start(name, argv, { columns: 90, rows: 40, setUp: '' });
    await shown(name, 'Password:');
  }

  test('the password is asked for, and not shown', async () => {
    const server = await imapServer({ mails: [reportMail({ id: 1 })] });
    await asked('typed', server.port);
    // With a slip of the hand in it, and one more that is begun anew.
    await tmux('send-keys', '-t', 'typed', '-l', 'not this');
    await tmux('send-keys', '-t', 'typed', 'C-u');
    await tmux('send-keys', '-t', 'typed', '-l', 'gehheim');
    await tmux('send-keys', '-t', 'typed', 'BSpace', 'BSpace', 'BSpace', 'BSpace');
    await tmux('send-keys', '-t', 'typed', '-l', 'eim');
    await tmux('send-keys', '-t', 'typed', 'Enter');
    const text = await shown('typed', 'ended with');
    expect(text).toContain('1 mail fetched');
    expect(text).toContain('ended with 0');
    expect(text).not.toContain('eim');
    expect(server.heard).toContain(Buffer.from('\0reports\0geheim').toString('base64'));
  });

  test('Ctrl-C there ends it, and nobody is asked', async () => {
    const server = await imapServer();
    await asked('left', server.port);
    await tmux('send-keys', '-t', 'left', 'C-c');
    expect(await shown('left', 'ended with')).toContain('ended with 130');
    expect(server.connections()).toBe(0);
  });
});
