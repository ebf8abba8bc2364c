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
/** In an archive a path may hold either. */
export const MEMBERS_IGNORED: ReadonlySet<string> = new Set([...FILES_IGNORED, ...FOLDERS_IGNORED]);

/** Whether any part of a path is litter; `._x` is the AppleDouble half of file `x`. */
export function isIgnored(path: string, names: ReadonlySet<string>): boolean {
  return path.split('/').some((part) => names.has(part) || part.startsWith('._'));
}
