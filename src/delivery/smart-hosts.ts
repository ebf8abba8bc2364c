import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import { isSubmission } from '../logs/relay-place.ts';
import type { Group } from './group.ts';
import { OUTCOME } from './outcome.ts';

/**
 * A relay outside that takes mail for people at two large mailbox providers, and is the MX of neither, is nobody's mailbox:
 * it is a smart host, and what it took was handed over, not accepted. One line cannot tell; a whole log can. At a port for
 * submission there is no MX at all.
 */
export interface SmartHosts {
  /** A delivery to a relay that is no known MX; `provider` is whose the recipient's domain is, if that is known. */
  note(relay: Relay, provider: string | undefined, group: Group): void;
  /** Moves what smart hosts took from `accepted` to `handedOver`. To be called once, at the end. */
  settle(): void;
  /** The smart hosts, once settled. */
  readonly found: readonly string[];
}

type Relay = NonNullable<MailEvent['relay']>;

interface Watched {
  readonly providers: Set<string>;
  readonly accepted: Map<Group, number>;
  takesSubmissions: boolean;
}

/** Two are enough, and no MX of somebody's own takes mail for two of them. */
const PROVIDERS_TO_TELL = 2;
/** Relays watched: unknown mail hosts of ordinary domains among them. What comes after is taken for an MX. */
const MOST_RELAYS = 50_000;

export function newSmartHosts(): SmartHosts {
  const relays = new Map<string, Watched>();
  const found: string[] = [];
  return {
    note({ host, port }, provider, group) {
      if (host === undefined) return;
      let relay = relays.get(host);
      if (relay === undefined) {
        if (relays.size >= MOST_RELAYS) return;
        relay = { providers: new Set(), accepted: new Map(), takesSubmissions: false };
        relays.set(ownCopy(host), relay);
      }
      if (isSubmission(port)) relay.takesSubmissions = true;
      if (provider !== undefined && relay.providers.size < PROVIDERS_TO_TELL) relay.providers.add(provider);
      relay.accepted.set(group, (relay.accepted.get(group) ?? 0) + 1);
    },
    settle() {
      for (const [host, { providers, accepted, takesSubmissions }] of relays) {
        if (!takesSubmissions && providers.size < PROVIDERS_TO_TELL) continue;
        found.push(host);
        for (const [{ outcomes }, count] of accepted) {
          // A bounce that came later has moved some of them already.
          const moved = Math.min(count, outcomes[OUTCOME.accepted] ?? 0);
          outcomes[OUTCOME.accepted] = (outcomes[OUTCOME.accepted] ?? 0) - moved;
          outcomes[OUTCOME.handedOver] = (outcomes[OUTCOME.handedOver] ?? 0) + moved;
        }
      }
      relays.clear();
    },
    found,
  };
}
