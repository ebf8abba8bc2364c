import type { ReplyClass, Severity } from '../replies/class.ts';
import { type Delays, newDelays } from './delays.ts';
import type { Hours } from './hours.ts';
import { OUTCOME, OUTCOMES, READERS } from './outcome.ts';

/** What a group is called: the id for machines, the name for people. */
export interface Label {
  readonly id: string;
  readonly name: string;
}

/** How long it took, of those recipients who were delivered to. */
export interface Times {
  /** From arrival to acceptance, seconds. */
  readonly delays: Delays;
  /** Seconds in all, where the source tells them apart. */
  readonly stages: { before: number; queue: number; connect: number; transmit: number };
}

/** All that is counted of one kind of mail: a stream at one mailbox provider, say. Recipients, unless a name says otherwise. */
export interface Group extends Times {
  /** From 1; 0 stands for none. */
  readonly number: number;
  /** What its section is split by; undefined where it is not. */
  readonly second: Label | undefined;
  /** Recipients by outcome, in the order of `OUTCOMES`. */
  readonly outcomes: Float64Array;
  /** Recipients that were deferred at least once. */
  deferred: number;
  /** Attempts that were deferred. */
  deferrals: number;
  /** Of what was handed over only: a filter on the same machine takes everything, and at once. */
  handedOver: Times | undefined;
  /** Acceptances by the number of the attempt that succeeded: the first, the second, …, the last for all beyond. */
  readonly attempts: Float64Array;
  readonly bounces: Map<ReplyClass, number>;
  readonly severities: Record<Severity, number>;
  complained: number;
  unsubscribed: number;
  autoReplies: number;
  /** By who it was, in the order of `READERS`. */
  readonly opened: Float64Array;
  readonly clicked: Float64Array;
  readonly tls: { encrypted: number; plain: number; unknown: number };
  /** Deferrals, bounces and what was given up, by the number of the reason. */
  readonly reasons: Map<number, number>;
  /** Where a spike is looked for. */
  readonly hours: Hours | undefined;
}

/** Attempts told apart; Postfix tries for five days, some forty times. */
const ATTEMPTS_TOLD = 10;

/** Where an acceptance counts that came at this attempt. */
const tryAt = (attempt: number): number => Math.min(Math.max(attempt, 1), ATTEMPTS_TOLD) - 1;

export function addTry({ attempts }: Group, attempt: number): void {
  const at = tryAt(attempt);
  attempts[at] = (attempts[at] ?? 0) + 1;
}

/** It was one attempt more than this. */
export function moveTry(group: Group, attempt: number): void {
  const at = tryAt(attempt);
  group.attempts[at] = (group.attempts[at] ?? 0) - 1;
  addTry(group, attempt + 1);
}

const newTimes = (): Times => ({
  delays: newDelays(),
  stages: { before: 0, queue: 0, connect: 0, transmit: 0 },
});

/** Of acceptances, or of what was handed over. */
export const timesOf = (group: Group, outcome: number): Times =>
  outcome === OUTCOME.handedOver ? (group.handedOver ??= newTimes()) : group;

export const newGroup = (number: number, second?: Label, hours?: Hours): Group => ({
  number,
  second,
  outcomes: new Float64Array(OUTCOMES.length),
  deferred: 0,
  deferrals: 0,
  handedOver: undefined,
  attempts: new Float64Array(ATTEMPTS_TOLD),
  bounces: new Map(),
  severities: { hard: 0, soft: 0, block: 0 },
  complained: 0,
  unsubscribed: 0,
  autoReplies: 0,
  opened: new Float64Array(READERS.length),
  clicked: new Float64Array(READERS.length),
  ...newTimes(),
  tls: { encrypted: 0, plain: 0, unknown: 0 },
  reasons: new Map(),
  hours,
});

/** Adds what one group counted to another. */
export function mergeGroup(into: Group, from: Group): void {
  addAll(into.outcomes, from.outcomes);
  addAll(into.attempts, from.attempts);
  addAll(into.opened, from.opened);
  addAll(into.clicked, from.clicked);
  into.deferred += from.deferred;
  into.deferrals += from.deferrals;
  into.complained += from.complained;
  into.unsubscribed += from.unsubscribed;
  into.autoReplies += from.autoReplies;
  addCounts(into.bounces, from.bounces);
  addCounts(into.reasons, from.reasons);
  for (const key of ['hard', 'soft', 'block'] as const) into.severities[key] += from.severities[key];
  for (const key of ['encrypted', 'plain', 'unknown'] as const) into.tls[key] += from.tls[key];
  mergeTimes(into, from);
  if (from.handedOver !== undefined) mergeTimes((into.handedOver ??= newTimes()), from.handedOver);
}

function mergeTimes(into: Times, from: Times): void {
  for (const key of ['before', 'queue', 'connect', 'transmit'] as const) into.stages[key] += from.stages[key];
  into.delays.merge(from.delays);
}

function addAll(into: Float64Array, from: Float64Array): void {
  for (const [at, value] of from.entries()) into[at] = (into[at] ?? 0) + value;
}

function addCounts<Key>(into: Map<Key, number>, from: ReadonlyMap<Key, number>): void {
  for (const [key, value] of from) into.set(key, (into.get(key) ?? 0) + value);
}
