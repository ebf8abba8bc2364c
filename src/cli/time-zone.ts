import { UserError } from '../core/errors.ts';
import { zoneOf } from '../logs/zone.ts';

/** `+01:00`, `-0500`, `UTC`, `Europe/Rome`, as typed. Throws a UserError for what is no time zone. */
export function timeZoneOption(typed: string): string {
  const zone = typed.trim();
  if (zoneOf(zone) !== undefined) return zone;
  throw new UserError(
    `--timezone: \`${typed}\` is no time zone`,
    'it is a place, or hours and minutes east of UTC',
    '--timezone Europe/Rome, --timezone +01:00',
  );
}
