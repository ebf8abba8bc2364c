import { timestamp } from '../core/format.ts';
import type { Counts, Delivery, DeliveryPart, DeliverySection, ReasonCount, TimelineHour } from './delivery.ts';
import type { Spike } from './spikes.ts';

/** Shapes of the JSON document and of the tables, from what was counted. */
export function countsBody({ reasons, ...counts }: Counts): Record<string, unknown> {
  return { ...counts, reasons: reasons.map((reason) => reasonBody(reason)) };
}

const reasonBody = ({ firstSeen, lastSeen, ...rest }: ReasonCount): object => ({
  ...rest,
  firstSeen: timestamp(Math.floor(firstSeen)),
  lastSeen: timestamp(Math.floor(lastSeen)),
});

const spikeBody = ({ begin, end, ...rest }: Spike): object => ({
  begin: timestamp(begin),
  end: timestamp(end),
  ...rest,
});

export const timelineBody = (timeline: readonly TimelineHour[]): object[] =>
  timeline.map(({ begin, ...rest }) => ({ hour: timestamp(begin), ...rest }));

/** A stream with its mailbox providers, or whatever else things are grouped by. */
export function sectionBody(section: DeliverySection): object {
  // Two of them are worked out from what stands in the document: for the checks.
  const {
    label,
    stream,
    messages,
    acceptanceTold,
    parts,
    spikes,
    timeline,
    standouts: _,
    complaintDays: __,
    ...counts
  } = section;
  return {
    ...(stream === undefined ? label : stream),
    messages,
    acceptanceTold,
    ...countsBody(counts),
    providers: parts.map((part) => partBody(part)),
    timeline: timelineBody(timeline),
    spikes: spikes.map((spike) => spikeBody(spike)),
  };
}

function partBody({ label, isKnown, spikes, ...counts }: DeliveryPart): object {
  return {
    provider: label.id,
    name: label.name,
    known: isKnown,
    ...countsBody(counts),
    spikes: spikes.map((spike) => spikeBody(spike)),
  };
}

/** A row for each group: the first column, what it is split by, and its figures side by side. */
export function* groupRows({ sections }: Delivery): Generator<Record<string, unknown>> {
  for (const section of sections) {
    const name = { group: section.label.id, name: section.label.name };
    const { acceptanceTold } = section;
    if (section.parts.length === 0) yield { ...name, ...figures(section), acceptanceTold };
    for (const part of section.parts)
      yield { ...name, provider: part.label.id, providerName: part.label.name, ...figures(part), acceptanceTold };
  }
}

function figures(counts: Counts): Record<string, unknown> {
  const { deferred, bouncedAs, opened, clickedBy, delay, tls, reasons } = counts;
  const [top] = reasons;
  return {
    attempted: counts.attempted,
    accepted: counts.accepted,
    deferred: deferred.messages,
    deferrals: deferred.attempts,
    bounced: counts.bounced,
    bouncedHard: bouncedAs.hard,
    bouncedSoft: bouncedAs.soft,
    bouncedBlock: bouncedAs.block,
    expired: counts.expired,
    dropped: counts.dropped,
    handedOver: counts.handedOver,
    local: counts.local,
    queued: counts.queued,
    complained: counts.complained,
    openedHuman: opened.human,
    openedMachine: opened.machine,
    openedUnknown: opened.unknown,
    clickedHuman: clickedBy.human,
    clickedMachine: clickedBy.machine,
    clickedUnknown: clickedBy.unknown,
    unsubscribed: counts.unsubscribed,
    p50: delay?.p50,
    p90: delay?.p90,
    p99: delay?.p99,
    tlsEncrypted: tls.encrypted,
    tlsPlain: tls.plain,
    tlsUnknown: tls.unknown,
    topReason: top?.class,
    topReasonCount: top?.count,
    topReasonText: top?.text,
  };
}

export function* reasonRows({ sections }: Delivery): Generator<Record<string, unknown>> {
  for (const { label, parts, reasons } of sections) {
    const name = { group: label.id, name: label.name };
    if (parts.length === 0) for (const reason of reasons) yield { ...name, ...reasonBody(reason) };
    for (const part of parts)
      for (const reason of part.reasons) yield { ...name, provider: part.label.id, ...reasonBody(reason) };
  }
}

export function* timelineRows({ sections }: Delivery): Generator<Record<string, unknown>> {
  for (const { label, timeline } of sections)
    for (const hour of timelineBody(timeline)) yield { group: label.id, name: label.name, ...hour };
}
