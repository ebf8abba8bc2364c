import { period, timestamp } from './format.ts';

/** When something was first and last seen, in seconds since 1970; absent where no report says when. */
export interface Seen {
  readonly firstSeen?: number;
  readonly lastSeen?: number;
}

/** `1 – 30 Oct 2026`, for people. */
export const seenText = ({ firstSeen, lastSeen }: Seen): string =>
  firstSeen === undefined || lastSeen === undefined ? 'not told' : period(firstSeen, lastSeen);

/** The same object with its times in RFC 3339, for machines. */
export const withTimes = ({ firstSeen, lastSeen, ...rest }: Seen): object => ({
  ...rest,
  ...(firstSeen === undefined ? {} : { firstSeen: timestamp(firstSeen) }),
  ...(lastSeen === undefined ? {} : { lastSeen: timestamp(lastSeen) }),
});
