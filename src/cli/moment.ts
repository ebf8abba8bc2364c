import { UserError } from '../core/errors.ts';
import type { Zone } from '../logs/zone.ts';

const AGO = /^(\d{1,4})([hdw])$/i;
const SECONDS = { h: 3600, d: 86_400, w: 7 * 86_400 } as const;
/** RFC 3339, as far as one cares to write it: a day alone, no seconds, a blank for the T, no zone. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}:?\d{2})?)?$/i;

export interface MomentOptions {
  readonly now: Date;
  /** Of moments that name none; UTC unless told. */
  readonly zone?: Zone | undefined;
}

/**
 * `6h`, `7d`, `2w` ago, `2026-10-01`, `2026-10-01T08:00+02:00`: seconds since 1970. Throws a UserError for anything else.
 */
export function momentOption(name: string, typed: string, { now, zone }: MomentOptions): number {
  const text = typed.trim();
  const [, amount, unit = ''] = AGO.exec(text) ?? [];
  if (amount !== undefined)
    return now.getTime() / 1000 - Number(amount) * SECONDS[unit.toLowerCase() as keyof typeof SECONDS];
  const [, day, minutes = '00:00', seconds = '00', offset] = MOMENT.exec(text) ?? [];
  if (day === undefined)
    throw new UserError(
      `${name}: \`${typed}\` is no time`,
      'it is written as 6h, 7d, 2w (ago), 2026-10-01 or 2026-10-01T08:00Z',
    );
  const time = secondsOf(day, minutes, seconds, offset);
  if (Number.isNaN(time)) throw new UserError(`${name}: there is no such time as \`${typed}\``);
  return offset === undefined ? time - (zone?.(time) ?? 0) : time;
}

/** NaN where there is no such day or time: `Date.parse` takes the 31st of February for one of March. */
function secondsOf(day: string, minutes: string, seconds: string, offset = 'Z'): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
  const zone = offset.toUpperCase().replace(/(\d{2})(\d{2})$/, '$1:$2');
  return exists ? Date.parse(`${day}T${minutes}:${seconds}${zone}`) / 1000 : Number.NaN;
}
