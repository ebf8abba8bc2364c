import { UserError } from '../core/errors.ts';
import { sinceOption } from './since.ts';

/** RFC 3339, as far as one cares to write it: no seconds, a blank for the T, no zone for UTC. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/i;

/** `7d`, `2w`, `2026-10-01`, `2026-10-01T08:00+02:00`: seconds since 1970. Throws a UserError for anything else. */
export function momentOption(name: string, typed: string, now: Date): number {
  const [, day, minutes, seconds = '00', zone = 'Z'] = MOMENT.exec(typed.trim()) ?? [];
  if (day === undefined) return sinceOption(typed, now).getTime() / 1000;
  const time = Date.parse(`${day}T${minutes}:${seconds}${zone.toUpperCase()}`);
  if (Number.isNaN(time))
    throw new UserError(`${name}: there is no such time as \`${typed}\``, 'it is written as 2026-10-01T08:00Z');
  return time / 1000;
}
