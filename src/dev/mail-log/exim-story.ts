import type { EximHead } from './exim-heads.ts';
import type { TrueEvent } from './story.ts';

/** What a log is to look like. */
export interface EximStory {
  readonly seed: string;
  /** Seconds since 1970. */
  readonly begin: number;
  readonly messages: number;
  /** Seconds between two messages, on the average. */
  readonly spacing: number;
  readonly head: EximHead;
  /** 16 characters, and since 4.97 23. */
  readonly ids: 'short' | 'long';
  /** Host and address among the fields, or within the message as before 4.88. */
  readonly failures: 'fields' | 'message';
  /** log_selector queue_time, deliver_time and sender_on_delivery. */
  readonly selectors: boolean;
}

/** What a reader must make of a line. */
export interface TrueEximEvent extends Partial<Omit<TrueEvent, 'kind' | 'time' | 'queue'>> {
  readonly kind: TrueEvent['kind'] | 'dropped';
  readonly time: number;
  readonly queue: string;
  readonly user?: string;
  readonly command?: string;
}
export interface EximLogLine {
  readonly text: string;
  readonly events: readonly TrueEximEvent[];
}
