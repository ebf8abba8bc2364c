import { textOf, type Random } from '../world/random.ts';
import type { EximHead } from './exim-heads.ts';
import type { EximStory } from './exim-story.ts';

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export const idOf = ({ ids }: EximStory, random: Random): string =>
  ids === 'short'
    ? `1${textOf(random, BASE62, 5)}-${textOf(random, BASE62, 6)}-${textOf(random, BASE62, 2)}`
    : `1${textOf(random, BASE62, 5)}-${textOf(random, BASE62, 11)}-${textOf(random, BASE62, 4)}`;

/** A time as the stamp keeps it. */
export function kept({ fraction }: EximHead, time: number): number {
  const unit = 10 ** (6 - fraction);
  return (Math.floor(Math.round(time * 1e6) / unit) * unit) / 1e6;
}

/** Seconds between what two stamps keep of their times: what a reader makes of them where no QT= is logged. */
export const between = (head: EximHead, from: number, to: number): number =>
  Math.round((kept(head, to) - kept(head, from)) * 1000) / 1000;

/** As Exim prints a difference of times: below five seconds with its fraction, where that is logged at all. */
export function durationText(seconds: number): { readonly text: string; readonly seconds: number } {
  if (seconds < 5) {
    const text = (Math.floor(seconds * 1000) / 1000).toFixed(3);
    return { text: `${text}s`, seconds: Number(text) };
  }
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ] as const;
  return { text: parts.map(([value, unit]) => (value === 0 ? '' : `${value}${unit}`)).join(''), seconds: whole };
}
