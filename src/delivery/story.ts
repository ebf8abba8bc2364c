import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import { advice } from '../replies/advice.ts';
import { eventBody } from '../logs/event-text.ts';
import { eventRow } from './event-row.ts';
import type { Told } from './tally.ts';

/** All that is told of some messages. */
export interface Story {
  /** What was asked for. */
  readonly wanted: string;
  /** In the order things happened. */
  readonly steps: readonly Step[];
  /** Steps that were too many to keep. */
  readonly omitted: number;
}

/** An event as `--format jsonl` prints it, and what to do about it. */
export type Step = Readonly<Record<string, unknown>> & { readonly advice?: string };

export interface StoryTeller {
  add(told: Told): void;
  /** What a mail tells of an event that a log has told: part of the story, and marked. */
  addAgain(event: MailEvent): void;
  story(): Story;
}

/** An address may have got a newsletter a day for years. */
const MOST_STEPS = 2000;

/**
 * The story of what has this id (of message, queue or service, with or without angle brackets) or address, as recipient
 * or as sender, on the envelope or in the From line.
 */
export function storyTeller(wanted: string): StoryTeller {
  const id = wanted.replace(/^<(.*)>$/, '$1');
  const address = id.includes('@') ? id.toLowerCase() : undefined;
  const steps: { readonly time: number; readonly step: Step }[] = [];
  let omitted = 0;
  const keep = (event: MailEvent, stepOf: () => Step): void => {
    if (!isAbout(event, id, address)) return;
    if (steps.length < MOST_STEPS) steps.push({ time: event.time, step: stepOf() });
    else omitted += 1;
  };
  return {
    add(told) {
      const { event, reason } = told;
      keep(event, () => {
        const row = owned(eventRow(told)) as Step;
        return reason === undefined ? row : { ...row, advice: advice[reason.class].advice };
      });
    },
    addAgain(event) {
      keep(event, () => ({ ...owned(eventBody(event)), toldAgain: true }));
    },
    story: () => ({ wanted, steps: steps.toSorted((a, b) => a.time - b.time).map(({ step }) => step), omitted }),
  };
}

function isAbout(event: MailEvent, id: string, address: string | undefined): boolean {
  const { ids, recipient, envelopeFrom, from } = event;
  if (ids.queue === id || ids.message === id || ids.esp === id || isAnswered(event, id)) return true;
  if (address === undefined) return false;
  return isAddress(recipient, address) || isAddress(envelopeFrom, address) || isAddress(from, address);
}

/** SendGrid answers X-Message-Id to who hands a message in, and in events puts a dot and more behind it. */
const isAnswered = ({ source, ids: { esp } }: MailEvent, id: string): boolean =>
  esp !== undefined && source.startsWith('sendgrid') && esp.startsWith(id) && esp.charAt(id.length) === '.';

/** Compared without case: few mailboxes tell `Anna@` from `anna@`, and people type what they see. */
const isAddress = (one: string | undefined, wanted: string): boolean =>
  one !== undefined && one.length === wanted.length && one.toLowerCase() === wanted;

/** A copy that keeps nothing of the chunk its strings were cut from. */
function owned<T>(value: T): T {
  if (typeof value === 'string') return ownCopy(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => owned(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, owned(item as unknown)])) as T;
}
