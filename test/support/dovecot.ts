import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Issued } from './certificates.ts';
import { freePort, identity } from './tls-server.ts';

/** Dovecot, where this machine has it with IMAP. */
export const dovecot = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find(
  (path) => existsSync(path) && ['/usr/lib/dovecot/imap', '/usr/libexec/dovecot/imap'].some((one) => existsSync(one)),
);
export const NO_DOVECOT = 'skipped: no Dovecot with IMAP on this machine';

export interface Dovecot {
  /** TLS from the first octet; in the clear, with STARTTLS. */
  readonly imaps: number;
  readonly imap: number;
  /** Where mails of a mailbox lie, as files: `INBOX`, or another. */
  maildir(mailbox: string): string;
  /** Puts a mail into a mailbox, as a delivery agent does. */
  deliver(mailbox: string, mail: string | Buffer, flags?: string): Promise<void>;
  /** File names with their flags. */
  held(mailbox: string): Promise<string[]>;
  stop(): Promise<void>;
}

export const USER = 'reports@casaluna.example';
export const PASSWORD = 'correct horse battery';

/** Starts a Dovecot of our own on loopback: one user, a Maildir, a certificate; nothing of the system's is used or changed. */
export async function startDovecot(chain: readonly Issued[], extra = ''): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'sendaudit-dovecot-'));
  const [imaps, imap] = [await freePort(), await freePort()];
  const { cert, key } = identity(chain);
  const mail = join(folder, 'mail');
  await mkdir(mail);
  await writeFile(join(folder, 'cert.pem'), cert);
  await writeFile(join(folder, 'key.pem'), key);
  await writeFile(join(folder, 'users'), `${USER}:{PLAIN}${PASSWORD}::::::\n`);
  const owner = ownerOfMails();
  await chown(mail, owner.uid, owner.gid);
  await writeFile(join(folder, 'dovecot.conf'), configuration({ folder, imaps, imap, ...owner }) + extra);
  await chmod(folder, 0o755);
  const child = spawn(dovecot ?? '', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): boolean => child.kill('SIGTERM');
  process.once('exit', kill); // a test run that is broken off leaves no server behind
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += String(text)));
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const maildir = (mailbox: string): string => (mailbox === 'INBOX' ? mail : join(mail, `.${mailbox}`));
  let sequence = 0;

  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    if ((await greets(imap)) && (await greets(imaps, false)))
      return {
        imaps,
        imap,
        maildir,
        async deliver(mailbox, text, flags = '') {
          for (const name of ['', 'cur', 'new', 'tmp']) {
            await mkdir(join(maildir(mailbox), name), { recursive: true });
            await chown(join(maildir(mailbox), name), owner.uid, owner.gid);
          }
          sequence += 1;
          const path = join(maildir(mailbox), 'tmp', `${sequence}`);
          await writeFile(path, text);
          await chown(path, owner.uid, owner.gid);
          await rename(
            path,
            join(maildir(mailbox), 'cur', `${1_700_000_000 + sequence}.M${sequence}P1.test:2,${flags}`),
          );
        },
        async held(mailbox) {
          const names = await Promise.all(
            ['cur', 'new'].map((name) => readdir(join(maildir(mailbox), name)).catch(() => [])),
          );
          return names.flat();
        },
        stop,
      };
    await sleep(30);
  }
  await stop();
  throw new Error(`Dovecot did not start: ${log}`);
}

async function greets(port: number, speaks = true): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('error', () => settle(false));
    if (speaks) socket.once('data', () => settle(true));
    else socket.once('connect', () => settle(true));
  });
}

interface Places {
  readonly folder: string;
  readonly imaps: number;
  readonly imap: number;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
  readonly loginUser: string;
  readonly internalUser: string;
  readonly internalGroup: string;
}

/** Dovecot touches no mail as root, and starts no login as root: there, the users that its package makes do it. */
function ownerOfMails(): Owner {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { uid, gid, loginUser: username, internalUser: username, internalGroup: groupOf(gid) };
  return { uid: 65_534, gid: 65_534, loginUser: 'dovenull', internalUser: 'dovecot', internalGroup: 'dovecot' };
}

const groupOf = (gid: number): string =>
  readFileSync('/etc/group', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([, , id]) => id === `${gid}`)?.[0] ?? `${gid}`;

const configuration = (places: Places & Owner): string => {
  const { folder, imaps, imap, uid, gid, loginUser, internalUser, internalGroup } = places;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = yes
# Loopback counts as secured otherwise.
login_trusted_networks =
auth_mechanisms = plain login
default_login_user = ${loginUser}
default_internal_user = ${internalUser}
default_internal_group = ${internalGroup}
first_valid_uid = ${uid}
mail_location = maildir:${folder}/mail
namespace inbox {
  inbox = yes
  separator = /
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
};
