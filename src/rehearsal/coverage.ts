import { DAY_SECONDS } from '../core/day.ts';
import { percent, period, plural } from '../core/format.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { Reason } from './readiness-reason.ts';
import { FEWEST_DAYS, LARGE_RECEIVERS, MOST_OF_ONE_REPORTER, OLDEST_DAYS } from './thresholds.ts';

/** What the traffic rests on: who reported, for how long, and how long ago. */
export function coverageReasons(traffic: Traffic, today: number | undefined): Reason[] {
  const { calendar, reporters, reports, period: span, messages, inputs } = traffic;
  if (span === undefined) return [{ kind: 'open', code: 'no-reports', text: 'no report could be read' }];
  const reasons: Reason[] = [];
  const days = calendar.reported.length;
  const rests = `${plural(reports, 'report')} from ${plural(reporters.length, 'reporter')} for ${plural(days, 'day')}, ${period(span.begin, span.end)}`;
  if (days < FEWEST_DAYS)
    reasons.push({
      kind: 'open',
      code: 'few-days',
      text: `${rests}: a fortnight is the least, as weekly mail may be missing`,
    });
  else reasons.push({ kind: 'for', code: 'period', text: rests });

  const missing = LARGE_RECEIVERS.filter(([, pattern]) => !reporters.some(({ reporter }) => pattern.test(reporter)));
  const names = missing.map(([name]) => name);
  if (names.length === LARGE_RECEIVERS.length)
    reasons.push({
      kind: 'open',
      code: 'no-large-receiver',
      text: `neither ${names.join(', nor ')} reports: what most people receive is not in this`,
    });
  else if (names.length > 0)
    reasons.push({ kind: 'caution', code: 'missing-receiver', text: `nothing from ${names.join(' and ')}` });

  const [first] = reporters;
  if (first !== undefined && first.messages > messages * MOST_OF_ONE_REPORTER)
    reasons.push({
      kind: 'caution',
      code: 'one-reporter',
      text: `${percent(first.messages, messages)} of the messages are reported by ${first.reporter} alone`,
    });
  const age = today === undefined ? 0 : Math.floor((today - span.end) / DAY_SECONDS);
  if (age > OLDEST_DAYS)
    reasons.push({
      kind: 'open',
      code: 'old',
      text: `the newest report is ${plural(age, 'day')} old: what was set up since is not in it`,
    });
  if (inputs.failed.length > 0)
    reasons.push({
      kind: 'caution',
      code: 'unread',
      text: `${plural(inputs.failed.length, 'input')} could not be read in full`,
    });
  return reasons;
}
