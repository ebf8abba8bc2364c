import { withAcceptance } from './acceptance.ts';
import { countsOf } from './counts.ts';
import { complaintDays } from './complaint-days.ts';
import type { Delivery, DeliveryPart, DeliverySection, TimelineHour } from './delivery.ts';
import { type Group, type Label, mergeGroup, newGroup } from './group.ts';
import type { Grouping } from './grouping.ts';
import type { Section } from './groups.ts';
import { addHours, hourBegins, hourOf, type Hours } from './hours.ts';
import type { EventReading } from './reading/read.ts';
import type { Reason } from './reasons.ts';
import { spikesIn } from './spikes.ts';
import { standoutsOf } from './standouts.ts';
import type { Counted } from './tally.ts';

/** What was read and counted, as one report. */
export function summarise(reading: EventReading, counted: Counted, grouping: Grouping): Delivery {
  const {
    groups,
    reasons,
    period,
    messages,
    duplicates,
    tlsVersions,
    smartHosts,
    timeAssumed,
    zoneAssumed,
    hoursLost,
    namesakes,
  } = counted;
  const lastHour = period === undefined ? 0 : hourOf(period.end);
  const whole = newGroup(0);
  const hours: Hours = new Map();
  const sections = [...groups.sections.values()].map((section) => {
    for (const group of section.groups.values()) mergeGroup(whole, group);
    addHours(hours, section.hours);
    return sectionOf(section, reasons.all, lastHour, grouping);
  });
  return withAcceptance({
    ...reading,
    by: grouping.name,
    title: grouping.title,
    messages,
    duplicates: duplicates + reading.toldAgain,
    totals: countsOf(whole, reasons.all),
    sections: sections.toSorted(
      (a, b) => (grouping.isTime ? 0 : sizeOf(b) - sizeOf(a)) || (a.label.id < b.label.id ? -1 : 1),
    ),
    timeline: timelineOf(hours),
    tlsVersions,
    smartHosts,
    namesakes,
    period,
    timeAssumed,
    zoneAssumed,
    folded: { groups: groups.folded(), hours: hoursLost },
  });
}

type SectionCounts = Omit<DeliverySection, 'acceptanceTold'>;

const sizeOf = ({ attempted, handedOver, local, dropped, messages }: SectionCounts): number =>
  attempted + handedOver + local + dropped + messages / 1e6;

function sectionOf(section: Section, reasons: readonly Reason[], lastHour: number, { name }: Grouping): SectionCounts {
  const whole = newGroup(0);
  for (const group of section.groups.values()) mergeGroup(whole, group);
  const parts = [...section.groups.values()]
    .flatMap((group) => (group.second === undefined ? [] : [partOf(group, group.second, reasons, lastHour)]))
    .toSorted((a, b) => partSize(b) - partSize(a) || (a.label.id < b.label.id ? -1 : 1));
  const spikes = spikesIn(section.hours, reasons, lastHour);
  return {
    label: section.label,
    ...(name === 'stream' ? { stream: section.stream } : {}),
    messages: section.messages,
    ...countsOf(whole, reasons),
    parts,
    timeline: timelineOf(section.hours),
    spikes,
    standouts: standoutsOf(spikes, parts),
    complaintDays: complaintDays(section.complaints, section.hours),
  };
}

const partSize = ({
  attempted,
  handedOver,
  local,
  dropped,
  opened: { human, machine, unknown },
}: DeliveryPart): number => attempted + handedOver + local + dropped + (human + machine + unknown) / 1e6;

const partOf = (group: Group, label: Label, reasons: readonly Reason[], lastHour: number): DeliveryPart => ({
  label,
  isKnown: group.hours !== undefined,
  ...countsOf(group, reasons),
  spikes: group.hours === undefined ? [] : spikesIn(group.hours, reasons, lastHour),
});

/** Hours in their order, those without an event left out. */
function timelineOf(hours: Hours): TimelineHour[] {
  let queued = 0;
  return [...hours]
    .toSorted(([a], [b]) => a - b)
    .map(([number, hour]) => {
      queued += hour.queued;
      const { attempts, accepted, deferrals, bounced } = hour;
      return { begin: hourBegins(number), attempts, accepted, deferrals, bounced, queued };
    });
}
