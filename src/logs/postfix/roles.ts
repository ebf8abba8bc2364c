import { programOf } from '../syslog/program.ts';

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

/** Who wrote a line: `smtp` of `postfix/smtp`, and what its lines tell of. */
export interface Service {
  readonly name: string;
  readonly role: Role;
}

export function serviceOf(tag: string): Service {
  const { name, hasSlash } = programOf(tag);
  if (hasSlash) return { name, role: roles.get(name) ?? 'aside' };
  return { name, role: name === 'opendkim' ? 'signer' : 'foreign' };
}
