import type { Block } from '../block.ts';
import { type Literal, literal, standsAt } from '../literal.ts';
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
  /** One of the above: which, the line itself says. `journalctl -o with-unit` names the unit for all of them, and rsyslog's %programname% Postfix itself. */
  | 'unit'
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
/** Whether it is a program of Postfix's that tells of messages. */
export const isProgram = (name: string): boolean => roles.has(name);

/** Who wrote a line: `smtp` of `postfix/smtp`, and what its lines tell of. */
export interface Service {
  readonly name: string;
  readonly role: Role;
}

export function serviceOf(tag: string): Service {
  const { name, hasSlash } = programOf(tag);
  if (hasSlash) return { name, role: roles.get(name) ?? 'aside' };
  // No tag at all: a page, or a template, has left it out.
  if (tag === '' || UNIT.test(tag)) return { name, role: 'unit' };
  return { name, role: name === 'opendkim' ? 'signer' : 'foreign' };
}

/** `postfix.service`, `postfix@-.service`; `postfix`, `postfix-out`, where a template of syslog's ends the tag at its slash. */
const UNIT = /^postfix(?:[@-][\w.-]*|\.service)?$/;

/** What each kind of line begins with, behind the queue id. */
const BEGINNINGS: readonly (readonly [beginning: Literal, role: Role])[] = [
  [literal('to='), 'delivery'],
  [literal('from=<'), 'queue manager'],
  [literal('removed'), 'queue manager'],
  [literal('message-id='), 'cleanup'],
  [literal('info: header '), 'cleanup'],
  [literal('warning: header '), 'cleanup'],
  [literal('client='), 'client'],
  [literal('uid='), 'pickup'],
  [literal('sender '), 'notification'],
  [literal('postmaster '), 'notification'],
];

/** Whose line it is, by what it says from behind the queue id on. */
export const roleIn = (block: Block, at: number): Role =>
  BEGINNINGS.find(([beginning]) => standsAt(block, at, beginning))?.[1] ?? 'aside';
