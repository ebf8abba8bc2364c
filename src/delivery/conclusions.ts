import type { MailEvent } from '../logs/event.ts';
import { addTry, type Group, timesOf, type Times } from './group.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { OUTCOME } from './outcome.ts';
import type { Settled } from './recipient-states.ts';
import { newSmartHosts, type SmartHosts } from './smart-hosts.ts';

/** What a delivery tells besides that it was one: how long it took, at which attempt, over TLS or not, to whom. */
export interface Conclusions {
  /** `before`: what was told of the recipient earlier, where the event itself does not say how long it took, or how often it was tried. */
  add(event: MailEvent, group: Group, outcome: number, before: Pick<Settled, 'since' | 'deferrals'>): void;
  readonly smartHosts: SmartHosts;
  readonly tlsVersions: ReadonlyMap<string, number>;
}

/** TLS versions told apart; there are five. */
const MOST_VERSIONS = 20;

export function newConclusions(providers: MailboxProviders): Conclusions {
  const smartHosts = newSmartHosts();
  const tlsVersions = new Map<string, number>();

  const addTls = (tls: MailEvent['tls'], group: Group): void => {
    if (tls === undefined) group.tls.unknown += 1;
    else if (tls === false) group.tls.plain += 1;
    else {
      group.tls.encrypted += 1;
      const { version } = tls;
      if (version === undefined || (!tlsVersions.has(version) && tlsVersions.size >= MOST_VERSIONS)) return;
      tlsVersions.set(version, (tlsVersions.get(version) ?? 0) + 1);
    }
  };

  return {
    add(event, group, outcome, { since, deferrals }) {
      const { delay, attempt = deferrals + 1, time, tls, hop, relay } = event;
      const total = delay?.total ?? (since === 0 ? undefined : Math.max(0, time - since));
      const times = timesOf(group, outcome);
      if (total !== undefined && total >= 0) times.delays.add(total);
      if (delay?.queue !== undefined) addStages(times.stages, delay);
      if (outcome !== OUTCOME.accepted) return;
      addTry(group, attempt);
      addTls(tls, group);
      if (hop === 'mx' && relay?.host !== undefined && !providers.isMx(relay.host))
        smartHosts.note(relay, providers.ofDomain(event.recipientDomain), group);
    },
    smartHosts,
    tlsVersions,
  };
}

function addStages(stages: Times['stages'], delay: NonNullable<MailEvent['delay']>): void {
  stages.before += delay.before ?? 0;
  stages.queue += delay.queue ?? 0;
  stages.connect += delay.connect ?? 0;
  stages.transmit += delay.transmit ?? 0;
}
