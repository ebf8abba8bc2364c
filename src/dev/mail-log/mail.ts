import type { Machine } from './machine.ts';
import type { TrueEvent } from './story.ts';

/** A message in a queue. */
export interface Mail {
  readonly machine: Machine;
  /** What all its events have in common. */
  readonly base: Omit<TrueEvent, 'kind' | 'time'>;
  /** Seconds since 1970. */
  readonly arrived: number;
}
