import { ownCopy } from '../../core/own-copy.ts';
import { makeRoom } from '../make-room.ts';

/** Who a message is for. Outcomes name recipients by number, often days after the only line that names them by address. */
export interface Envelope {
  readonly recipients: Map<number, string>;
  /** Those who are done with. */
  readonly ended: Set<number>;
  /** Its acceptance was told: by itself, or as what it was rewritten from. */
  isAccepted: boolean;
}

export interface Envelopes {
  of(key: string): Envelope;
  add(key: string, rid: number, address: string): void;
  forget(key: string): void;
}

/** Messages on their way through one appliance. Stops a log in which none is finished; the oldest are let go. */
const MOST_MESSAGES = 100_000;
/** Recipients of them all together. Stops messages to the whole world. */
const MOST_RECIPIENTS = 500_000;

export function openEnvelopes(): Envelopes {
  const known = new Map<string, Envelope>();
  let recipients = 0;

  const forget = (key: string): void => {
    recipients -= known.get(key)?.recipients.size ?? 0;
    known.delete(key);
  };
  const of = (key: string): Envelope => {
    const before = known.get(key);
    if (before !== undefined) return before;
    makeRoom(known, MOST_MESSAGES, forget);
    const envelope: Envelope = { recipients: new Map(), ended: new Set(), isAccepted: false };
    known.set(ownCopy(key), envelope);
    return envelope;
  };

  return {
    of,
    add(key, rid, address) {
      if (recipients >= MOST_RECIPIENTS) makeRoom(known, known.size, forget);
      const envelope = of(key);
      if (!envelope.recipients.has(rid)) recipients += 1;
      envelope.recipients.set(rid, ownCopy(address));
    },
    forget,
  };
}
