import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import { makeRoom } from '../make-room.ts';
import type { OpenMail } from '../mta/open-mails.ts';

/** One go at all recipients of a message that are left: first the mailboxes of its own, then the other servers. */
export interface Round {
  readonly mail: OpenMail;
  /** Not yet told of; by their address in lower case. */
  readonly left: Map<string, string>;
  /** Told to be deferred; by their address in lower case, too. */
  readonly deferred: Map<string, string>;
  isRelayed: boolean;
  /** Nobody to speak to, by domain. */
  readonly unreachable: Map<string, string>;
  /** Of whom nothing was told: deferred, unless the next round shows that they are no longer waited for. */
  open: readonly Draft[];
}

export interface Rounds {
  /** That went last over this message, and is waiting or under way. */
  find(message: string): Round | undefined;
  begin(mail: OpenMail, recipients: readonly string[]): Round;
  /** Nothing more is said of it until the message's next. */
  pause(round: Round): void;
  end(round: Round): void;
  /** The round under way in which this sender writes to this recipient; first of all one that he was not told of in. */
  to(from: string, recipient: string): Round | undefined;
  /** Of this sender, under way. */
  of(from: string): readonly Round[];
  all(): Iterable<Round>;
}

/** Messages being delivered, or waiting. Stops a log in which none is done with; the oldest are let go. */
const MOST_ROUNDS = 50_000;
/** Under way at once: there are 10 delivery threads, and 100 at the most. Stops a log in which none is ended. */
const MOST_UNDER_WAY = 500;

export function openRounds(): Rounds {
  const rounds = new Map<string, Round>();
  const underWay = new Set<Round>();

  const end = (round: Round): void => {
    rounds.delete(round.mail.id);
    underWay.delete(round);
  };
  const found = (isWanted: (round: Round) => boolean): Round[] => [...underWay].filter(isWanted);

  return {
    find: (message) => rounds.get(message),
    begin(mail, recipients) {
      const before = rounds.get(mail.id);
      if (before !== undefined) end(before);
      makeRoom(rounds, MOST_ROUNDS, (oldest) => void rounds.delete(oldest));
      makeRoom(underWay, MOST_UNDER_WAY, (oldest) => void underWay.delete(oldest));
      const round: Round = {
        mail,
        left: new Map(recipients.map((one) => [one.toLowerCase(), ownCopy(one)])),
        deferred: new Map(),
        isRelayed: false,
        unreachable: new Map(),
        open: [],
      };
      rounds.set(mail.id, round);
      underWay.add(round);
      return round;
    },
    pause: (round) => void underWay.delete(round),
    end,
    to(from, recipient) {
      const name = recipient.toLowerCase();
      const own = found(({ mail }) => isFrom(mail, from));
      return own.find(({ left }) => left.has(name)) ?? own.find(({ deferred }) => deferred.has(name));
    },
    of: (from) => found(({ mail }) => isFrom(mail, from)),
    all: () => rounds.values(),
  };
}

const isFrom = ({ envelopeFrom }: OpenMail, from: string): boolean =>
  (envelopeFrom ?? '').toLowerCase() === from.toLowerCase();
