import { createHash } from 'node:crypto';

/** Whose mails, and from where. */
export interface Account {
  readonly user: string;
  readonly host: string;
  readonly port: number;
}

/** Eight hex digits for a mailbox of an account: what is left of a name that file systems take may stand for several. */
export const mailboxId = ({ user, host, port }: Account, mailbox: string): string =>
  createHash('sha256').update([user, host, port, mailbox].join('\n')).digest('hex').slice(0, 8);

/** Of 255 octets that file systems take. */
const LONGEST_PART = 64;

/** `reports@mail.example.com`; a user that is a mail address is enough. */
export const accountName = ({ user, host }: Account): string => (user.includes('@') ? user : `${user}@${host}`);

/**
 * The name of the file for a mail, the same in every run: `reports@example.com-INBOX-1f3a9c2e-1700000000-42.eml`. It holds
 * only what every file system takes, ignores no case to tell two apart, and is no device of Windows.
 */
export const fileName = (account: Account, mailbox: string, uidValidity: string, uid: number): string =>
  `${safe(accountName(account))}-${safe(mailbox)}-${mailboxId(account, mailbox)}-${safe(uidValidity)}-${uid}.eml`;

/** The same for a mail that is another one than the file of that name. */
export const otherFileName = (name: string, sha256: string): string =>
  name.replace(/\.eml$/, `-${sha256.slice(0, 8)}.eml`);

function safe(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^A-Za-z0-9@._+=]+/g, '_')
    .slice(0, LONGEST_PART)
    .replace(/^\./, '_');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `_${plain}` : plain;
}
