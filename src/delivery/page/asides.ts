import { period as span, plural, timestamp } from '../../core/format.ts';
import type { Line } from '../../core/page.ts';
import { readingAside } from '../../core/reading-blocks.ts';
import type { Delivery } from '../delivery.ts';
import { unitsOf } from './units.ts';

const SMART_HOSTS_NAMED = 3;

/** What was read, and what to mind about it. */
export function asidesOf(delivery: Delivery): Line[] {
  const { inputs, duplicates, repeated, smartHosts, folded, formats, acceptanceTold, events, period } = delivery;
  const reading = readingAside(inputs, repeated.length);
  const kinds = formats.map(({ id, files }) => `${id} (${plural(files, 'file')})`).join(', ');
  return [
    ...(kinds === '' ? [] : [[{ text: `${unitsOf(delivery)} of ${kinds}`, tone: 'muted' as const }]]),
    ...(reading === '' ? [] : [reading]),
    ...(duplicates > 0 ? [`${plural(duplicates, 'event')} told again, counted once`] : []),
    ...(smartHosts.length > 0
      ? [
          `${smartHosts.slice(0, SMART_HOSTS_NAMED).join(', ')}${smartHosts.length > SMART_HOSTS_NAMED ? ' …' : ''} ${smartHosts.length === 1 ? 'takes' : 'take'} mail for everybody: that is a hand-over, and what became of it is in the log there`,
        ]
      : []),
    ...timeToRead(delivery),
    ...untold(delivery),
    ...(events > 0 && period !== undefined && !acceptanceTold
      ? ['nothing here tells what was accepted: numbers stand where shares would']
      : []),
    ...assumedTime(delivery),
    ...timeToCome(delivery),
    ...(folded.groups > 0 ? [`${plural(folded.groups, 'event')} of groups beyond the limit stand under “other”`] : []),
    ...(folded.hours > 0 ? [`${plural(folded.hours, 'event')} in hours beyond the limit are in no timeline`] : []),
  ];
}

function assumedTime({ timeAssumed, zoneAssumed }: Delivery): string[] {
  if (timeAssumed === 0) return [];
  if (zoneAssumed === 0)
    return [`${plural(timeAssumed, 'time')} without a year: taken for the last such day before the file was written`];
  return [`${plural(zoneAssumed, 'time')} without a zone: UTC is assumed (--timezone Europe/Rome says otherwise)`];
}

/** Where nothing tells what it was to be counted by: a tag may be mistyped. */
function untold({ by, title, sections: [section, ...others] }: Delivery): string[] {
  if (section === undefined || section.label.id !== '' || others.length > 0) return [];
  const what = by.startsWith('tag:') ? `tag \`${title}\`` : title;
  return [`nothing here has a ${what}: --format jsonl shows what events have`];
}

/** Where nothing is of the time that was asked for: what there is. */
const timeToRead = ({ period, outside }: Delivery): string[] =>
  period === undefined && outside !== undefined ? [`what was read is of ${span(outside.begin, outside.end)}`] : [];

/** Seconds. Clocks go wrong by hours, and a unit or an order of day and month that is another by months and centuries. */
const NEAR = 31 * 24 * 3600;

function timeToCome({ period, readAt }: Delivery): string[] {
  if (period === undefined || readAt === undefined || period.end < readAt + NEAR) return [];
  const day = timestamp(Math.floor(period.end)).slice(0, 'YYYY-MM-DD'.length);
  return [
    `the last event is of ${day}, which is still to come: times may be in another unit, or another order of day and month`,
  ];
}
