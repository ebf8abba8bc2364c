import { type Condition, type IntakeItem, failedInput } from './document.ts';
import type { Budget } from './limits.ts';
import type { Pieces } from './pieces.ts';
import { type Claim, claimOf } from './report-name.ts';

/** Where bytes come from, and what they may still cost. */
export interface Place {
  readonly path: string;
  /** The file itself, where the bytes are its own: archives are read from there, not from memory. */
  readonly file?: string;
  /** Archives, mailboxes and mails around it. */
  readonly depth: number;
  readonly budget: Budget;
  readonly condition: Condition;
  /** Set within a mail, where most things are no reports, and nobody said they were. */
  readonly mail?: InMail;
  readonly unpack: Unpack;
  /** Pieces of mails that were met so far, here and elsewhere. */
  readonly pieces: Pieces<Place>;
}

export interface InMail {
  /** What name and type say that it is. */
  readonly claim: Claim;
  /** The charset its part declares, for text that says nothing itself. */
  readonly charset?: string;
}

/** What reads what lies within: handed down, since archives, mailboxes and mails lie within each other. */
export interface Unpack {
  whole(bytes: Uint8Array, place: Place): AsyncGenerator<IntakeItem>;
  stream(chunks: AsyncIterable<Uint8Array>, place: Place): AsyncGenerator<IntakeItem>;
  /** Content that is a mail because it lies where a mail must be. */
  mail(content: Uint8Array | AsyncIterable<Uint8Array>, place: Place): AsyncGenerator<IntakeItem>;
}

/** Within one more layer of packing, and no longer a file of its own. */
export function deeper(place: Place): Place {
  const { path, depth, budget, condition, unpack, pieces, mail } = place;
  // That an archive is what it says was all its name could promise.
  const within = mail?.claim === 'archive' ? { ...mail, claim: 'none' as const } : mail;
  return {
    path,
    depth: depth + 1,
    budget,
    condition,
    unpack,
    pieces,
    ...(within === undefined ? {} : { mail: within }),
  };
}

/** A member of an archive, with a condition of its own. */
export function member(place: Place, name: string, condition: Condition = { repairs: [] }): Place {
  const { mail, ...within } = deeper(place);
  const path = `${place.path} › ${name}`;
  return { ...within, path, condition, ...(mail === undefined ? {} : { mail: { claim: claimOf(name, '') } }) };
}

export const nestingFault = (place: Place): string | undefined =>
  place.depth > place.budget.limits.nesting
    ? `archives and mails nested more than ${place.budget.limits.nesting} deep, the limit`
    : undefined;

/** What is no report. Beside a report in a mail that is as it should be, unless it says that it is one. */
export function stray(place: Place, looksLike: string, kind: 'text' | 'binary'): IntakeItem | undefined {
  const { mail, condition } = place;
  // What breaks off before anybody can tell what it is.
  if (condition.broken !== undefined) return failedInput(place.path, condition.broken);
  const failed = mail === undefined || mail.claim === 'report' || (mail.claim !== 'none' && kind === 'binary');
  return failed ? failedInput(place.path, `no report: looks like ${looksLike}`) : undefined;
}
