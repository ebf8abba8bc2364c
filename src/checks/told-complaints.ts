import { daySpan } from '../core/day.ts';
import { count, percent } from '../core/format.ts';
import { isSurelyOver } from '../core/surely.ts';
import type { Delivery, DeliveryPart, DeliverySection } from '../delivery/delivery.ts';
import { placeOf } from './places.ts';

/** Gmail and Yahoo both ask bulk senders to stay below this; both count what came to the inbox, Gmail by the day. */
const LIMIT = 0.003;
/** Gmail's goal; from here on Yahoo warns, and Amazon SES reviews an account. */
const GOAL = 0.001;
/** With fewer accepted messages a share says nothing. */
const FEWEST = 200;
/** One person may complain of several mails: fewer complaints break no limit, though they may point to it. */
const ENOUGH = { limit: 5, goal: 3, few: 2 } as const;

/** The worst of many days, or of several providers, is over the limit by chance more often than one. */
const CHANCE_OF_MANY = 0.01;

type Counted = Pick<DeliverySection, 'accepted' | 'complained'>;

/**
 * Over the limit; over the goal, or over the limit by too few to count; or over the goal if so few can tell. What receivers
 * hold to the limit is the share they see, and no guess at what is behind it; `chance`: of several that were looked at, one
 * is over it by chance.
 */
function rank({ accepted, complained }: Counted, chance?: number): keyof typeof ENOUGH | undefined {
  if (accepted < FEWEST || complained < accepted * GOAL) return undefined;
  const isLimit = complained >= accepted * LIMIT;
  const isSure = chance === undefined ? isLimit : isSurelyOver(LIMIT, complained, accepted, chance);
  if (complained >= ENOUGH.limit && isSure) return 'limit';
  const isOver = isLimit || isSurelyOver(GOAL, complained, accepted, chance);
  if (complained >= ENOUGH.goal && isOver) return 'goal';
  return complained >= ENOUGH.few ? 'few' : undefined;
}

/** Complaints worth a word, and where. */
export interface ToldComplaints {
  readonly key: 'limit' | 'days' | 'provider' | 'goal' | 'daysGoal' | 'providerGoal' | 'few';
  readonly counted: Counted;
  readonly place: ReturnType<typeof placeOf>;
  readonly days?: string;
  readonly where?: string;
}

/**
 * The gravest of them: of all, of three days, or of a mailbox provider. Each provider looks at its own users, and most tell
 * nobody who complained: the whole shows less.
 */
export function complaintsIn(delivery: Delivery, section: DeliverySection): readonly ToldComplaints[] {
  const place = { stream: section.label.name, provider: '' };
  const { parts, complaintDays } = section;
  const whole = rank(section);
  const told = (key: ToldComplaints['key']) => [{ key, counted: section, place, where: mostIn(parts, section) }];
  const at = (wanted: 'limit' | 'goal', key: ToldComplaints['key']) =>
    parts.flatMap((part) =>
      part.isKnown && rank(part, CHANCE_OF_MANY) === wanted
        ? [{ key, counted: part, place: placeOf(delivery, section, part) }]
        : [],
    );
  if (whole === 'limit') return told('limit');
  const worst = (wanted: 'limit' | 'goal', key: ToldComplaints['key']) => {
    const over = complaintDays.filter((days) => rank(days, CHANCE_OF_MANY) === wanted);
    const [days] = over.toSorted((a, b) => b.complained - a.complained);
    return days === undefined ? [] : [{ key, counted: days, place, days: daySpan(days.first, days.last) }];
  };
  const limit = worst('limit', 'days');
  if (limit.length > 0) return limit;
  const limits = at('limit', 'provider');
  if (limits.length > 0) return limits;
  if (whole === 'goal') return told('goal');
  const goal = worst('goal', 'daysGoal');
  const goals = at('goal', 'providerGoal');
  if (goals.length > 0) return goals;
  if (goal.length > 0) return goal;
  return whole === undefined ? [] : told('few');
}

/** `; 9 of 357 at Yahoo Mail`, where more than half of those who complained are at one provider. */
function mostIn(parts: readonly DeliveryPart[], { complained }: Counted): string {
  const part = parts.length < 2 ? undefined : parts.find((one) => one.isKnown && one.complained * 2 > complained);
  return part === undefined || part.accepted < part.complained
    ? ''
    : `; ${count(part.complained)} of ${count(part.accepted)} at ${part.label.name}`;
}

/** `0.35 %` */
export const hundredths = ({ complained, accepted }: Counted): string =>
  complained < accepted * 0.1 ? `${((complained / accepted) * 100).toFixed(2)} %` : percent(complained, accepted);
