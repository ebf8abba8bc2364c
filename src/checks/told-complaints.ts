import { daySpan } from '../core/day.ts';
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

/** The worst of many days is over the limit by chance more often than one. */
const CHANCE_OF_DAYS = 0.001;
/** And of several providers. */
const CHANCE_OF_PROVIDERS = 0.01;

type Counted = Pick<DeliverySection, 'accepted' | 'complained'>;

/** Surely over the limit; over the goal, or as it seems over the limit; or over the goal if so few can tell. */
function rank({ accepted, complained }: Counted, chance?: number): keyof typeof ENOUGH | undefined {
  if (accepted < FEWEST || complained < accepted * GOAL) return undefined;
  if (complained >= ENOUGH.limit && isSurelyOver(LIMIT, complained, accepted, chance)) return 'limit';
  const isOver = complained >= accepted * LIMIT || isSurelyOver(GOAL, complained, accepted, chance);
  if (complained >= ENOUGH.goal && isOver) return 'goal';
  return complained >= ENOUGH.few ? 'few' : undefined;
}

/** Complaints worth a word, and where. */
export interface ToldComplaints {
  readonly key: 'limit' | 'days' | 'provider' | 'goal' | 'providerGoal' | 'few';
  readonly counted: Counted;
  readonly provider?: string;
  readonly days?: string;
  readonly where?: string;
}

/**
 * The gravest of them: of all, of three days, or of a mailbox provider. Each provider looks at its own users, and most tell
 * nobody who complained: the whole shows less.
 */
export function complaintsIn(section: DeliverySection): readonly ToldComplaints[] {
  const { parts, complaintDays } = section;
  const whole = rank(section);
  const told = (key: ToldComplaints['key']) => [{ key, counted: section, where: mostIn(parts, section) }];
  const at = (wanted: 'limit' | 'goal', key: ToldComplaints['key']) =>
    parts.flatMap((part) =>
      part.isKnown && rank(part, CHANCE_OF_PROVIDERS) === wanted
        ? [{ key, counted: part, provider: part.label.name }]
        : [],
    );
  if (whole === 'limit') return told('limit');
  const over = complaintDays.filter((days) => rank(days, CHANCE_OF_DAYS) === 'limit');
  const [days] = over.toSorted((a, b) => b.complained - a.complained);
  if (days !== undefined) return [{ key: 'days', counted: days, days: daySpan(days.first, days.last) }];
  const limits = at('limit', 'provider');
  if (limits.length > 0) return limits;
  if (whole === 'goal') return told('goal');
  const goals = at('goal', 'providerGoal');
  return goals.length > 0 || whole === undefined ? goals : told('few');
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
