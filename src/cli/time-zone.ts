import { UserError } from '../core/errors.ts';

const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;
/** No place on earth is further away. */
const MOST_MINUTES = 14 * 60;

/** Minutes east of UTC of a fixed offset: `+01:00`, `-0500`, `UTC`, `Z`. Throws a UserError for anything else. */
export function timeZoneOption(typed: string): number {
  if (/^(?:utc|gmt|z)$/i.test(typed)) return 0;
  const [, sign, hours, minutes] = OFFSET.exec(typed) ?? [];
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (sign === undefined || Number(minutes) > 59 || Math.abs(east) > MOST_MINUTES)
    throw new UserError(`\`${typed}\` is no time zone`, 'it is written as +01:00 or UTC');
  return east;
}
