import { judgedBody } from '../core/finding-body.ts';
import { timestamp } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import { readable } from '../core/readable.ts';
import { summarise, type Cell, type FailOn, type Report } from '../core/report.ts';
import { costOf } from '../spf/cost.ts';
import type { SpfTree } from '../spf/tree.ts';
import { byLoss, fixOf } from './fixes.ts';
import { isOver, lostBy, type Gate } from './gate.ts';
import { whoseIs } from '../streams/whose.ts';
import { judgedRehearsal, RULES } from './judged.ts';
import { openQuestions } from './open-questions.ts';
import { rehearsalPage } from './page.ts';
import { policyNotes, policyPhrase } from './phrases.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { StreamOutcome } from './rehearse.ts';
import type { EvaluatedEnvelope } from './spf-rehearsal.ts';
import { unusedIncludes } from './unused-includes.ts';

export interface RehearsalReportOptions {
  readonly rehearsal: Rehearsal;
  readonly gates: readonly Gate[];
  readonly startedAt: Date;
  /** Undefined: the gates alone decide, or, where there are none, errors. */
  readonly failOn: FailOn | undefined;
}

/** The report of the `simulate` command, ready for every format. */
export function rehearsalReport({ rehearsal, gates, startedAt, failOn: level }: RehearsalReportOptions): Report {
  const { inputs } = rehearsal.traffic;
  const results = judgedRehearsal(rehearsal, { limits: gates, alone: gates.length > 0 && level === undefined });
  const failOn = level ?? 'error';
  return {
    command: 'simulate',
    startedAt,
    inputs,
    summary: summarise(results, inputs.failed.length, failOn),
    failOn,
    page: () => rehearsalPage(rehearsal, results),
    body: () => body(rehearsal, gates, results),
    judgements: () => results.map((result) => ({ subject: 'traffic', result })),
    rules: RULES,
    lines: () => rehearsal.streams.map((one) => streamBody(one)),
    table: () => table(rehearsal),
  };
}

function body(rehearsal: Rehearsal, gates: readonly Gate[], results: readonly CheckResult[]): Record<string, unknown> {
  const { change, traffic, policies, groups, streams, parts, readiness, drift, lostKeys, unseen } = rehearsal;
  const { period, reporters, reports, calendar, messages } = traffic;
  return {
    change: { ...change, spf: Object.fromEntries(change.spf) },
    basis: {
      messages,
      reports,
      reporters: reporters.length,
      days: calendar.reported.length,
      ...(period === undefined ? {} : { period: { begin: timestamp(period.begin), end: timestamp(period.end) } }),
      policies: rehearsal.policySource,
      spfDisagrees: drift,
    },
    policies: policies.map(({ domain, before, after }) => ({
      domain,
      before: policyPhrase(before, domain),
      after: policyPhrase(after, domain),
      notes: policyNotes(after, rehearsal.policySource === 'reports'),
    })),
    groups,
    streams: streams.map((one) => streamBody(one)),
    fixFirst: fixFirst(rehearsal),
    spf: (rehearsal.spf?.envelopes ?? []).map((one) => envelopeBody(one)),
    lostKeys,
    unseen,
    parts,
    open: openQuestions(rehearsal),
    readiness,
    gates: gates.map((gate) => ({
      ...gate,
      lost: lostBy(gate, groups.ours.after),
      of: groups.ours.after.messages,
      over: isOver(gate, groups.ours.after),
    })),
    ...judgedBody(results),
  };
}

const streamBody = ({ stream, before, after, spf, why }: StreamOutcome): object => ({
  id: stream.id,
  name: stream.name,
  provider: stream.provider ?? null,
  purpose: stream.purpose,
  class: stream.class,
  headerFrom: stream.headerFrom,
  messages: stream.messages,
  before,
  after,
  spf,
  why,
});

const fixFirst = (rehearsal: Rehearsal): object[] =>
  byLoss(rehearsal.streams)
    .filter(({ stream, after }) => whoseIs(stream.class) === 'ours' && after.fail > 0)
    .map((outcome) => ({
      stream: outcome.stream.id,
      fail: outcome.after.fail,
      refused: outcome.after.refused,
      quarantined: outcome.after.quarantined,
      why: outcome.why.map(({ text }) => text),
      ...fixOf(outcome, rehearsal),
    }));

function envelopeBody({ domain, changed, before, after, errors, messages, use }: EvaluatedEnvelope): object {
  const treeBody = (tree: SpfTree, permerrors: EvaluatedEnvelope['errors']['before']): object => ({
    ...(tree.root.state === 'record' ? { record: readable(tree.root.text.text) } : {}),
    state: tree.root.state,
    lookups: costOf(tree).lookups,
    permerrors,
  });
  return {
    domain,
    changed,
    messages,
    before: treeBody(before.tree, errors.before),
    after: treeBody(after.tree, errors.after),
    unusedIncludes: (use === undefined ? [] : unusedIncludes(use)).map(({ node, lookups }) => ({
      term: readable(node.term.text),
      lookups,
    })),
  };
}

const COUNTS = ['pass', 'fail', 'unknown', 'delivered', 'quarantined', 'refused', 'open'] as const;

function* table({ streams }: Rehearsal): Generator<Cell[]> {
  const counted = (when: string): string[] => COUNTS.map((key) => `${key} ${when}`);
  const about = ['id', 'name', 'provider', 'class', 'headerFrom', 'messages'];
  yield [...about, ...counted('before'), ...counted('after'), 'SPF lost', 'SPF gained', 'why'];
  for (const { stream, before, after, spf, why } of streams) {
    const { id, name, provider, class: streamClass, headerFrom, messages } = stream;
    yield [
      id,
      name,
      provider,
      streamClass,
      headerFrom,
      messages,
      ...COUNTS.map((key) => before[key]),
      ...COUNTS.map((key) => after[key]),
      spf.lost,
      spf.gained,
      why.map(({ text }) => text).join('; '),
    ];
  }
}
