import { MONTHS } from '../../core/months.ts';

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** How a machine's syslog stamps its lines. */
export interface StampForm {
  readonly name: string;
  /** Minutes east of UTC that its clock shows. */
  readonly zone: number;
  /** Digits of the second's fraction that it keeps. */
  readonly fraction: number;
  readonly print: (local: Date, micros: number) => string;
}

const classic = (date: Date): string =>
  `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)}`;

/** RFC 3164, RFC 3339 as Debian 12 writes it, and three of people's own templates. */
export const STAMP_FORMS: readonly StampForm[] = [
  { name: 'classic', zone: 0, fraction: 0, print: (date) => classic(date) },
  {
    name: 'RFC 3339',
    zone: 60,
    fraction: 6,
    print: (date, micros) => `${date.toISOString().slice(0, 19)}.${pad(micros, 6)}+01:00`,
  },
  { name: 'RFC 3339 without a fraction', zone: 0, fraction: 0, print: (date) => `${date.toISOString().slice(0, 19)}Z` },
  {
    name: 'year first',
    zone: 0,
    fraction: 3,
    print: (date, micros) => `${date.getUTCFullYear()} ${classic(date)}.${pad(Math.floor(micros / 1000), 3)}`,
  },
  {
    name: 'a blank for the T',
    zone: 0,
    fraction: 6,
    print: (date, micros) => `${date.toISOString().slice(0, 19).replace('T', ' ')}.${pad(micros, 6)}`,
  },
];

/** `time` in seconds since 1970. */
export function printed(form: StampForm, time: number): string {
  const micros = Math.round(time * 1e6);
  return form.print(new Date((Math.floor(micros / 1e6) + form.zone * 60) * 1000), micros % 1e6);
}

/** What is left of a time once it has been written down. */
export function kept(form: StampForm, time: number): number {
  const unit = 10 ** (6 - form.fraction);
  return (Math.floor(Math.round(time * 1e6) / unit) * unit) / 1e6;
}
