import { finding, result } from './findings.ts';
import { count, list, map, number, object, share, text, time } from './words.ts';

const byReader = object({ human: count, machine: count, unknown: count });
const severity = { enum: ['hard', 'soft', 'block'] } as const;
const reason = object(
  {
    class: text,
    severity,
    text,
    code: count,
    enhancedCode: text,
    example: text,
    count,
    firstSeen: time,
    lastSeen: time,
  },
  ['code', 'enhancedCode'],
);
const spike = object(
  {
    begin: time,
    end: time,
    goesOn: { type: 'boolean' },
    failures: count,
    usual: count,
    attempts: count,
    reason: object({ class: text, text, example: text, failures: count }),
  },
  ['reason'],
);
const hour = object({
  hour: time,
  attempts: count,
  accepted: count,
  deferrals: count,
  bounced: count,
  queued: { type: 'integer' },
});

/** Recipients, unless a key says otherwise; times are seconds. */
const COUNTS = {
  attempted: count,
  accepted: count,
  deferred: object({ messages: count, attempts: count }),
  bounced: count,
  bouncedBy: map(count),
  bouncedAs: object({ hard: count, soft: count, block: count }),
  expired: count,
  dropped: count,
  handedOver: count,
  local: count,
  complained: count,
  opened: byReader,
  clicked: count,
  clickedBy: byReader,
  unsubscribed: count,
  autoReplies: count,
  queued: count,
  attempts: list(count),
  delay: object(
    {
      p50: number,
      p90: number,
      p99: number,
      of: count,
      share: object({ before: share, queue: share, connect: share, transmit: share }),
    },
    ['share'],
  ),
  tls: object({ encrypted: count, plain: count, unknown: count }),
  reasons: list(reason),
} as const;

const part = object({ provider: text, name: text, known: { type: 'boolean' }, ...COUNTS, spikes: list(spike) }, [
  'delay',
]);
const section = object(
  {
    id: text,
    name: text,
    provider: text,
    sender: text,
    purpose: text,
    headerFrom: text,
    messages: count,
    // False: the source says of nothing that it was accepted, and shares of `attempted` mean nothing.
    acceptanceTold: { type: 'boolean' },
    ...COUNTS,
    providers: list(part),
    timeline: list(hour),
    spikes: list(spike),
  },
  ['provider', 'sender', 'purpose', 'headerFrom', 'delay'],
);

/** What `logs` adds to the envelope. */
export const LOGS_BODY = object(
  {
    by: text,
    totals: object(
      {
        files: count,
        lines: count,
        unread: count,
        events: count,
        duplicates: count,
        messages: count,
        open: count,
        acceptanceTold: { type: 'boolean' },
        ...COUNTS,
      },
      ['delay'],
    ),
    period: object({ begin: time, end: time }),
    timeAssumed: count,
    zoneAssumed: count,
    formats: list(object({ id: text, files: count })),
    duplicates: list(object({ path: text, of: text })),
    unread: list(object({ path: text, why: text, count, samples: list(text) })),
    streams: list(section),
    groups: list(section),
    timeline: list(hour),
    tlsVersions: map(count),
    smartHosts: list(text),
    folded: object({ groups: count, hours: count }),
    story: list({ type: 'object' }),
    results: list(result),
    findings: list(finding),
  },
  ['period', 'streams', 'groups', 'story'],
);
