/** What systems leave in folders and archives, and nobody ever means as a report. Nothing else is passed over. */
const LITTER = [
  '.DS_Store',
  '.localized',
  'Thumbs.db',
  'desktop.ini',
  '.directory',
  '.gitignore',
  '.gitkeep',
  '.keep',
  '.mh_sequences',
];

export const FILES_IGNORED: ReadonlySet<string> = new Set(LITTER);
export const FOLDERS_IGNORED: ReadonlySet<string> = new Set([
  '__MACOSX',
  '.git',
  '.svn',
  '.hg',
  '.Trashes',
  '.fseventsd',
  // What `sendaudit fetch` remembers, and what it has not finished writing.
  '.sendaudit-fetch',
]);
/** What Dovecot, Courier, maildrop and others keep in a Maildir beside its mails. */
export const MAILDIR_FILES = /^(?:dovecot|courier|maildir|subscriptions$|\.?uidvalidity|\.uid|\.customflags)/;
/** The same in an archive, where nothing tells beforehand that a folder is a Maildir: by their whole names. */
const MAILDIR_MEMBERS =
  /(?:^|\/)(?:dovecot(?:\.index[\w.]*|\.list\.index[\w.]*|\.mailbox\.log|-(?:uidlist|uidvalidity[\w.]*|keywords|acl(?:-list)?))|courierimap\w+|courierpop3\w+|maildir(?:folder|size)|subscriptions|uidvalidity)$/;
/** In an archive a path may hold either. */
const MEMBERS_IGNORED: ReadonlySet<string> = new Set([...FILES_IGNORED, ...FOLDERS_IGNORED]);

/** Whether any part of a path is litter; `._x` is the AppleDouble half of file `x`. */
export function isIgnored(path: string, names: ReadonlySet<string>): boolean {
  return path.split('/').some((part) => names.has(part) || part.startsWith('._'));
}

export const isIgnoredMember = (path: string): boolean =>
  isIgnored(path, MEMBERS_IGNORED) || MAILDIR_MEMBERS.test(path);
