import { ownCopy } from '../../core/own-copy.ts';
import { domainOf } from '../mta/said.ts';

/** Recipients of messages, as they were taken in: the lines of deliveries name the domain only. */
export interface Recipients {
  add(transaction: string, recipient: string): void;
  /** It is over for him. */
  done(transaction: string, recipient: string): void;
  /** Put off in an attempt that may deliver to others. */
  deferred(delivery: string, recipient: string): void;
  /** The attempt is over. */
  over(delivery: string): void;
  /**
   * Who is meant by so many recipients of a delivery, in that domain; where the domain is not told, in the only one there
   * is. Undefined where it cannot be told.
   */
  of(meant: {
    readonly transaction: string;
    readonly delivery: string;
    readonly domain?: string | undefined;
    readonly count?: number;
  }): readonly string[] | undefined;
}

/** Messages remembered; and recipients of one. Stops a log of invented ids, and a message to the whole world. */
const MOST_MESSAGES = 50_000;
const MOST_RECIPIENTS = 10_000;

export function newRecipients(): Recipients {
  const waiting = new Map<string, Set<string>>();
  const putOff = new Map<string, Set<string>>();
  return {
    add: (transaction, recipient) => addTo(waiting, transaction, recipient),
    done: (transaction, recipient) => void waiting.get(transaction)?.delete(recipient),
    deferred: (delivery, recipient) => addTo(putOff, delivery, recipient),
    over: (delivery) => void putOff.delete(delivery),
    of({ transaction, delivery, domain, count }) {
      const left = [...(waiting.get(transaction) ?? [])];
      if (domain === undefined && new Set(left.map(domainOf)).size !== 1) return undefined;
      const here = domain === undefined ? left : left.filter((one) => domainOf(one) === domain);
      const later = putOff.get(delivery);
      const now = later === undefined ? here : here.filter((one) => !later.has(one));
      // With always_split each has a delivery of his own, and which is whose is not said.
      return now.length === 0 || (count !== undefined && count !== now.length) ? undefined : now;
    },
  };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known !== undefined) {
    if (known.size < MOST_RECIPIENTS) known.add(ownCopy(value));
    return;
  }
  if (map.size >= MOST_MESSAGES)
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  map.set(ownCopy(key), new Set([ownCopy(value)]));
}
