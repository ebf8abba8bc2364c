import type { Reference } from '../core/check.ts';

/** One demand of a mailbox provider, or of good practice, and the checks that tell whether it is met. */
export interface Demand {
  /** A noun phrase, unique in the profile: `authenticated-by-both`. */
  readonly id: string;
  /** What is demanded, in our words, as a sentence without full stop. */
  readonly text: string;
  /**
   * The official page. Where only others were read who tell of it, the label says `second-hand`; where the copy that was
   * read bears no date, `undated`.
   */
  readonly source: Reference;
  /** Month of the text that was read, as YYYY-MM; that of the reading where the text bears no date. */
  readonly checked: string;
  /**
   * Checks, or codes of findings, that speak against it: a check id, or a family, stands for its warnings and errors;
   * the code of a finding counts whatever its level. Empty where no check could tell.
   */
  readonly against: readonly string[];
  /** The least DMARC policy that has to be in force. Most checks take no policy above `none` for a fault. */
  readonly policy?: 'quarantine' | 'reject';
  /**
   * Checks that must have had something to judge before it can be met: without a sending address, the PTR records of MX
   * hosts alone do not meet it.
   */
  readonly decisive?: readonly string[];
  /** Checks that must find what they judge: where one is not applicable, as without a record, it is not met. */
  readonly required?: readonly string[];
  /** What DNS, or this run, cannot tell about it, as a phrase: `the spam rate shows in Postmaster Tools`. */
  readonly unknowable?: string;
}

/** Who demands it, and when that was read. */
export type Origin = Pick<Demand, 'source' | 'checked'>;

/** Named demands: data over check codes. */
export interface Profile {
  readonly id: string;
  /** `Gmail, bulk senders`. */
  readonly name: string;
  /** To whom it applies, as a phrase. */
  readonly about: string;
  readonly demands: readonly Demand[];
}

/** What a profile file exports by default. */
export const defineProfile = (profile: Profile): Profile => profile;
