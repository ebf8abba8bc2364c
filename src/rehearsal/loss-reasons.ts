import { count, percent, plural } from '../core/format.ts';
import { whoseIs, type Whose } from '../streams/whose.ts';
import { sumOf, type Outcome } from './outcome.ts';
import type { Reason } from './readiness-reason.ts';
import type { StreamOutcome } from './rehearse.ts';
import { FEWEST_MESSAGES, MOST_FORWARDED_LOST, MOST_LOST } from './thresholds.ts';

/** What becomes of all mail of somebody's together. */
export function total(streams: readonly StreamOutcome[], whose: Whose): Outcome {
  return sumOf(streams.filter(({ stream }) => whoseIs(stream.class) === whose).map(({ after }) => after));
}

/** What does not pass would be lost under p=reject, whatever the sub-domains' policy is today. */
const lost = ({ fail }: Outcome): number => fail;

/** How much of whose mail would be lost, all streams together. */
export function lossReasons(streams: readonly StreamOutcome[]): Reason[] {
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
