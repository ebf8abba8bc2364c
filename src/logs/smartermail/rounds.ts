import { ownCopy } from '../../core/own-copy.ts';
import { makeRoom } from '../make-room.ts';
import type { OpenMail } from '../mta/open-mails.ts';
import type { Peer } from '../transcript/peer.ts';
import { type ReplyLines, replyLines } from '../transcript/replies.ts';
import { type Outcome, type SmtpSession, smtpSession } from '../transcript/session.ts';

/** One go at all recipients of a message that are left. */
export interface Round {
  readonly mail: OpenMail;
  smtp: SmtpSession;
  replies: ReplyLines;
  mx: string | undefined;
  ip: string | undefined;
  port: number | undefined;
  sourceIp: string | undefined;
  remark: string;
  /** Whose mailbox is here; in lower case. */
  readonly local: Set<string>;
  /** Who is written to elsewhere, and not told of yet; by the address in lower case. */
  readonly left: Map<string, string>;
  /** What a server answered for good; what it comes to, another line tells. */
  readonly answered: Map<string, { readonly outcome: Outcome; readonly server: Peer }>;
}

export interface Rounds {
  find(id: string): Round | undefined;
  begin(mail: OpenMail): Round;
  end(round: Round): void;
  all(): readonly Round[];
}

/** Messages under way at once. Stops a log in which none is done with. */
const MOST = 5000;

export function openRounds(): Rounds {
  const rounds = new Map<string, Round>();
  return {
    find: (id) => rounds.get(id),
    begin(mail) {
      makeRoom(rounds, MOST, (oldest) => void rounds.delete(oldest));
      const round = newRound(mail);
      rounds.set(mail.id, round);
      return round;
    },
    end: ({ mail }) => void rounds.delete(mail.id),
    all: () => [...rounds.values()],
  };
}

const newRound = (mail: OpenMail): Round => ({
  mail,
  smtp: smtpSession(),
  replies: replyLines('\n'),
  mx: undefined,
  ip: undefined,
  port: undefined,
  sourceIp: undefined,
  remark: '',
  local: new Set(),
  left: new Map(),
  answered: new Map(),
});

/** Another server is called. */
export function callAnew(round: Round): void {
  round.smtp = smtpSession();
  round.replies = replyLines('\n');
  round.ip = undefined;
  round.port = undefined;
  round.sourceIp = undefined;
}

/** Recipients of one message. Stops one to the whole world. */
const MOST_RECIPIENTS = 5000;

export function expect(round: Round, recipient: string): void {
  if (round.left.size < MOST_RECIPIENTS) round.left.set(ownCopy(recipient.toLowerCase()), ownCopy(recipient));
}

export const serverOf = ({ smtp, mx, ip, port, sourceIp }: Round): Peer => ({
  host: mx ?? smtp.host,
  ip,
  port,
  sourceIp,
  tls: smtp.tls,
});
