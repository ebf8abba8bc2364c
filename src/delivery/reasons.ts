import { cutOff } from '../core/cut-off.ts';
import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import type { ReplyClass, Severity } from '../replies/class.ts';
import { classify } from '../replies/classify.ts';
import { clusterOf } from '../replies/cluster.ts';
import { serviceClass } from '../replies/service.ts';

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

/** `hidden` takes names out of what is kept of a reply; it is judged as it came. */
export function newReasons(hidden: HiddenText = asItCame): Reasons {
  // By text and provider, then one after the other: a refusal costs no text of its own.
  const known = new Map<string, Map<string | undefined, Known[]>>();
  let size = 0;
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
      text: isFull ? 'other replies' : ownCopy(hidden(text, event)),
      ...(event.code === undefined ? {} : { code: event.code }),
      ...(event.enhancedCode === undefined ? {} : { enhancedCode: ownCopy(event.enhancedCode) }),
      example: ownCopy(cutOff(hidden(reply, event), LONGEST_EXAMPLE)),
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
      const byKind = classOfKind(event, mailboxProvider, reply);
      const alike = known.get(text)?.get(mailboxProvider);
      let reason = alike === undefined ? undefined : knownIn(alike, event, byKind);
      if (reason === undefined) {
        reason = register(event, text, mailboxProvider, reply);
        if (size < MOST_REASONS) {
          size += 1;
          const one = knownOf(event, byKind, reason);
          const ofText = known.get(text) ?? new Map<string | undefined, Known[]>();
          if (ofText.size === 0) known.set(ownCopy(text), ofText);
          if (alike === undefined) ofText.set(mailboxProvider, [one]);
          else alike.push(one);
        }
      }
      reason.firstSeen = Math.min(reason.firstSeen, event.time);
      reason.lastSeen = Math.max(reason.lastSeen, event.time);
      return reason;
    },
    all,
  };
}

export type HiddenText = (text: string, event: MailEvent) => string;
const asItCame: HiddenText = (text) => text;

/** What tells a reason from others of the same text. */
interface Known extends Pick<MailEvent, 'code' | 'enhancedCode' | 'espClass' | 'permanent'> {
  /** The class of mail that was given up on or kept back, where nothing else tells one. */
  readonly byKind: ReplyClass | undefined;
  readonly reason: Reason;
}

function knownIn(alike: readonly Known[], event: MailEvent, byKind: ReplyClass | undefined): Reason | undefined {
  for (const one of alike)
    if (
      one.byKind === byKind &&
      one.code === event.code &&
      one.enhancedCode === event.enhancedCode &&
      one.espClass === event.espClass &&
      one.permanent === event.permanent
    )
      return one.reason;
  return undefined;
}

const knownOf = (event: MailEvent, byKind: ReplyClass | undefined, reason: Reason): Known => ({
  byKind,
  code: event.code,
  enhancedCode: event.enhancedCode === undefined ? undefined : ownCopy(event.enhancedCode),
  espClass: event.espClass === undefined ? undefined : ownCopy(event.espClass),
  permanent: event.permanent,
  reason,
});

function classOfKind(event: MailEvent, mailboxProvider: string | undefined, reply: string): ReplyClass | undefined {
  if (event.kind === 'dropped') return isOnList(event, reply) ? 'suppressed' : undefined;
  return event.kind === 'expired' && judged(event, mailboxProvider, reply).class === 'expired' ? 'expired' : undefined;
}

/** Not even tried: where no reason is told, and where it is that of a list, whatever words the service has for it. */
const isOnList = ({ espClass }: MailEvent, reply: string): boolean =>
  espClass === undefined ? reply === '' : serviceClass(espClass) === 'suppressed';

/** What was given up on keeps the reason of its last attempt, if it told one: that is why it expired. */
function judged(
  event: MailEvent,
  mailboxProvider: string | undefined,
  reply: string,
): { class: ReplyClass; severity: Severity } {
  const { code, enhancedCode, espClass, permanent, kind } = event;
  if (kind === 'dropped' && isOnList(event, reply)) return { class: 'suppressed', severity: 'hard' };
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
