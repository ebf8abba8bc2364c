import { count, percent, plural } from '../core/format.ts';
import { byName } from '../core/order.ts';
import { ALIGNED_SHARE } from '../traffic/totals.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { sumOf, type Outcome } from './outcome.ts';
import { coverageReasons } from './coverage.ts';
import type { PolicyChange, Rehearsal } from './rehearsal.ts';
import { groupOf, type Group } from './group.ts';
import type { Rehearsed, StreamOutcome } from './rehearse.ts';
import type { SpfRehearsal } from './spf-rehearsal.ts';
import {
  FEWEST_DAYS_OF_STREAM,
  FEWEST_IN_STREAM,
  FEWEST_MESSAGES,
  MOST_FORWARDED_LOST,
  MOST_LOST,
} from './thresholds.ts';

/**
 * Something that bears on the verdict:
 * - `against`: mail would be lost; `open`: the traffic does not tell enough
 * - `caution`: worth knowing, and no reason to wait; `for`: what the verdict rests on
 */
export interface Reason {
  readonly kind: 'against' | 'open' | 'caution' | 'for';
  readonly code: string;
  readonly text: string;
}

/** Whether one organisation's domains are ready for p=reject. */
export interface Readiness {
  readonly domain: string;
  readonly verdict: 'yes' | 'not yet' | 'cannot tell';
  readonly reasons: readonly Reason[];
}

export interface ReadinessInput {
  readonly traffic: Traffic;
  readonly rehearsed: Rehearsed;
  readonly policies: readonly PolicyChange[];
  readonly unreadable: Rehearsal['unreadable'];
  readonly organisation: (domain: string) => string;
  readonly spf?: SpfRehearsal;
  readonly today: number | undefined;
}

/** A verdict for each organisation in the period, busiest first. The rehearsed change is p=reject. */
export function readinessOf(input: ReadinessInput): Readiness[] {
  const byHome = Map.groupBy(input.rehearsed.streams, ({ stream }) => input.organisation(stream.headerFrom));
  const coverage = coverageReasons(input.traffic, input.today);
  return [...byHome]
    .map(([domain, streams]) => ({ domain, streams, messages: total(streams, 'ours').messages }))
    .filter(({ domain }) => domain.includes('.'))
    .toSorted((a, b) => b.messages - a.messages || byName(a.domain, b.domain))
    .map(({ domain, streams }) => {
      const reasons = [
        ...lossReasons(streams),
        ...spfReasons(input, domain),
        ...coverage,
        ...streamReasons(streams),
        ...recordReasons(input, domain),
      ];
      return { domain, verdict: verdictOf(reasons), reasons };
    });
}

function verdictOf(reasons: readonly Reason[]): Readiness['verdict'] {
  if (reasons.some(({ kind }) => kind === 'against')) return 'not yet';
  return reasons.some(({ kind }) => kind === 'open') ? 'cannot tell' : 'yes';
}

function total(streams: readonly StreamOutcome[], group: Group): Outcome {
  return sumOf(streams.filter(({ stream }) => groupOf(stream.class) === group).map(({ after }) => after));
}

/** What does not pass would be lost under p=reject, whatever the sub-domains' policy is today. */
const lost = ({ fail }: Outcome): number => fail;

function lossReasons(streams: readonly StreamOutcome[]): Reason[] {
  const [ours, forwarded, suspicious] = [
    total(streams, 'ours'),
    total(streams, 'forwarded'),
    total(streams, 'suspicious'),
  ];
  const reasons: Reason[] = [];
  if (ours.messages < FEWEST_MESSAGES)
    reasons.push({
      kind: 'open',
      code: 'few-messages',
      text: `${plural(ours.messages, 'message')} of your own are too few to judge by; ${FEWEST_MESSAGES} are the least`,
    });
  const share = percent(lost(ours), ours.messages);
  const isOver = lost(ours) > ours.messages * MOST_LOST;
  if (isOver)
    reasons.push({
      kind: 'against',
      code: 'own-mail',
      text: `${count(lost(ours))} of ${plural(ours.messages, 'message')} of your own fail DMARC (${share}; ${percent(MOST_LOST, 1)} may break on the way)`,
    });
  else if (ours.messages > 0)
    reasons.push({
      kind: 'for',
      code: 'own-mail',
      text: `${count(ours.messages - lost(ours) - ours.unknown)} of ${plural(ours.messages, 'message')} of your own pass DMARC (${percent(ours.messages - lost(ours) - ours.unknown, ours.messages)})`,
    });
  if (ours.unknown > ours.messages * MOST_LOST)
    reasons.push({
      kind: 'open',
      code: 'unknown',
      text: `of ${plural(ours.unknown, 'message')} of your own the reports do not tell whether they pass`,
    });
  const lostOnTheWay = lost(forwarded);
  if (lostOnTheWay > 0)
    reasons.push({
      kind: lostOnTheWay > (ours.messages + forwarded.messages) * MOST_FORWARDED_LOST ? 'against' : 'caution',
      code: 'forwarded-mail',
      text: `${count(lostOnTheWay)} of ${plural(forwarded.messages, 'forwarded message')} fail, as forwarders or mailing lists broke them${exceptions(forwarded)}`,
    });
  if (lost(suspicious) > 0)
    reasons.push({
      kind: 'for',
      code: 'suspicious-mail',
      text: `${plural(lost(suspicious), 'suspicious message')} would be refused, which is the purpose`,
    });
  return reasons;
}

function exceptions({ overridden }: Outcome): string {
  const made = overridden.refused + overridden.quarantined;
  return made === 0 ? '' : `; for ${count(made)} of them the receiver noted an exception`;
}

function streamReasons(streams: readonly StreamOutcome[]): Reason[] {
  const reasons: Reason[] = [];
  for (const { stream, after } of streams) {
    if (groupOf(stream.class) !== 'ours') continue;
    const who = `${stream.name} from ${stream.headerFrom}`;
    const days = (stream.lastSeen - stream.firstSeen) / DAY_S;
    const isThin = stream.messages < FEWEST_IN_STREAM || days < FEWEST_DAYS_OF_STREAM;
    if (after.fail > after.messages * (1 - ALIGNED_SHARE))
      reasons.push({
        kind: isThin ? 'caution' : 'against',
        code: 'failing-stream',
        text: `${who}: ${count(after.fail)} of ${plural(after.messages, 'message')} fail`,
      });
    else if (stream.dkimAligned === 0 && stream.spfAligned > 0)
      reasons.push({
        kind: 'caution',
        code: 'spf-only',
        text: `${who} passes by SPF alone (${plural(stream.messages, 'message')}): forwarded copies would be refused`,
      });
    if (isThin)
      reasons.push({
        kind: 'caution',
        code: 'thin-stream',
        text: `${who} was seen too little to be known: ${plural(stream.messages, 'message')} within ${plural(Math.max(1, Math.ceil(days)), 'day')}`,
      });
  }
  return reasons;
}

const DAY_S = 86_400;
const UNREADABLE_SHOWN = 3;

/** A record whose evaluation ends in an error authorises nobody, however right it looks. */
function spfReasons({ spf, organisation }: ReadinessInput, domain: string): Reason[] {
  return (spf?.envelopes ?? [])
    .filter((envelope) => organisation(envelope.domain) === domain)
    .flatMap(({ domain: envelope, errors }): Reason[] => {
      const { ours, reason } = errors.before;
      if (ours === 0) return [];
      const text = `SPF of ${envelope} is a permerror now for ${plural(ours, 'message')} of your own: ${reason ?? ''}`;
      return [{ kind: 'against', code: 'spf-permerror', text }];
    });
}

function recordReasons({ policies, unreadable, organisation }: ReadinessInput, domain: string): Reason[] {
  const reasons = unreadable
    .filter((one) => organisation(one.domain) === domain)
    .slice(0, UNREADABLE_SHOWN)
    .map(({ domain: from, messages, reason }): Reason => ({
      kind: 'open',
      code: 'policy',
      text: `the DMARC record of ${from} (${plural(messages, 'message')}) could not be read: ${reason}`,
    }));
  for (const { domain: owner, after, before } of policies) {
    if (organisation(owner) !== domain) continue;
    if (after.state !== 'found') continue;
    const { sp, np, testing } = after.record;
    const weaker = (
      [
        ['sp', sp],
        ['np', np],
      ] as const
    ).filter(([, policy]) => policy !== undefined && policy !== 'reject');
    for (const [tag, policy] of weaker)
      reasons.push({
        kind: 'caution',
        code: `weaker-${tag}`,
        text: `${tag}=${policy} of ${owner} stays: p=reject alone does not protect ${tag === 'sp' ? 'sub-domains' : 'names that do not exist'}`,
      });
    if (testing)
      reasons.push({
        kind: 'caution',
        code: 'testing',
        text: `t=y of ${owner} stays: reject is taken as quarantine (RFC 9989 §4.7)`,
      });
    if (before.state === 'found' && before.effective === 'reject' && before.tag === 'p')
      reasons.push({ kind: 'for', code: 'enforced', text: `${owner} already asks for p=reject` });
  }
  return reasons;
}
