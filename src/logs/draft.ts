import type { Draft, EventKind, MailEvent } from './event.ts';

/**
 * An event of which only this much is known. All keys are there at once, and in one order for every source: adding them
 * later costs, and whoever counts events meets one shape of them instead of a hundred.
 */
export const newDraft = (
  source: string,
  kind: EventKind,
  time: number,
  timeAssumed: MailEvent['timeAssumed'],
): Draft => ({
  time,
  timeAssumed,
  kind,
  source,
  ids: NO_IDS,
  recipient: undefined,
  recipientDomain: '',
  from: undefined,
  envelopeFrom: undefined,
  size: undefined,
  sourceIp: undefined,
  relay: undefined,
  hop: undefined,
  mailboxProvider: undefined,
  delay: undefined,
  attempt: undefined,
  tls: undefined,
  code: undefined,
  enhancedCode: undefined,
  command: undefined,
  diagnostic: undefined,
  espClass: undefined,
  permanent: undefined,
  machine: undefined,
  url: undefined,
  dkim: undefined,
  tags: NO_TAGS,
});

const NO_IDS: MailEvent['ids'] = {};
/** Never changed: a source that has tags gives the event its own. */
export const NO_TAGS: MailEvent['tags'] = {};
