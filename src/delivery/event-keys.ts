import { EVENT_KINDS, type MailEvent } from '../logs/event.ts';
import { type Hash, newHash } from './hash.ts';

/** By what an event and its recipient are known again. The objects are used again and again: read them before the next call. */
export interface EventKeys {
  /** Of a recipient of a message. */
  readonly recipient: Hash;
  /** Of who sends to whom, whichever message it is: a late bounce names none. Made where `isPaired`: the source has no ids. */
  readonly pair: Hash;
  readonly isPaired: boolean;
  /** Of an event; not made for a source that uses its ids again. */
  readonly event: Hash;
  /** Makes both; false where nothing tells the event's recipient from others. */
  make(event: MailEvent, reusesIds: boolean): boolean;
}

const KIND_NUMBERS: ReadonlyMap<string, number> = new Map(EVENT_KINDS.map((kind, number) => [kind, number]));

/**
 * A recipient is known by the message's id and the address: of a mail server by the queue's id, which is good for one host
 * and a time only. Where a source has no id for its messages (PowerMTA's accounting files, as they come), who sent it and when
 * it was taken in tell one from the next. An event is the same again that has the same recipient, kind, second and detail:
 * ids of events change.
 */
export function eventKeys(): EventKeys {
  const hash = newHash();
  const [recipient, pair, event]: [Hash, Hash, Hash] = [
    { high: 0, low: 0 },
    { high: 0, low: 0 },
    { high: 0, low: 0 },
  ];

  const addDetail = ({ kind, time, attempt, url, diagnostic }: MailEvent): void => {
    hash.number(KIND_NUMBERS.get(kind) ?? -1);
    hash.number(Math.floor(time));
    hash.number(attempt ?? -1);
    hash.text(url ?? '');
    hash.text(diagnostic ?? '');
  };

  const addSender = ({ envelopeFrom = '', tags }: MailEvent): void => {
    hash.text(envelopeFrom);
    hash.text(tags['job'] ?? '');
  };
  const makePair = (one: MailEvent): void => {
    hash.begin();
    addSender(one);
    hash.text(one.recipient ?? '');
    hash.text(one.source);
    hash.end(pair);
  };

  const keys: { -readonly [Key in keyof EventKeys]: EventKeys[Key] } = {
    recipient,
    pair,
    // No getter: V8 would ask for every property of the object by a call.
    isPaired: false,
    event,
    make(one, reusesIds) {
      const { ids } = one;
      const isQueued = reusesIds && ids.queue !== undefined;
      const message = isQueued ? ids.queue : (ids.esp ?? ids.message ?? ids.queue);
      const taken = message === undefined ? takenIn(one) : undefined;
      const isKnown = one.recipient !== undefined && (message !== undefined || taken !== undefined);
      if (reusesIds && !isKnown) return false;
      keys.isPaired = message === undefined && one.recipient !== undefined && one.envelopeFrom !== undefined;
      if (keys.isPaired) makePair(one);
      hash.begin();
      if (taken === undefined) hash.text(message ?? '');
      else {
        addSender(one);
        hash.number(taken);
      }
      hash.text(one.recipient ?? one.recipientDomain);
      hash.text(isQueued ? (ids.host ?? '') : one.source);
      hash.end(recipient);
      if (!reusesIds) {
        addDetail(one);
        hash.end(event);
      }
      return isKnown;
    },
  };
  return keys;
}

/** The second in which the sending system took a message in, as far as an event tells; times are of whole seconds there. */
function takenIn({ kind, time, delay, envelopeFrom }: MailEvent): number | undefined {
  if (envelopeFrom === undefined) return undefined;
  if (delay?.total !== undefined) return Math.round(time - delay.total);
  return kind === 'accepted' ? Math.round(time) : undefined;
}
