import { ownCopy } from '../../core/own-copy.ts';
import { makeRoom } from '../make-room.ts';
import { type ReplyLines, replyLines } from './replies.ts';
import { type SmtpSession, smtpSession } from './session.ts';

/** A connection that a log tells of line by line. */
export interface LoggedSession extends ReplyLines {
  smtp: SmtpSession;
  ip: string | undefined;
  port: number | undefined;
}

export interface LoggedSessions {
  of(id: string): LoggedSession;
  find(id: string): LoggedSession | undefined;
  /** A new connection begins under this number. */
  renew(id: string): LoggedSession;
  end(id: string): void;
}

/** Connections at the same time. Stops a log in which none ends; the oldest are let go. */
const MOST = 5000;

/** `lineEnd`: what stands between lines of a reply that come together. */
export function loggedSessions(lineEnd: string): LoggedSessions {
  const known = new Map<string, LoggedSession>();
  const renew = (id: string): LoggedSession => {
    known.delete(id);
    makeRoom(known, MOST, (oldest) => void known.delete(oldest));
    const session: LoggedSession = { smtp: smtpSession(), ip: undefined, port: undefined, ...replyLines(lineEnd) };
    known.set(ownCopy(id), session);
    return session;
  };
  return {
    of: (id) => known.get(id) ?? renew(id),
    find: (id) => known.get(id),
    renew,
    end: (id) => void known.delete(id),
  };
}
