import { count, percent } from '../core/format.ts';
import { isSurelyOver } from '../core/surely.ts';
import type { DeliveryPart, DeliverySection } from '../delivery/delivery.ts';

/** Gmail and Yahoo both ask bulk senders to stay below this; both count what came to the inbox, Gmail by the day. */
const LIMIT = 0.003;
/** Gmail's goal; from here on Yahoo warns, and Amazon SES reviews an account. */
const GOAL = 0.001;
/** With fewer accepted messages a share says nothing. */
const FEWEST = 200;
/** One person may complain of several mails: fewer complaints break no limit, though they may point to it. */
const ENOUGH = { limit: 5, goal: 3, few: 2 } as const;

export type Counted = Pick<DeliverySection, 'accepted' | 'complained'>;

/** Surely over the limit; over the goal, or as it seems over the limit; or over the goal if so few can tell. */
export function complaintRank({ accepted, complained }: Counted, chance?: number): keyof typeof ENOUGH | undefined {
  if (accepted < FEWEST || complained < accepted * GOAL) return undefined;
  if (complained >= ENOUGH.limit && isSurelyOver(LIMIT, complained, accepted, chance)) return 'limit';
  const isOver = complained >= accepted * LIMIT || isSurelyOver(GOAL, complained, accepted, chance);
  if (complained >= ENOUGH.goal && isOver) return 'goal';
  return complained >= ENOUGH.few ? 'few' : undefined;
}

/** `; 9 of 357 at Yahoo Mail`, where more than half of those who complained are at one provider. */
export function mostIn(parts: readonly DeliveryPart[], { complained }: Counted): string {
  const part = parts.length < 2 ? undefined : parts.find((one) => one.isKnown && one.complained * 2 > complained);
  return part === undefined || part.accepted < part.complained
    ? ''
    : `; ${count(part.complained)} of ${count(part.accepted)} at ${part.label.name}`;
}

/** `0.35 %` */
export const hundredths = ({ complained, accepted }: Counted): string =>
  complained < accepted * 0.1 ? `${((complained / accepted) * 100).toFixed(2)} %` : percent(complained, accepted);
