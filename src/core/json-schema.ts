import { FAILURES_BODY } from './schema/failures.ts';
import { TLSRPT_BODY } from './schema/tlsrpt.ts';
import { count, date, level, list, map, number, object, share, text, time } from './schema/words.ts';

/**
 * The contract of `--format json`, as JSON Schema 2020-12. Keys are added, never changed; a change means schema 2.
 * `sendaudit schema` prints it, and a test holds the program's own documents to it.
 */
const span = object({ source: text, text, start: count, end: count, file: text, line: count }, ['file', 'line']);
const change = object(
  { kind: { enum: ['publish', 'replace', 'remove'] }, name: text, type: text, value: text, old: text },
  ['value', 'old'],
);
const finding = object(
  {
    check: text,
    code: text,
    level,
    message: text,
    params: map({ type: ['string', 'number'] }),
    subject: text,
    at: span,
    fix: text,
    changes: list(change),
    waived: object({ by: { enum: ['ignore', 'baseline'] }, reason: text, until: text }, ['reason', 'until']),
  },
  ['at', 'waived'],
);
const outcome = { enum: ['pass', 'fail', 'not-applicable', 'inconclusive', 'crashed'] } as const;
const result = object({ check: text, title: text, outcome, reason: text }, ['reason']);
const auditResult = object({ check: text, title: text, outcome, reason: text, findings: list(finding) }, ['reason']);

const explained = object({ id: text, title: text, why: text, fix: text });
const profileVerdict = object({
  profile: text,
  name: text,
  demands: list(
    object({
      demand: text,
      text,
      state: { enum: ['met', 'not-met', 'unknown'] },
      reasons: list(text),
      source: object({ label: text, url: text }),
      checked: text,
    }),
  ),
});

const streamClass = { enum: ['aligned', 'fixable', 'forwarded', 'suspicious'] } as const;
const nullableText = { type: ['string', 'null'] } as const;
const evidence = object({ kind: text, what: text, provider: text, weight: share }, ['provider']);
const stream = object(
  {
    id: text,
    name: text,
    provider: nullableText,
    purpose: text,
    class: streamClass,
    headerFrom: text,
    messages: count,
    pass: count,
    dkimAligned: count,
    spfAligned: count,
    brokenSignatures: count,
    sources: count,
    confidence: share,
    classConfidence: share,
    sender: text,
    evidence: list(evidence),
    dispositions: map(count),
    why: list(object({ code: text, text, messages: count })),
    because: text,
    firstSeen: time,
    lastSeen: time,
    days: list(object({ day: date, messages: count, pass: count })),
    spikes: list(object({ day: date, messages: count, usual: count })),
    quietDays: list(date),
    stopped: date,
    passDrop: object({ day: date, before: share, after: share }),
  },
  ['because', 'stopped', 'passDrop'],
);
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

/** Exactly `min`, or up to `max`; without `max` nobody can say how many more. */
const between = object({ min: count, max: count }, ['max']);
const question = { name: text, type: text };
const spfTerm = object(
  {
    term: text,
    kind: text,
    reachable: { type: 'boolean' },
    cost: count,
    branch: between,
    running: between,
    voids: list(object({ ...question, status: { enum: ['nxdomain', 'nodata'] } })),
    target: object({ state: { enum: ['constant', 'indeterminate', 'unaskable'] } }),
    hosts: list(object({ name: text })),
    child: { $ref: '#/$defs/spfRecord' },
  },
  ['target', 'hosts', 'child'],
);
const spfRecord = object(
  {
    domain: text,
    state: { enum: ['record', 'none', 'several', 'failed', 'loop', 'cut'] },
    via: list(text),
    record: text,
    fatal: { type: 'boolean' },
    problems: list(object({ code: text, message: text, start: count, end: count })),
    why: { enum: ['nxdomain', 'nodata', 'no-spf'] },
    reason: text,
    cycle: list(text),
    lookups: between,
    terms: list(spfTerm),
  },
  ['record', 'fatal', 'problems', 'why', 'reason', 'cycle'],
);
const spfTree = object({
  domain: text,
  lookups: between,
  voids: object({ ipv4: between, ipv6: between }),
  records: count,
  troubles: list(text),
  unknowns: list(object({ ...question, reason: text, path: text })),
  tree: { $ref: '#/$defs/spfRecord' },
});
const spfVerdict = object(
  {
    domain: text,
    query: object({ ip: text, sender: text, helo: text }, ['helo']),
    result: { enum: ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'] },
    reason: text,
    explanation: text,
    lookups: count,
    voids: count,
    path: list(object({ domain: text, term: text, record: text })),
  },
  ['reason', 'explanation'],
);
const spfCost = object({
  lookups: between,
  voids: object({ ipv4: between, ipv6: between }),
  octets: count,
  answerOctets: count,
});
const spfProposal = object(
  {
    action: { enum: ['flatten', 'optimise'] },
    domain: text,
    changes: list(change),
    before: spfCost,
    after: spfCost,
    unknowns: list(object({ ...question, reason: text, path: text })),
    flattened: list(object({ term: text, domain: text, lookups: count, networks: count })),
    kept: list(object({ term: text, why: text })),
    steps: list(object({ kind: text, domain: text, term: text, becomes: text, reason: text, risk: text })),
    left: list(object({ term: text, domain: text, why: text })),
    use: object({
      messages: count,
      includes: list(object({ term: text, messages: { type: ['integer', 'null'] } })),
    }),
  },
  ['flattened', 'kept', 'steps', 'left', 'use'],
);

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
const simulate = object({
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
/** Every mail is in one of the first seven; `taken` were moved or deleted on the server. */
const fetchCounts = {
  fetched: count,
  there: count,
  withoutReport: count,
  tooLarge: count,
  failed: count,
  gone: count,
  left: count,
  taken: count,
};

const COMMANDS: Readonly<Record<string, object>> = {
  check: object(
    {
      subjects: list(
        object(
          {
            domain: text,
            declaredAt: object({ file: text, line: count }),
            results: list(auditResult),
            profiles: list(profileVerdict),
          },
          ['declaredAt', 'profiles'],
        ),
      ),
      remarks: list(text),
    },
    ['remarks'],
  ),
  diff: object({
    changes: list(
      object(
        {
          name: text,
          type: text,
          kind: { enum: ['appeared', 'vanished', 'changed', 'undecided'] },
          before: list(text),
          after: list(text),
          reason: text,
        },
        ['reason'],
      ),
    ),
    subjects: list(
      object({
        domain: text,
        new: list(finding),
        gone: list(finding),
        kept: count,
        undecided: list(object({ check: text, reason: text })),
        unrecorded: list(text),
      }),
    ),
  }),
  config: object({ settings: list(object({ name: text, from: text })) }),
  dmarc: object(
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
  ),
  tlsrpt: TLSRPT_BODY(result, finding),
  failures: FAILURES_BODY,
  simulate,
  fetch: object({
    account: text,
    folder: text,
    dryRun: { type: 'boolean' },
    totals: object({ mails: count, ...fetchCounts }),
    mailboxes: list(
      object({ mailbox: text, uidValidity: text, mails: count, ...fetchCounts, markedOnly: count }, ['uidValidity']),
    ),
    mails: list(object({ mailbox: text, uidValidity: text, uid: count, octets: count, file: text })),
    mailsOmitted: count,
  }),
  spf: { anyOf: [spfTree, spfVerdict, spfProposal] },
  explain: { anyOf: [object({ check: explained }), object({ checks: list(explained) })] },
  list: { type: 'object' },
};

/** Every report of `--format json`: the envelope, and what its command adds. */
export const REPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A report of sendaudit',
  $defs: { spfRecord },
  ...object({
    schema: { const: 1 },
    tool: object({ name: { const: 'sendaudit' }, version: text }),
    command: { enum: Object.keys(COMMANDS) },
    startedAt: time,
    inputs: object(
      {
        read: count,
        failed: list(object({ path: text, error: text })),
        repairs: list(object({ path: text, what: text, line: number }, ['line'])),
        passedOver: list(object({ path: text, what: text })),
      },
      ['passedOver'],
    ),
    summary: object({
      errors: count,
      warnings: count,
      notes: count,
      waived: count,
      inconclusive: count,
      exitCode: { enum: [0, 1, 2, 3, 70, 130] },
    }),
  }),
  allOf: Object.entries(COMMANDS).map(([command, body]) => ({
    if: { properties: { command: { const: command } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: body,
  })),
};
