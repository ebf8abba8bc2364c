import { finding, result } from './findings.ts';
import { nullableText, streamClass } from './streams.ts';
import { between, count, list, map, object, share, text, time } from './words.ts';

const outcomeCounts = object({
  messages: count,
  pass: count,
  fail: count,
  unknown: count,
  delivered: count,
  quarantined: count,
  refused: count,
  open: count,
  overridden: object({ refused: count, quarantined: count }),
  ifMissing: object({ messages: count, refused: count, quarantined: count }),
});
const beforeAndAfter = object({ before: outcomeCounts, after: outcomeCounts });

const evaluatedSpf = object(
  {
    record: text,
    state: text,
    lookups: between,
    permerrors: object({ messages: count, ours: count, reason: text }, ['reason']),
  },
  ['record'],
);

/** What `simulate` adds to the envelope. */
export const SIMULATE_BODY = object({
  change: object({
    policy: map(text),
    spf: map(text),
    selectors: list(object({ selector: text, domain: text }, ['domain'])),
    providers: list(text),
    withoutDomains: list(text),
    planned: { type: 'boolean' },
  }),
  basis: object(
    {
      messages: count,
      reports: count,
      reporters: count,
      days: count,
      period: object({ begin: time, end: time }),
      policies: { enum: ['reports', 'dns'] },
      spfDisagrees: object({ rows: count, messages: count, of: count }),
    },
    ['period'],
  ),
  policies: list(object({ domain: text, before: text, after: text, notes: list(text) })),
  groups: object({ ours: beforeAndAfter, forwarded: beforeAndAfter, suspicious: beforeAndAfter }),
  streams: list(
    object({
      id: text,
      name: text,
      provider: nullableText,
      purpose: text,
      class: streamClass,
      headerFrom: text,
      messages: count,
      before: outcomeCounts,
      after: outcomeCounts,
      spf: object({ lost: count, gained: count }),
      why: list(object({ text, messages: count })),
    }),
  ),
  fixFirst: list(
    object({ stream: text, fail: count, refused: count, quarantined: count, why: list(text), fix: text }, ['fix']),
  ),
  spf: list(
    object({
      domain: text,
      changed: { type: 'boolean' },
      messages: count,
      before: evaluatedSpf,
      after: evaluatedSpf,
      unusedIncludes: list(object({ term: text, lookups: count })),
    }),
  ),
  lostKeys: list(text),
  unseen: list(text),
  parts: list(object({ part: { enum: ['policy', 'alignment', 'spf', 'dkim'] }, ours: outcomeCounts })),
  open: list(object({ code: text, messages: count, text })),
  readiness: list(
    object({
      domain: text,
      verdict: { enum: ['yes', 'not yet', 'cannot tell'] },
      reasons: list(object({ kind: { enum: ['against', 'open', 'caution', 'for'] }, code: text, text })),
    }),
  ),
  gates: list(
    object({
      kind: { enum: ['legitimate-loss', 'legitimate-quarantine'] },
      limit: share,
      lost: count,
      of: count,
      over: { type: 'boolean' },
    }),
  ),
  results: list(result),
  findings: list(finding),
});
