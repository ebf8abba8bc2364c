/**
 * What is enough to say "ready for p=reject", and what speaks against it. Each is a judgement; its reason stands beside it.
 */

/** Days with reports: a fortnight sees every weekly sender twice. A monthly invoice run may still be missing. */
export const FEWEST_DAYS = 14;

/** Messages of one's own: with fewer, one message more or less is a percent, and chance decides. */
export const FEWEST_MESSAGES = 100;

/**
 * Share of one's own messages that may be lost. One to five in a thousand signatures break on the way whatever a sender
 * does (gateways that rewrite, lines too long); what is above that comes from something that is not set up.
 */
export const MOST_LOST = 0.005;

/** Share of one's own and one's forwarded mail that forwarders may break: people there notice when it is more. */
export const MOST_FORWARDED_LOST = 0.01;

/** A stream with fewer messages, or seen on fewer days, is not known yet. */
export const FEWEST_IN_STREAM = 20;
export const FEWEST_DAYS_OF_STREAM = 7;

/** A share of one reporter above this: the period tells what that one receiver sees, and little of the others. */
export const MOST_OF_ONE_REPORTER = 0.9;

/** Days since the newest report: what was set up since is not in it. */
export const OLDEST_DAYS = 14;

/** The receivers that most people's mail goes to; each by a part of the name it reports under. */
export const LARGE_RECEIVERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Google', /google|gmail/i],
  ['Microsoft', /outlook|microsoft|hotmail/i],
  ['Yahoo', /yahoo|\baol\b/i],
];
