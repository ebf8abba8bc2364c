import type { Counts, DelayFigures, ReasonCount } from './delivery.ts';
import type { Group, Times } from './group.ts';
import { OUTCOME, READERS } from './outcome.ts';
import type { Reason } from './reasons.ts';

/** Reasons told of one group; there are thousands, and a page shows the first few. */
const REASONS_TOLD = 25;

/** What was counted of a group, in the words of the report. */
export function countsOf(group: Group, reasons: readonly Reason[]): Counts {
  const outcome = (name: keyof typeof OUTCOME): number => group.outcomes[OUTCOME[name]] ?? 0;
  const [accepted, bounced, expired, queued] = [
    outcome('accepted'),
    outcome('bounced'),
    outcome('expired'),
    outcome('queued'),
  ];
  const clickedBy = byReader(group.clicked);
  const delay = delayFigures(timesTold(group));
  const last = group.attempts.findLastIndex((count) => count > 0);
  return {
    attempted: accepted + bounced + expired + queued,
    accepted,
    deferred: { messages: group.deferred, attempts: group.deferrals },
    bounced,
    bouncedBy: Object.fromEntries([...group.bounces].toSorted((a, b) => b[1] - a[1])),
    bouncedAs: { ...group.severities },
    expired,
    dropped: outcome('dropped'),
    handedOver: outcome('handedOver'),
    local: outcome('local'),
    complained: group.complained,
    opened: byReader(group.opened),
    clicked: clickedBy.human + clickedBy.unknown,
    clickedBy,
    unsubscribed: group.unsubscribed,
    autoReplies: group.autoReplies,
    queued,
    attempts: [...group.attempts.subarray(0, last + 1)],
    ...(delay === undefined ? {} : { delay }),
    tls: { ...group.tls },
    reasons: topReasons(group.reasons, reasons),
  };
}

const byReader = (counts: Float64Array): Counts['opened'] => ({
  human: counts[READERS.indexOf('human')] ?? 0,
  machine: counts[READERS.indexOf('machine')] ?? 0,
  unknown: counts[READERS.indexOf('unknown')] ?? 0,
});

/** Times are to acceptance; where nobody but a filter or smart host took anything, to that. */
const timesTold = (group: Group): Times => (group.delays.count() === 0 ? (group.handedOver ?? group) : group);

function delayFigures({ delays, stages }: Times): DelayFigures | undefined {
  const [p50, p90, p99] = [delays.quantile(0.5), delays.quantile(0.9), delays.quantile(0.99)];
  if (p50 === undefined || p90 === undefined || p99 === undefined) return undefined;
  const whole = stages.before + stages.queue + stages.connect + stages.transmit;
  return {
    p50,
    p90,
    p99,
    of: delays.count(),
    ...(whole === 0
      ? {}
      : {
          share: {
            before: stages.before / whole,
            queue: stages.queue / whole,
            connect: stages.connect / whole,
            transmit: stages.transmit / whole,
          },
        }),
  };
}

/** The same words at two mailbox providers are one reason to the reader. */
function topReasons(counts: ReadonlyMap<number, number>, reasons: readonly Reason[]): ReasonCount[] {
  const merged = new Map<string, ReasonCount>();
  for (const [number, count] of counts) {
    const reason = reasons[number];
    if (reason === undefined) continue;
    const { class: named, severity, text, code, enhancedCode, example, firstSeen, lastSeen } = reason;
    // `4.0.0` says no more than `4` (RFC 3463 §3.1): a mail server writes it where the reply has none, and a service does not.
    const told = enhancedCode?.endsWith('.0.0') === true ? undefined : enhancedCode;
    const key = `${named}|${code ?? ''}|${told ?? ''}|${text}`;
    const before = merged.get(key);
    merged.set(key, {
      class: named,
      severity,
      text,
      ...(code === undefined ? {} : { code }),
      ...(enhancedCode === undefined ? {} : { enhancedCode }),
      example: before?.example ?? example,
      count: (before?.count ?? 0) + count,
      firstSeen: Math.min(before?.firstSeen ?? firstSeen, firstSeen),
      lastSeen: Math.max(before?.lastSeen ?? lastSeen, lastSeen),
    });
  }
  const sorted = [...merged.values()].toSorted((a, b) => b.count - a.count);
  const told = new Set(sorted.slice(0, REASONS_TOLD).map((reason) => reason.class));
  // And the first of each class besides: one that is rare may be the one that matters.
  return sorted.filter((reason, place) => {
    if (place < REASONS_TOLD) return true;
    const isNew = !told.has(reason.class);
    told.add(reason.class);
    return isNew;
  });
}
