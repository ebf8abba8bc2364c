import type { TrueEvent } from './story.ts';

/** What a report of a log must say of one group of its deliveries. Counts are of recipients unless it says attempts. */
export interface Truth {
  readonly attempted: number;
  readonly accepted: number;
  readonly deferred: { readonly recipients: number; readonly attempts: number };
  readonly bounced: number;
  readonly expired: number;
  /** Still waiting at the end. */
  readonly queued: number;
  /** Seconds to acceptance, shortest first. */
  readonly delays: readonly number[];
}

interface Fate {
  deferrals: number;
  end: 'delivered' | 'bounced' | 'expired' | undefined;
  delay: number | undefined;
}

/** Folds events into groups: by stream, by receiver, by both. What is in no group is left out. */
export function truthOf(
  events: Iterable<TrueEvent>,
  groupOf: (event: TrueEvent) => string | undefined,
): ReadonlyMap<string, Truth> {
  const groups = new Map<string, Map<string, Fate>>();
  // `expired` does not say where it was to go: what was told of the recipient before does.
  const groupOfRecipient = new Map<string, string>();
  for (const event of events) {
    if (event.recipient === undefined) continue;
    const recipient = [event.host, event.queue, event.message, event.recipient].join(' ');
    const group = groupOfRecipient.get(recipient) ?? groupOf(event);
    if (group === undefined) continue;
    groupOfRecipient.set(recipient, group);
    const fates = groups.get(group) ?? new Map<string, Fate>();
    groups.set(group, fates);
    const fate = fates.get(recipient) ?? { deferrals: 0, end: undefined, delay: undefined };
    fates.set(recipient, fate);
    if (event.kind === 'deferred') fate.deferrals += 1;
    else if (event.kind !== 'accepted') fate.end = event.kind;
    if (event.kind === 'delivered') fate.delay = event.total;
  }
  return new Map([...groups].map(([group, fates]) => [group, truthOfFates([...fates.values()])]));
}

function truthOfFates(fates: readonly Fate[]): Truth {
  const ended = (end: Fate['end']): number => fates.filter((fate) => fate.end === end).length;
  return {
    attempted: fates.length,
    accepted: ended('delivered'),
    deferred: {
      recipients: fates.filter(({ deferrals }) => deferrals > 0).length,
      attempts: fates.reduce((sum, { deferrals }) => sum + deferrals, 0),
    },
    bounced: ended('bounced'),
    expired: ended('expired'),
    queued: ended(undefined),
    delays: fates.flatMap(({ delay }) => delay ?? []).toSorted((a, b) => a - b),
  };
}

/** The exact quantile: the least value that a share of all values does not exceed. */
export const quantile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
