import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import type { ReplyClass, Severity } from '../replies/class.ts';
import { classify } from '../replies/classify.ts';
import { clusterOf } from '../replies/cluster.ts';

/** Replies that say the same: they differ in addresses, ids and times only. */
export interface Reason {
  /** Its number in the reading, from 0. */
  readonly number: number;
  readonly class: ReplyClass;
  readonly severity: Severity;
  /** Without what differs: `452 4.2.2 <address> is over quota`. */
  readonly text: string;
  readonly code?: number;
  readonly enhancedCode?: string;
  /** One of the replies, as it came. */
  readonly example: string;
  events: number;
  /** Seconds since 1970. */
  firstSeen: number;
  lastSeen: number;
}

export interface Reasons {
  /** The reason of a deferral, a bounce, or mail given up or kept back. */
  of(event: MailEvent, mailboxProvider: string | undefined): Reason;
  readonly all: readonly Reason[];
}

/** Reasons told apart. A year of a large sender has some thousands; stops a log that says something new in every line. */
const MOST_REASONS = 5000;
const LONGEST_EXAMPLE = 500;
/** Octets of a reply that are looked at: RFC 5321 §4.5.3.1.5 allows 512 a line, some receivers write pages. */
const LONGEST_REPLY = 2000;

export function newReasons(): Reasons {
  const byKey = new Map<string, Reason>();
  const all: Reason[] = [];
  const rest = new Map<ReplyClass, Reason>();

  const register = (event: MailEvent, text: string, mailboxProvider: string | undefined, reply: string): Reason => {
    const { class: named, severity } = judged(event, mailboxProvider, reply);
    const isFull = all.length >= MOST_REASONS;
    const present = isFull ? rest.get(named) : undefined;
    if (present !== undefined) return present;
    const reason: Reason = {
      number: all.length,
      class: named,
      severity,
      text: isFull ? 'other replies' : ownCopy(text),
      ...(event.code === undefined ? {} : { code: event.code }),
      ...(event.enhancedCode === undefined ? {} : { enhancedCode: ownCopy(event.enhancedCode) }),
      example: ownCopy(reply.slice(0, LONGEST_EXAMPLE)),
      events: 0,
      firstSeen: event.time,
      lastSeen: event.time,
    };
    all.push(reason);
    if (isFull) rest.set(named, reason);
    return reason;
  };

  return {
    of(event, mailboxProvider) {
      const reply = (event.diagnostic ?? '').slice(0, LONGEST_REPLY);
      const text = reply === '' ? (event.espClass ?? '') : clusterOf(reply);
      const isEnd = event.kind === 'expired' && judged(event, mailboxProvider, reply).class === 'expired';
      const key = `${isEnd ? 'expired' : ''}|${mailboxProvider ?? ''}|${event.code ?? ''}|${event.enhancedCode ?? ''}|${event.espClass ?? ''}|${event.permanent ?? ''}|${text}`;
      let reason = byKey.get(key);
      if (reason === undefined) {
        reason = register(event, text, mailboxProvider, reply);
        if (byKey.size < MOST_REASONS) byKey.set(ownCopy(key), reason);
      }
      reason.events += 1;
      reason.firstSeen = Math.min(reason.firstSeen, event.time);
      reason.lastSeen = Math.max(reason.lastSeen, event.time);
      return reason;
    },
    all,
  };
}

/** What was given up on keeps the reason of its last attempt, if it told one: that is why it expired. */
function judged(
  event: MailEvent,
  mailboxProvider: string | undefined,
  reply: string,
): { class: ReplyClass; severity: Severity } {
  const { code, enhancedCode, espClass, permanent, kind } = event;
  if (kind === 'dropped' && reply === '' && espClass === undefined) return { class: 'suppressed', severity: 'hard' };
  const judgement = classify({
    ...(code === undefined ? {} : { code }),
    ...(enhancedCode === undefined ? {} : { enhancedCode }),
    ...(reply === '' ? {} : { diagnostic: reply }),
    ...(mailboxProvider === undefined ? {} : { mailboxProvider }),
    ...(espClass === undefined ? {} : { espClass }),
    ...(permanent === undefined ? {} : { permanent }),
  });
  return kind === 'expired' && judgement.class === 'unclassified' ? { class: 'expired', severity: 'soft' } : judgement;
}
