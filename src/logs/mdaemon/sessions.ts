import { ownCopy } from '../../core/own-copy.ts';
import { makeRoom } from '../make-room.ts';
import { type ReplyLines, replyLines } from '../transcript/replies.ts';
import { type SmtpSession, smtpSession } from '../transcript/session.ts';

/** One message on its way to other servers, one after the other. */
export interface MdaemonSession {
  smtp: SmtpSession;
  replies: ReplyLines;
  /** Undefined until the first line tells. */
  isOutbound: boolean | undefined;
  /** It has come to looking for a server. */
  hasCalled: boolean;
  message: string;
  messageId: string | undefined;
  from: string | undefined;
  recipients: readonly string[];
  size: number | undefined;
  ip: string | undefined;
  port: number | undefined;
  sourceIp: string | undefined;
  /** What was said last of an attempt that has come to nothing. */
  remark: string;
  /** Of whom something was told, in lower case. */
  readonly told: Set<string>;
}

export interface MdaemonSessions {
  begin(id: string): MdaemonSession;
  /** Empty: the last that began. */
  of(id: string): MdaemonSession;
  all(): Iterable<MdaemonSession>;
}

/** Sessions at the same time. Stops a log in which none ends. */
const MOST = 5000;

/** `letGo` is told of those that are forgotten. */
export function mdaemonSessions(letGo: (session: MdaemonSession) => void): MdaemonSessions {
  const known = new Map<string, MdaemonSession>();
  let last = '';

  const begin = (id: string): MdaemonSession => {
    const before = known.get(id);
    if (before !== undefined) letGo(before);
    known.delete(id);
    makeRoom(known, MOST, (oldest) => {
      const old = known.get(oldest);
      if (old !== undefined) letGo(old);
      known.delete(oldest);
    });
    last = ownCopy(id);
    const session = newSession();
    known.set(last, session);
    return session;
  };
  return {
    begin,
    of: (id) => known.get(id === '' ? last : id) ?? begin(id),
    all: () => known.values(),
  };
}

const newSession = (): MdaemonSession => ({
  smtp: smtpSession(),
  replies: replyLines('\n'),
  isOutbound: undefined,
  hasCalled: false,
  message: '',
  messageId: undefined,
  from: undefined,
  recipients: [],
  size: undefined,
  ip: undefined,
  port: undefined,
  sourceIp: undefined,
  remark: '',
  told: new Set(),
});
