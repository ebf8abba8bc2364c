import type { MailEvent } from './event.ts';
import type { Assumptions } from './format.ts';

/** When something happened, as far as the source tells. */
export interface Moment {
  /** Seconds since 1970, UTC. */
  readonly time: number;
  readonly assumed?: NonNullable<MailEvent['timeAssumed']>;
}

/** Seconds of the years 1990 and 2100: what lies outside is no time of a mail, and a date far outside cannot be printed. */
const EARLIEST = 631_152_000;
const LATEST = 4_102_444_800;
/** As seconds the year 5138, as milliseconds 1973: which of the two a number means shows by its size. */
const MILLISECONDS_FROM = 100_000_000_000;

/** A Unix time, in seconds or in milliseconds: services write the one and document the other. */
export function epochMoment(value: number | undefined): Moment | undefined {
  if (value === undefined) return undefined;
  return usable(value >= MILLISECONDS_FROM ? value / 1000 : value);
}

/** RFC 3339, and what databases make of it: a blank for the T, no colon or no minutes in the zone, no zone. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(?: ?(?:(Z|UTC)|([+-]\d\d)(?::?(\d\d))?))?$/;

export function dateMoment(text: string | undefined, { zone }: Assumptions): Moment | undefined {
  const match = text === undefined ? null : DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, date, time, fraction = '0', utc, hours, minutes = '00'] = match;
  const isZoned = utc !== undefined || hours !== undefined;
  const milliseconds = Date.parse(`${date}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  // 31 February is the 3rd of March to Date.parse.
  if (Number.isNaN(milliseconds) || !isDayOfMonth(date)) return undefined;
  const moment = usable(milliseconds / 1000 + Number(`0.${fraction}`) - (isZoned ? 0 : (zone ?? 0) * 60));
  return moment === undefined || isZoned || zone !== undefined ? moment : { ...moment, assumed: 'zone' };
}

function isDayOfMonth(date = ''): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
}

const usable = (time: number): Moment | undefined => (time >= EARLIEST && time < LATEST ? { time } : undefined);
