import { finding, result } from './findings.ts';
import { evidence, nullableText, stream, streamClass } from './streams.ts';
import { count, date, list, map, number, object, share, text, time } from './words.ts';

const streamLevel = object({ class: streamClass, messages: count, pass: count, perDay: number });
const comparison = object({
  period: object({ begin: time, end: time }),
  reports: count,
  messages: count,
  pass: count,
  perDay: number,
  perDayNow: number,
  duplicates: count,
  inBoth: count,
  streams: list(
    object(
      {
        id: text,
        name: text,
        headerFrom: text,
        provider: nullableText,
        formerly: text,
        kind: { enum: ['new', 'vanished', 'changed'] },
        before: streamLevel,
        after: streamLevel,
        newSources: object({ count, messages: count, largest: list(object({ ip: text, messages: count })) }),
        newSelectors: list(text),
      },
      ['formerly', 'before', 'after'],
    ),
  ),
  policies: list(object({ domain: text, tag: text, before: text, after: text })),
});
const lookupCounts = { asked: count, found: count, none: count, failed: count };
const lookups = object(
  { ptr: object({ ...lookupCounts, confirmed: count }), asn: object(lookupCounts), omitted: count },
  ['ptr', 'asn'],
);

/** Rows that authenticated alike and are judged alike, and what they were judged by. */
const explainedCase = object(
  {
    messages: count,
    records: count,
    addresses: count,
    from: list(text),
    stream: text,
    class: streamClass,
    confidence: share,
    classConfidence: share,
    because: text,
    rule: text,
    pass: { type: 'boolean' },
    signature: object({ headerFrom: text, dkim: list(object({})), spf: list(object({})), overrides: list(text) }),
    evidence: list(evidence),
    candidates: list(object({ provider: text, score: share })),
    why: list(object({ code: text, text })),
    remedies: list(text),
  },
  ['because', 'rule'],
);

/** What `dmarc` adds to the envelope. */
export const DMARC_BODY = object(
  {
    totals: object({
      files: count,
      reports: count,
      duplicates: count,
      records: count,
      messages: count,
      pass: count,
      fail: count,
    }),
    period: object({ begin: time, end: time }),
    policies: list(object({ domain: text, policy: map(text), seen: time })),
    streams: list(stream),
    refusedAtReject: object({ ours: count, forwarded: count, suspicious: count }),
    sources: list(
      object(
        {
          ip: text,
          stream: text,
          class: streamClass,
          messages: count,
          pass: count,
          why: list(text),
          firstSeen: time,
          lastSeen: time,
          ptr: object({ name: text, confirmed: { type: ['boolean', 'null'] } }),
          asn: object({ number: count, name: nullableText, country: nullableText }),
        },
        ['ptr', 'asn'],
      ),
    ),
    sourcesOmitted: count,
    rules: list(object({ name: text, origin: text, messages: count })),
    why: list(
      object({
        asked: text,
        kind: { enum: ['address', 'stream'] },
        streams: list(text),
        messages: count,
        pass: count,
        addresses: count,
        firstSeen: time,
        lastSeen: time,
        cases: list(explainedCase),
        casesOmitted: count,
      }),
    ),
    reporters: list(
      object({
        reporter: text,
        reports: count,
        records: count,
        messages: count,
        firstSeen: time,
        lastSeen: time,
        daysReported: count,
        daysMissing: list(date),
        duplicates: count,
      }),
    ),
    timeline: object({ days: count, daysReported: count, longReports: object({ reports: count, messages: count }) }),
    comparison,
    lookups,
    duplicates: list(object({ path: text, reporter: text, reportId: text, of: text })),
    results: list(result),
    findings: list(finding),
  },
  ['period', 'comparison', 'lookups', 'rules', 'why'],
);
