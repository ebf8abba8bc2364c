import { byName } from '../core/order.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { coverageReasons } from './coverage.ts';
import { lossReasons, total } from './loss-reasons.ts';
import type { Reason } from './readiness-reason.ts';
import { recordReasons, spfReasons, type Published } from './record-reasons.ts';
import type { Rehearsed } from './rehearse.ts';
import { streamReasons } from './stream-reasons.ts';

/** Whether one organisation's domains are ready for p=reject. */
export interface Readiness {
  readonly domain: string;
  readonly verdict: 'yes' | 'not yet' | 'cannot tell';
  readonly reasons: readonly Reason[];
}

export interface ReadinessInput extends Published {
  readonly traffic: Traffic;
  readonly rehearsed: Rehearsed;
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
