import type { Draft } from '../event.ts';
import type { Refusal } from './refusal.ts';

/** What is known of the attempts at one message, between two lines of it. */
export interface Deliveries {
  /** Recipients of the message, as its lines name them. */
  readonly recipients: Set<string>;
  /** Of whom this attempt has told already. */
  readonly told: Set<string>;
  /** Those who are done with. */
  readonly ended: Set<string>;
  /** The refusal of a recipient that was told last, until the end of it is told. */
  readonly refused: Map<string, Refusal>;
  /** What went wrong for a whole domain in this attempt. */
  readonly failed: Map<string, Refusal>;
  /** The domain that is being delivered to. */
  domain: string;
  tls: Draft['tls'];
  ip: string | undefined;
  port: number | undefined;
}

/** Messages whose attempts are followed. Stops a log of invented ids; the oldest are let go. */
const MOST = 20_000;
/** Of one message. Stops one to the whole world: with more it begins anew, and only what was said before is forgotten. */
const MOST_RECIPIENTS = 50_000;

export function followedDeliveries(): { of(queueId: string): Deliveries; forget(queueId: string): void } {
  const known = new Map<string, Deliveries>();
  return {
    of(queueId) {
      let one = known.get(queueId);
      if (one !== undefined && one.recipients.size < MOST_RECIPIENTS) return one;
      if (known.size >= MOST)
        for (const oldest of known.keys()) {
          known.delete(oldest);
          break;
        }
      one = {
        recipients: new Set(),
        told: new Set(),
        ended: new Set(),
        refused: new Map(),
        failed: new Map(),
        domain: '',
        tls: undefined,
        ip: undefined,
        port: undefined,
      };
      known.set(queueId, one);
      return one;
    },
    forget: (queueId) => void known.delete(queueId),
  };
}
