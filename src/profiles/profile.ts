import type { Reference } from '../core/check.ts';

/** One demand of a mailbox provider, or of good practice, and the checks that tell whether it is met. */
export interface Demand {
  /** A noun phrase, unique in the profile: `authenticated-by-both`. */
  readonly id: string;
  /** What is demanded, as a sentence without full stop. */
  readonly text: string;
  readonly source: Reference;
  /** When somebody here last read the source, as YYYY-MM. */
  readonly checked: string;
  /**
   * Checks, or codes of findings, that speak against it: a check id stands for any of its findings at `level` or above.
   * Empty where no DNS record could tell.
   */
  readonly against: readonly string[];
  /** Findings of checks named in `against` that are less grave do not count; `warning` unless it says so. */
  readonly level?: 'error' | 'warning' | 'note';
  /** What DNS, or this run, cannot tell about it, as a phrase: `the spam rate shows in Postmaster Tools`. */
  readonly unknowable?: string;
}

/** Named demands: data over check codes. */
export interface Profile {
  readonly id: string;
  /** `Gmail, bulk senders`. */
  readonly name: string;
  /** To whom it applies, as a sentence. */
  readonly about: string;
  readonly demands: readonly Demand[];
}

/** What a profile file exports by default. */
export const defineProfile = (profile: Profile): Profile => profile;
