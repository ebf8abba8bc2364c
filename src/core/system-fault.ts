const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'is a folder',
  ELOOP: 'symbolic links go round in a circle',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  EIO: 'the disk reports a read error',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
};

/** What the system said of a file, in words. */
export function systemFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return CAUSES[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message;
}
