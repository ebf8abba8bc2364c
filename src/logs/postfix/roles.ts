/** What a program's lines tell of. */
export type Role =
  | 'delivery'
  | 'queue manager'
  | 'cleanup'
  | 'client'
  | 'pickup'
  | 'notification'
  | 'signer'
  | 'postsuper'
  /** Postfix, and nothing about a message that goes out. */
  | 'aside'
  /** Cron, Dovecot, amavis: what others write into the same file. */
  | 'foreign';

/** Programs of Postfix (master(5)); their tags have a slash: `postfix/smtp`, `postfix-out/relay/smtp`. */
const OF_POSTFIX: Readonly<Record<string, Role>> = {
  smtp: 'delivery',
  lmtp: 'delivery',
  local: 'delivery',
  virtual: 'delivery',
  pipe: 'delivery',
  error: 'delivery',
  retry: 'delivery',
  discard: 'delivery',
  qmgr: 'queue manager',
  nqmgr: 'queue manager',
  oqmgr: 'queue manager',
  cleanup: 'cleanup',
  smtpd: 'client',
  qmqpd: 'client',
  pickup: 'pickup',
  bounce: 'notification',
  defer: 'notification',
  trace: 'notification',
  postsuper: 'postsuper',
};

const roles = new Map(Object.entries(OF_POSTFIX));

export function roleOf(program: string, hasSlash: boolean): Role {
  if (hasSlash) return roles.get(program) ?? 'aside';
  return program === 'opendkim' ? 'signer' : 'foreign';
}
