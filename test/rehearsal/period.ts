import fc from 'fast-check';
import { NO_INPUTS } from '../../src/core/report.ts';
import type { Dns } from '../../src/net/net.ts';
import type { Change } from '../../src/rehearsal/change.ts';
import { NO_CHANGE } from '../../src/rehearsal/change.ts';
import { rehearsal, type Rehearsal, type Worlds } from '../../src/rehearsal/rehearsal.ts';
import type { DmarcRecord, PublishedPolicy, ReportHead } from '../../src/reports/aggregate/row.ts';
import { newTallies } from '../../src/streams/tally.ts';
import { attributed } from '../../src/traffic/attributed.ts';
import type { Traffic } from '../../src/traffic/traffic.ts';
import { services } from '../streams/period.ts';

/** One report as it was read: the raw rows, before anything is counted. */
export interface RawReport {
  readonly policyDomain: string;
  readonly policy: PublishedPolicy;
  /** Its place in time; the newest report about a domain says what is published. */
  readonly day: number;
  readonly rows: readonly DmarcRecord[];
}

const DAY = 86_400;
const FIRST = 1_790_812_800;

/** The traffic that reports come to, and the key of every row, in their order. */
export async function trafficOf(
  reports: readonly RawReport[],
  net?: Dns,
): Promise<{ readonly traffic: Traffic; readonly keys: readonly number[] }> {
  const tallies = newTallies();
  const keys: number[] = [];
  for (const [index, { policyDomain, policy, day, rows }] of reports.entries()) {
    const begin = FIRST + day * DAY;
    const head: ReportHead = {
      reporter: `receiver${index % 3}.example`,
      reportId: `${index}`,
      begin,
      end: begin + DAY - 1,
      policyDomain,
      policy,
      errors: [],
    };
    tallies.report(head);
    for (const row of rows) keys.push(tallies.add(head, row));
  }
  const reading = { tallies, inputs: NO_INPUTS, files: reports.length, reports: reports.length, duplicates: [] };
  return { traffic: await attributed(reading, { catalogue: services, ...(net && { net }) }), keys };
}

export const rehearsed = (
  traffic: Traffic,
  change: Partial<Change>,
  { domains = [], worlds, ready = false }: { domains?: readonly string[]; worlds?: Worlds; ready?: boolean } = {},
): Promise<Rehearsal> =>
  rehearsal(traffic, {
    change: { ...NO_CHANGE, ...change },
    domains,
    asksReadiness: ready,
    catalogue: services,
    ...(worlds === undefined ? {} : { worlds }),
  });

export const FROM = [
  'example.com',
  'news.example.com',
  'help.example.com',
  'x.news.example.com',
  'other.test',
] as const;
const SIGNERS = [...FROM, 'post.test', 'eu.post.test', 'stranger.test', ''] as const;
const ENVELOPES = [...FROM, 'bounce.example.com', 'post.test', 'stranger.test', ''] as const;
export const SELECTORS = ['post1', 'tenant', 'k1', 's1'] as const;
const DKIM_RESULTS = ['pass', 'pass', 'pass', 'fail', 'none', 'temperror'] as const;
const SPF_RESULTS = ['pass', 'pass', 'fail', 'softfail', 'permerror', 'none'] as const;
const POLICY = ['none', 'quarantine', 'reject'] as const;
export const ADDRESSES = ['192.0.2.1', '192.0.2.9', '192.0.2.77', '198.51.100.9', '2001:db8::1'] as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: fc.constant(undefined) });

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const dkim = fc
  .record({
    domain: fc.constantFrom(...SIGNERS),
    selector: maybe(fc.constantFrom(...SELECTORS), 5),
    result: fc.constantFrom(...DKIM_RESULTS),
  })
  .map(withoutUndefined);
const spf = fc
  .record({
    domain: fc.constantFrom(...ENVELOPES),
    scope: maybe(fc.constantFrom('mfrom', 'mfrom', 'helo')),
    result: fc.constantFrom(...SPF_RESULTS),
  })
  .map(withoutUndefined);
const override = fc.constantFrom('mailing_list', 'trusted_forwarder', 'local_policy', 'other', 'sampled_out');

export const anyRow: fc.Arbitrary<DmarcRecord> = fc
  .record({
    sourceIp: fc.constantFrom(...ADDRESSES),
    count: fc.integer({ min: 0, max: 400 }),
    disposition: maybe(fc.constantFrom(...POLICY)),
    overrides: fc.array(
      override.map((type) => ({ type })),
      { maxLength: 2 },
    ),
    dkimAligned: maybe(fc.boolean(), 4),
    spfAligned: maybe(fc.boolean(), 4),
    headerFrom: fc.constantFrom(...FROM),
    envelopeFrom: maybe(fc.constantFrom(...ENVELOPES), 1),
    dkim: fc.array(dkim, { maxLength: 3 }),
    spf: fc.array(spf, { maxLength: 2 }),
  })
  .map(withoutUndefined);

export const anyPolicy: fc.Arbitrary<PublishedPolicy> = fc
  .record({
    p: fc.constantFrom(...POLICY),
    sp: maybe(fc.constantFrom(...POLICY), 1),
    np: maybe(fc.constantFrom(...POLICY), 1),
    adkim: maybe(fc.constantFrom('r', 's'), 1),
    aspf: maybe(fc.constantFrom('r', 's'), 1),
    testing: maybe(fc.constantFrom('y', 'n'), 1),
    pct: maybe(fc.constantFrom('100', '25'), 1),
  })
  .map(withoutUndefined);

/** Reports of different days, so that the newest word on each policy is one. */
export const anyReports: fc.Arbitrary<RawReport[]> = fc
  .array(
    fc.record({
      policyDomain: fc.constantFrom('example.com', 'example.com', 'news.example.com', 'other.test'),
      policy: anyPolicy,
      rows: fc.array(anyRow, { minLength: 1, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((reports) => reports.map((report, day) => ({ ...report, day: (day * 7) % 5 })));

export const anyTags: fc.Arbitrary<Change['policy']> = fc
  .record({
    p: maybe(fc.constantFrom(...POLICY)),
    sp: maybe(fc.constantFrom(...POLICY), 1),
    np: maybe(fc.constantFrom(...POLICY), 1),
    adkim: maybe(fc.constantFrom('r', 's'), 1),
    aspf: maybe(fc.constantFrom('r', 's'), 1),
    t: maybe(fc.constantFrom('y', 'n'), 1),
  })
  .map(withoutUndefined);
