import { median } from '../core/median.ts';
import { type Hour, type Hours, HOURS_A_DAY } from './hours.ts';

/** Where half of all fails, so many in an hour are an incident: a small sender has no more at one receiver. */
const FEWEST_OF_HALF = 5;
const HALF = 0.5;
/** Of hours with fewer attempts each tells no share: they are taken together, but for those of another incident. */
const ENOUGH_FOR_A_SHARE = 20;
/** Other hours tell what is usual where so much of an hour's mail went in them, taken together. */
const ENOUGH_OTHERS = 0.5;
const HOURS_A_WEEK = 168;
/** Weeks, and days, an hour is compared with before it is known what is usual. */
const WEEKS = 2;
const DAYS = 3;

export const failuresOf = ({ deferrals, bounced }: Hour): number => deferrals + bounced;
export const failsByHalf = (hour: Hour): boolean => failuresOf(hour) >= HALF * hour.attempts;
export const isIncident = (hour: Hour): boolean => failuresOf(hour) >= FEWEST_OF_HALF && failsByHalf(hour);

/** Hours are held to the same of the week, of the day where there are not two weeks besides, or all others. */
export function comparedEvery(period: number): number {
  if (period >= (WEEKS + 1) * HOURS_A_WEEK) return HOURS_A_WEEK;
  return period >= (DAYS + 1) * HOURS_A_DAY ? HOURS_A_DAY : 1;
}

/** Something counted in an hour: of its failures, all or those of recipients who had not failed before. */
type Counted = (hour: Hour) => number;

/**
 * Failures an hour would have at the share that is usual: twice the mail, twice the failures. Who sends on two mornings a
 * week has sent at no other night: an hour that has no like is held to the same hour of the day, or to all others.
 */
export function usualFailures(hours: Hours, every: number): (number: number, hour: Hour) => Usual {
  const steps = [HOURS_A_WEEK, HOURS_A_DAY, 1].filter((step) => step <= every);
  const alike = steps.map((step) => byPlace(hours, step));
  return (number, hour) => {
    const { attempts } = hour;
    for (const places of alike) {
      const others = (places[number % places.length] ?? []).filter((other) => other !== hour);
      if (others.reduce((sum, other) => sum + other.attempts, 0) < ENOUGH_OTHERS * attempts) continue;
      return {
        failures: usualShare(others, failuresOf) * attempts,
        recipients: usualShare(others, (other) => other.firstFailures) * attempts,
      };
    }
    return { failures: attempts, recipients: attempts };
  };
}

/** Hours with mail by their place in the week, or in the day: a year has each hour of the week fifty times. */
function byPlace(hours: Hours, step: number): Hour[][] {
  const places = Array.from({ length: step }, (): Hour[] => []);
  for (const [number, hour] of hours) if (hour.attempts > 0) places[number % step]?.push(hour);
  return places;
}

export interface Usual {
  readonly failures: number;
  /** Those who had not failed before. */
  readonly recipients: number;
}

function usualShare(hours: readonly Hour[], of: Counted): number {
  const middle = median(hours.map((hour) => of(hour) / hour.attempts));
  if (median(hours.map((hour) => hour.attempts)) >= ENOUGH_FOR_A_SHARE) return middle;
  const calm = hours.filter((hour) => !isIncident(hour));
  const sum = (counted: Counted): number => calm.reduce((all, hour) => all + counted(hour), 0);
  const attempts = sum((hour) => hour.attempts);
  return Math.max(middle, attempts === 0 ? 0 : sum(of) / attempts);
}
