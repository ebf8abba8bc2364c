/** Seconds east of UTC at a local time, given as if it were UTC, in seconds since 1970. */
export type Zone = (local: number) => number;

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/i;
const QUARTER = 900;
const DAY = 86_400;
/** Offsets remembered. Stops a file with every minute of history in it from filling memory. */
const MOST_REMEMBERED = 100_000;

/** `UTC`, `Z`, `+01:00`, `Europe/Berlin`; undefined where it is none of these. */
export function zoneOf(text: string): Zone | undefined {
  if (/^(?:UTC|GMT|Z)$/i.test(text)) return () => 0;
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (hours !== undefined) {
    const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
    return seconds > 86_400 ? undefined : () => (sign === '-' ? -seconds : seconds);
  }
  return /^[A-Za-z]+[/\w+-]*$/.test(text) ? namedZone(text) : undefined;
}

/** Offsets of a place change by the quarter of an hour at the finest. */
function namedZone(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return undefined;
  }
  const at = (time: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(time * 1000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute) / 1000 - Math.floor(time / 60) * 60;
  };
  const remembered = new Map<number, number>();
  return (local) => {
    const quarter = Math.floor(local / QUARTER);
    const known = remembered.get(quarter);
    if (known !== undefined) return known;
    const offset = localOffset(quarter * QUARTER, at);
    if (remembered.size < MOST_REMEMBERED) remembered.set(quarter, offset);
    return offset;
  };
}

/**
 * Where clocks are put back an hour comes twice, and the first is meant; where they are put forward one is missing, and is
 * told as if they had not been (ECMA-262, LocalTime, does the same).
 */
function localOffset(local: number, at: (time: number) => number): number {
  const [before, after] = [at(local - DAY), at(local + DAY)];
  return before === after || at(local - before) === before || at(local - after) !== after ? before : after;
}
