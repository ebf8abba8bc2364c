import type { EventKind } from '../../../logs/event.ts';
import { wholeBelow, type Random } from '../../world/random.ts';
import type { Receiver } from '../replies.ts';

/** A message to one recipient, as a service holds it. */
export interface Sent {
  /** Of the service's own. */
  readonly id: string;
  readonly recipient: string;
  readonly receiver: Receiver;
  readonly campaign: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** What happens to it. */
export interface Happening {
  readonly kind: EventKind;
  readonly time: number;
  /** Attempts so far, this one too. */
  readonly attempt: number;
  readonly reply?: { readonly code: number; readonly enhanced: string; readonly said: string };
  readonly machine?: boolean;
}

/** A sending service: what it tells, and in what words. */
export interface EventService {
  readonly tells: ReadonlySet<EventKind>;
  /** Whether it says of an open who it was. */
  readonly tellsMachines: boolean;
  write(sent: Sent, happening: Happening, random: Random): object;
}

/** So many hexadecimal digits, eight at a time. */
export function hex(random: Random, length: number): string {
  let text = '';
  while (text.length < length)
    text += wholeBelow(random, 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return text.slice(0, length);
}

/** `2026-11-09T10:00:00.000Z` */
export const isoTime = (time: number): string => new Date(Math.round(time * 1000)).toISOString();

export const AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
export const linkOf = ({ campaign, id }: Sent): string =>
  `https://shop.example/${campaign}?utm_source=mail&utm_campaign=${campaign}&m=${id.slice(0, 12)}`;
