import { median, medianDeviation } from '../core/median.ts';
import { STEADY_SHARE, type Calendar } from './calendar.ts';
import type { StreamDay } from './stream-days.ts';

/** A day on which a stream has far more messages than usual. */
export interface Spike {
  readonly day: number;
  readonly messages: number;
  /** What a usual day brings, as well as this one is reported on. */
  readonly usual: number;
}

/** What stands out in a stream's days. */
export interface Trend {
  readonly spikes: readonly Spike[];
  /** Days without a message, of a stream that otherwise has some every day; those since it stopped are not among them. */
  readonly quiet: readonly number[];
  /** The last day of a stream that had messages every day and then none, for days on which all was reported. */
  readonly stopped?: number;
  /** From which day on clearly fewer messages pass. */
  readonly passDrop?: PassDrop;
}
export interface PassDrop {
  readonly day: number;
  /** Shares from 0 to 1: before that day, and from it on. */
  readonly before: number;
  readonly after: number;
}

/** Fewer days than these have no usual one among them. */
const FEWEST_DAYS = 7;
/** Fewer messages are chance. */
const FEWEST_MESSAGES = 100;
/** A spike is this many times the usual day, … */
const TIMES_USUAL = 3;
/** … and this many deviations above it; 1.4826 makes a median deviation a standard one. */
const DEVIATIONS = 6;
const TO_STANDARD = 1.4826;
/** More such days than one in ten are the sender's way, a newsletter's say: then they are compared with one another. */
const SPIKES_AT_MOST = 0.1;
/** Days without a message, all reported, after which a daily stream has stopped. */
const SILENT_DAYS = 3;
/** Days on either side of a fall, and how deep it must be. */
const FALL_DAYS = 3;
const FALL = 0.1;
/** Days a fall is looked for in: every one of them is tried. */
const FALL_WINDOW = 92;

/** `sender`: it is the mail of one sender, who has habits; what strangers send has none. */
export function trendOf(days: readonly StreamDay[], calendar: Calendar, sender: boolean): Trend {
  const total = days.reduce((sum, { messages }) => sum + messages, 0);
  if (calendar.course.length < FEWEST_DAYS || total < FEWEST_MESSAGES) return { spikes: [], quiet: [] };
  const drop = passDrop(days.slice(-FALL_WINDOW));
  return {
    spikes: spikesOf(days, calendar, sender),
    ...silence(days, calendar),
    ...(drop === undefined ? {} : { passDrop: drop }),
  };
}

function spikesOf(days: readonly StreamDay[], { course, coverage }: Calendar, sender: boolean): Spike[] {
  const counted = new Map(days.map(({ day, messages }) => [day, messages]));
  // As a usual day would have it, so that days are alike; those that nobody steady reports on cannot be.
  const level = course.flatMap((day) => {
    const reach = coverage(day);
    return reach === undefined ? [] : [{ day, reach, messages: counted.get(day) ?? 0 }];
  });
  const among = (some: typeof level): Spike[] => {
    const counts = some.map(({ messages, reach }) => messages / reach);
    const usual = median(counts);
    const most = Math.max(usual * TIMES_USUAL, usual + DEVIATIONS * TO_STANDARD * medianDeviation(counts));
    return some
      .filter(({ messages, reach }) => messages >= FEWEST_MESSAGES && messages / reach > most)
      .map(({ day, messages, reach }) => ({ day, messages, usual: Math.round(usual * reach) }));
  };
  const spikes = among(level);
  if (!sender || spikes.length <= Math.max(1, level.length * SPIKES_AT_MOST)) return spikes;
  const high = new Set(spikes.map(({ day }) => day));
  return among(level.filter(({ day }) => high.has(day)));
}

function silence(days: readonly StreamDay[], { course, isWhole }: Calendar): Pick<Trend, 'quiet' | 'stopped'> {
  const present = new Set(days.map(({ day }) => day));
  const [first = 0, last = 0] = [days[0]?.day, days.at(-1)?.day];
  const within = course.filter((day) => day >= first && day <= last);
  if (present.size < FEWEST_DAYS || present.size < within.length * STEADY_SHARE) return { quiet: [] };
  const after = course.filter((day) => day > last && isWhole(day));
  return {
    quiet: within.filter((day) => !present.has(day) && isWhole(day)),
    ...(after.length >= SILENT_DAYS ? { stopped: last } : {}),
  };
}

/** The day that parts better from worse most clearly, if days on both sides are many enough and mostly agree. */
function passDrop(days: readonly StreamDay[]): PassDrop | undefined {
  let deepest: PassDrop | undefined;
  for (let at = FALL_DAYS; at <= days.length - FALL_DAYS; at += 1) {
    const [earlier, later] = [days.slice(0, at), days.slice(at)];
    const before = shareOf(earlier);
    const after = shareOf(later);
    if (before === undefined || after === undefined || before - after < FALL) continue;
    if (usualShare(earlier) - usualShare(later) < FALL) continue;
    if (deepest !== undefined && deepest.before - deepest.after >= before - after) continue;
    deepest = { day: later[0]?.day ?? 0, before, after };
  }
  return deepest;
}

function shareOf(days: readonly StreamDay[]): number | undefined {
  const messages = days.reduce((sum, one) => sum + one.messages, 0);
  return messages < FEWEST_MESSAGES ? undefined : days.reduce((sum, { pass }) => sum + pass, 0) / messages;
}

const usualShare = (days: readonly StreamDay[]): number => median(days.map(({ pass, messages }) => pass / messages));
