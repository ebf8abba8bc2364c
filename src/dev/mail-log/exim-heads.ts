import { printed, STAMP_FORMS, type StampForm } from './stamps.ts';

/** What stands before the text of a line, and how much of its time is left in it. */
export interface EximHead {
  readonly name: string;
  /** Digits of the second's fraction. */
  readonly fraction: number;
  /** The line, or the pieces that syslog makes of it. */
  readonly lines: (time: number, host: string, pid: number, text: string) => string[];
  readonly namesHost: boolean;
}

const own = (zone: number, fraction: number, shown: string): StampForm => ({
  name: '',
  zone,
  fraction,
  print: (date, micros) =>
    `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction === 0 ? '' : `.${String(Math.floor(micros / 1000)).padStart(3, '0')}`}${shown}`,
});
const PLAIN = own(0, 0, '');
const ZONED = own(60, 0, ' +0100');
const FINE = own(60, 3, ' +0100');
const [CLASSIC, RFC_3339] = STAMP_FORMS;
/** Characters syslog takes at once here; Exim's own limit is 870. */
const PIECE = 120;

function pieces(text: string): string[] {
  if (text.length <= PIECE) return [text];
  const count = Math.ceil(text.length / PIECE);
  return Array.from(
    { length: count },
    (_, index) => `[${index + 1}/${count}] ${text.slice(index * PIECE, (index + 1) * PIECE)}`,
  );
}

function stampedBy(form: StampForm | undefined, time: number): string {
  if (form === undefined) throw new RangeError('no such stamp');
  return printed(form, time);
}

export const EXIM_HEADS: readonly EximHead[] = [
  {
    name: 'main log',
    fraction: 0,
    namesHost: false,
    lines: (time, _, __, text) => [`${printed(PLAIN, time)} ${text}`],
  },
  {
    name: 'with a zone',
    fraction: 0,
    namesHost: false,
    lines: (time, _, __, text) => [`${printed(ZONED, time)} ${text}`],
  },
  {
    name: 'with milliseconds, zone and process',
    fraction: 3,
    namesHost: false,
    lines: (time, _, pid, text) => [`${printed(FINE, time)} [${pid}] ${text}`],
  },
  {
    name: 'syslog, split, with Exim’s own stamp',
    fraction: 0,
    namesHost: true,
    lines: (time, host, pid, text) =>
      pieces(`${printed(PLAIN, time)} ${text}`).map(
        (piece) => `${stampedBy(CLASSIC, time)} ${host} exim[${pid}]: ${piece}`,
      ),
  },
  {
    name: 'syslog of RFC 3339, split, without Exim’s own stamp',
    fraction: 6,
    namesHost: true,
    lines: (time, host, pid, text) =>
      pieces(text).map((piece) => `${stampedBy(RFC_3339, time)} ${host} exim4[${pid}]: ${piece}`),
  },
];
