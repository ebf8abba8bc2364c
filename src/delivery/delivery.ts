import type { ReplyClass, Severity } from '../replies/class.ts';
import type { Stream } from '../streams/stream.ts';
import type { ComplaintDays } from './complaint-days.ts';
import type { Label } from './group.ts';
import type { GroupingName } from './choices.ts';
import type { EventReading } from './reading/read.ts';
import type { Spike } from './spikes.ts';
import type { Standout } from './standouts.ts';

/** What became of some mail. Counts are of recipients unless they say otherwise; times are seconds. */
export interface Counts {
  /** Everybody it was tried for: accepted, bounced, expired or still queued. Not what was kept back or handed over. */
  readonly attempted: number;
  /** Taken over by the recipient's own system. */
  readonly accepted: number;
  readonly deferred: { readonly messages: number; readonly attempts: number };
  readonly bounced: number;
  readonly bouncedBy: Readonly<Partial<Record<ReplyClass, number>>>;
  readonly bouncedAs: Readonly<Record<Severity, number>>;
  readonly expired: number;
  /** Kept back by the sending system: suppressed, discarded. */
  readonly dropped: number;
  /** Taken over by a filter or smart host on the way. */
  readonly handedOver: number;
  /** Delivered on the same machine. */
  readonly local: number;
  readonly complained: number;
  readonly opened: ByReader;
  /** By people, and by whom nobody tells; scanners follow every link. */
  readonly clicked: number;
  readonly clickedBy: ByReader;
  readonly unsubscribed: number;
  readonly autoReplies: number;
  /** Still waiting when the input ends. */
  readonly queued: number;
  /** Acceptances by the attempt that succeeded; the last stands for all beyond. */
  readonly attempts: readonly number[];
  /** To acceptance by the next system, never to the inbox. Absent where nothing tells it. */
  readonly delay?: DelayFigures;
  /** Accepted over TLS, without, or not told. */
  readonly tls: { readonly encrypted: number; readonly plain: number; readonly unknown: number };
  /** Why it was deferred, bounced or given up; most frequent first. */
  readonly reasons: readonly ReasonCount[];
}
export interface ByReader {
  readonly human: number;
  readonly machine: number;
  readonly unknown: number;
}
export interface DelayFigures {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  /** Deliveries it rests on. */
  readonly of: number;
  /** Of the whole time, 0 to 1; absent where the source does not tell them apart. */
  readonly share?: {
    readonly before: number;
    readonly queue: number;
    readonly connect: number;
    readonly transmit: number;
  };
}
export interface ReasonCount {
  readonly class: ReplyClass;
  readonly severity: Severity;
  readonly text: string;
  readonly code?: number;
  readonly enhancedCode?: string;
  readonly example: string;
  /** Deferrals, bounces and mail given up. */
  readonly count: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** One line of the first column, and what it is split by. */
export interface DeliverySection extends Counts {
  readonly label: Label;
  /** Where things are grouped by stream. */
  readonly stream?: Stream;
  /** Messages the sending system took in, where the source tells them. */
  readonly messages: number;
  /** Whether the source would tell what was accepted; otherwise shares of what was attempted mean nothing. */
  readonly acceptanceTold: boolean;
  readonly parts: readonly DeliveryPart[];
  readonly timeline: readonly TimelineHour[];
  readonly spikes: readonly Spike[];
  /** Its spikes and those of its parts, each told once. */
  readonly standouts: readonly Standout[];
  readonly complaintDays: readonly ComplaintDays[];
}
export interface DeliveryPart extends Counts {
  readonly label: Label;
  /** Whether it is mail to a mailbox provider of the catalogue. */
  readonly isKnown: boolean;
  readonly spikes: readonly Spike[];
}

/** Seconds since 1970 at which the hour begins, and what happened in it. */
export interface TimelineHour {
  readonly begin: number;
  readonly attempts: number;
  readonly accepted: number;
  readonly deferrals: number;
  readonly bounced: number;
  /** Recipients waiting at its end. */
  readonly queued: number;
}

/** A period's mail. It is the `delivery` fact, and what `logs` reports. */
export interface Delivery extends EventReading {
  readonly by: GroupingName;
  /** Title of the first column. */
  readonly title: string;
  readonly messages: number;
  readonly duplicates: number;
  readonly totals: Counts;
  /** Whether anything that was read tells what was accepted. */
  readonly acceptanceTold: boolean;
  /** Most recipients first. */
  readonly sections: readonly DeliverySection[];
  readonly timeline: readonly TimelineHour[];
  readonly tlsVersions: ReadonlyMap<string, number>;
  /** Relays that take mail for everybody: what they took was handed over. */
  readonly smartHosts: readonly string[];
  /** Streams whose events name no From domain, by id, and those they are counted with. */
  readonly namesakes: ReadonlyMap<string, Stream>;
  readonly period: { readonly begin: number; readonly end: number } | undefined;
  /** Of events that were not asked for, and do not count: the first and the last. */
  readonly outside?: { readonly begin: number; readonly end: number };
  /** Seconds since 1970: when it was read. */
  readonly readAt?: number;
  /** Events whose year or zone was assumed. */
  readonly timeAssumed: number;
  /** Those among them whose zone was. */
  readonly zoneAssumed: number;
  /** What was folded together because it was too much to be told apart. */
  readonly folded: { readonly groups: number; readonly hours: number };
}
