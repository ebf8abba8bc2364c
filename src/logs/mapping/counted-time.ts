import { DAY_SECONDS } from '../../core/day.ts';
import type { TimeReader } from './cell-time.ts';

const counted =
  (pattern: RegExp, unit: number): TimeReader =>
  (text) =>
    pattern.test(text) ? { seconds: Number(text) / unit, isZoned: true } : undefined;

/** Seconds since 1970; a year of five digits, or of 1973, is no time of a mail. */
export const readEpoch = counted(/^\d{9,11}(?:\.\d+)?$/, 1);
/** Of today they have thirteen digits: fourteen are year, month, day, hour, minute and second. */
export const readEpochMs = counted(/^\d{12,13}(?:\.\d+)?$/, 1000);
export const readEpochUs = counted(/^\d{15,17}$/, 1e6);
/** Loki, and programs in Go. */
export const readEpochNs = counted(/^\d{19}$/, 1e9);

/** Days since 30 December 1899, as spreadsheets keep them and write them where the cell has no format; a comma too. */
const SERIAL = /^[345]\d{4}(?:[.,]\d+)?$/;
const SERIAL_1970 = 25_569;
export const readSerial: TimeReader = (text) => {
  if (!SERIAL.test(text)) return undefined;
  const days = Number(text.replace(',', '.')) - SERIAL_1970;
  return { seconds: Math.round(days * DAY_SECONDS * 1000) / 1000, isZoned: false };
};
/** `/Date(1794218400000+0100)/`, as .NET writes it in JSON: the offset says where it was, and shifts nothing. */
const NET_DATE = /^\/?Date\((\d{12,13})(?:[+-]\d{4})?\)\/?$/;
export const readNetDate: TimeReader = (text) => {
  const milliseconds = NET_DATE.exec(text)?.[1];
  return milliseconds === undefined ? undefined : { seconds: Number(milliseconds) / 1000, isZoned: true };
};
