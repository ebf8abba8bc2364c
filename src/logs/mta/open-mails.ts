import { NO_TAGS } from '../draft.ts';
import { ownCopy } from '../../core/own-copy.ts';
import type { EventIds, MailEvent } from '../event.ts';

/** What was said at the last attempt: a give-up without words has it from there. */
export type LastWord = Pick<MailEvent, 'code' | 'enhancedCode' | 'command' | 'diagnostic' | 'relay' | 'hop'>;

/** A message on its way through one machine, as far as its lines have told. Its strings are copies: they are kept. */
export interface OpenMail {
  readonly id: string;
  readonly host: string | undefined;
  /** Made anew where its Message-ID is told. */
  ids: EventIds;
  /** Undefined where that was before the log begins. */
  arrivedAt: number | undefined;
  envelopeFrom: string | undefined;
  size: number | undefined;
  tags: Readonly<Record<string, string>>;
  /** Recipients that were deferred: how often they were tried, and what was said last. */
  readonly waiting: Map<string, { readonly attempts: number; readonly last: LastWord }>;
  lastSeen: number;
}

/** Messages by host and id: those that somebody waits for, and as many of the others as late lines may be about. */
export interface OpenMails {
  find(id: string, host: string | undefined): OpenMail | undefined;
  /** The same; opened where the log begins in the middle of it. */
  ensure(id: string, host: string | undefined, time: number): OpenMail;
  /** Opens a message; one under the same id is forgotten: ids are used again. */
  open(id: string, host: string | undefined, time: number): OpenMail;
  /** Says that a line was about it. */
  seen(mail: OpenMail, time: number): void;
  /** Messages that somebody waits for. */
  size(): number;
}

/** A log without an end to its messages must not fill memory. The oldest are let go. */
const MOST_WAITING = 250_000;
/** Messages that nobody waits for. Most logs do not say when one is done with; its lines are seconds apart. */
const MOST_QUIET = 20_000;
/** Messages placed between two looks at the oldest: a map that has lost its first entries is slow to begin with. */
const EVERY = 1024;
/** Seconds: twice the five days that queues keep a message by default. */
const LONGEST = 10 * 86_400;

export function openMails(): OpenMails {
  const waiting = new Map<string, OpenMail>();
  const quiet = new Map<string, OpenMail>();
  let untilLook = EVERY;

  /** The last seen stand at the end. */
  const place = (mail: OpenMail): void => {
    const key = keyOf(mail.id, mail.host);
    const [map, other] = mail.waiting.size > 0 ? [waiting, quiet] : [quiet, waiting];
    other.delete(key);
    map.delete(key);
    map.set(key, mail);
    untilLook -= 1;
    if (untilLook > 0) return;
    untilLook = EVERY;
    letGo(waiting, MOST_WAITING, mail.lastSeen);
    letGo(quiet, MOST_QUIET, mail.lastSeen);
  };

  const find: OpenMails['find'] = (id, host) => waiting.get(keyOf(id, host)) ?? quiet.get(keyOf(id, host));
  const open: OpenMails['open'] = (id, host, time) => {
    const mail = newMail(ownCopy(id), host, time);
    place(mail);
    return mail;
  };

  return {
    find,
    open,
    ensure: (id, host, time) => find(id, host) ?? open(id, host, time),
    seen(mail, time) {
      mail.lastSeen = time;
      place(mail);
    },
    size: () => waiting.size,
  };
}

function letGo(map: Map<string, OpenMail>, most: number, now: number): void {
  for (const [oldest, { lastSeen }] of map) {
    if (map.size <= most && now - lastSeen < LONGEST) break;
    map.delete(oldest);
  }
}

const newMail = (id: string, host: string | undefined, time: number): OpenMail => ({
  id,
  host,
  ids: host === undefined ? { queue: id } : { queue: id, host },
  arrivedAt: undefined,
  envelopeFrom: undefined,
  size: undefined,
  tags: NO_TAGS,
  waiting: new Map(),
  lastSeen: time,
});

/** A message of which no number is told: nothing finds it again. */
export const unnumberedMail = (time: number): OpenMail => ({ ...newMail('', undefined, time), ids: {} });

/** Ids are unique on one machine. */
const keyOf = (id: string, host: string | undefined): string => (host === undefined ? id : `${id} ${host}`);
