import { daySpan, daySpans, shortDay, weekDay, yearOf } from '../core/day.ts';
import { count, percent, plural } from '../core/format.ts';
import type { Block, Line, Sparkline } from '../core/page.ts';
import type { Calendar } from './calendar.ts';
import type { StreamTotals } from './totals.ts';
import type { Spike } from './trend.ts';
import type { Traffic } from './traffic.ts';

/** Fewer days than these are no course of time. */
const FEWEST_DAYS = 3;
/** Where less than this part of the days is reported on, bars would be holes. */
const FEWEST_REPORTED = 0.2;
/** Bars in a sparkline: a month by day. Stops a report from 1970 from making twenty thousand. */
const MOST_BARS = 31;
const WEEK = 7;

/** Days a bar stands for; undefined where there are too few days for bars. */
export function daysPerBar({ course }: Calendar): number | undefined {
  const days = lengthOf(course);
  if (course.length < FEWEST_DAYS || course.length < days * FEWEST_REPORTED) return undefined;
  if (days <= MOST_BARS) return 1;
  return Math.ceil(days / MOST_BARS / WEEK) * WEEK;
}

const lengthOf = (course: readonly number[]): number => (course.at(-1) ?? 0) - (course[0] ?? 0) + 1;
/** The year dates are in where they do not say another. */
export const usualYear = ({ course }: Calendar): number => yearOf(course.at(-1) ?? 0);

/** A stream's messages over the period, a bar for each so many days. */
export function sparklineOf({ days }: Pick<StreamTotals, 'days'>, { course }: Calendar, perBar: number): Sparkline {
  const [first, last] = [course[0] ?? 0, course.at(-1) ?? 0];
  const values = Array.from<number | undefined>({ length: Math.ceil(lengthOf(course) / perBar) });
  const barOf = (day: number): number => Math.floor((day - first) / perBar);
  for (const day of course) values[barOf(day)] ??= 0;
  for (const { day, messages } of days)
    if (day >= first && day <= last) values[barOf(day)] = (values[barOf(day)] ?? 0) + messages;
  const known = values.filter((value) => value !== undefined);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const range = least === most ? count(most) : `${count(least)} to ${count(most)}`;
  return { values, label: `${range} ${perBar === 1 ? 'a day' : `per ${perBar} days`}` };
}

/** When it was seen, where that is not the whole period: `seen 14 – 20 Oct`. */
export function seenWithin({ days }: Pick<StreamTotals, 'days'>, calendar: Calendar): string | undefined {
  const year = usualYear(calendar);
  const [begin, end] = [calendar.course[0], calendar.course.at(-1)];
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (begin === undefined || end === undefined || first === undefined || last === undefined) return undefined;
  const late = first >= begin + FEWEST_DAYS;
  const early = last <= end - FEWEST_DAYS;
  if (late && early) return `seen ${daySpan(first, last, year)}`;
  if (late) return `since ${shortDay(first, year)}`;
  return early ? `until ${shortDay(last, year)}` : undefined;
}

/** What stands out in the days of all streams, and how far days can be trusted. */
export function overTime({ streams, calendar, tallies: { longReports }, messages }: Traffic): Block[] {
  const perBar = daysPerBar(calendar);
  if (perBar === undefined) return [];
  const year = usualYear(calendar);
  const told = streams.flatMap((stream) => outstanding(stream, year));
  const [first = 0, last = 0] = [calendar.course[0], calendar.course.at(-1)];
  const more = told.slice(MOST_TOLD);
  const lines: Line[] = [
    ...told.slice(0, MOST_TOLD),
    ...(more.length > 0 ? [`and ${plural(more.length, 'more', 'more')}: --format json lists all`] : []),
  ];
  const caveats = [
    ...(perBar > 1 ? [`A bar is ${perBar} days.`] : []),
    ...(calendar.course.length < calendar.reported.length
      ? [`Bars are of ${daySpan(first, last, year)} ${year}; some reports are of other times.`]
      : []),
    ...(calendar.course.some((day) => (calendar.coverage(day) ?? 1) > UNEVEN)
      ? ['Bars show what was reported: days on which more reporters sent a report stand higher.']
      : []),
    ...(longReports.messages > 0
      ? [
          `${percent(longReports.messages, messages)} of the messages come from ${plural(longReports.reports, 'report')} of more than 36 hours, and are counted on the day in the middle.`,
        ]
      : []),
  ];
  return [
    ...(caveats.length > 0
      ? [{ kind: 'lines' as const, lines: caveats.map((text): Line => [{ text, tone: 'muted' }]) }]
      : []),
    ...(lines.length > 0
      ? [
          { kind: 'heading' as const, text: 'Days that stand out' },
          { kind: 'lines' as const, lines },
        ]
      : []),
  ];
}

const MOST_TOLD = 12;
/** A day so many times as well reported on as a usual one looks like more mail than it is. */
const UNEVEN = 1.5;

function outstanding({ name, headerFrom, trend }: StreamTotals, year: number): Line[] {
  const whose = ` · ${name} from ${headerFrom}`;
  return [
    ...trend.spikes.map((spike): Line => [
      { text: weekDay(spike.day, year), tone: 'strong' },
      `: ${spikeText(spike)}${whose}`,
    ]),
    ...(trend.passDrop === undefined
      ? []
      : [
          [
            { text: weekDay(trend.passDrop.day, year), tone: 'strong' as const },
            `: from here on ${percent(trend.passDrop.after, 1)} pass, ${percent(trend.passDrop.before, 1)} before${whose}`,
          ],
        ]),
    ...(trend.stopped === undefined
      ? []
      : [
          [
            { text: weekDay(trend.stopped, year), tone: 'strong' as const },
            `: the last day with messages, after some every day${whose}`,
          ],
        ]),
    ...(trend.quiet.length === 0
      ? []
      : [
          [
            { text: daySpans(trend.quiet, year), tone: 'strong' as const },
            `: no messages, some on every other day${whose}`,
          ],
        ]),
  ];
}

/** `41,203 messages, 9 × the usual day` */
export function spikeText({ messages, usual }: Spike): string {
  const much = plural(messages, 'message');
  return usual === 0 ? `${much}, none on a usual day` : `${much}, ${count(messages / usual)} × the usual day`;
}
