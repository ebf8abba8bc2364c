import { NAMED_FORMATS, timeReader } from '../logs/mapping/time-format.ts';
import { zoneOf } from '../logs/zone.ts';
import { closest } from '../protocols/edit-distance.ts';
import type { Shape } from './config/shape.ts';

const timeFault = (format: string): string | undefined =>
  timeReader(format) === undefined
    ? `is no format of a time${likelyFormat(format)}; there are ${Object.keys(NAMED_FORMATS).join(', ')}, and patterns of YYYY MM DD hh mm ss, MMM for Nov, A for AM and PM, Z for a zone`
    : undefined;

/** `%d.%m.%Y`, `dd.MM.yyyy HH:mm`: as other programs write a format. */
function likelyFormat(format: string): string {
  const own = format
    .replaceAll(/%([a-zA-Z])/g, (all, letter: string) => STRFTIME[letter] ?? all)
    .replaceAll(/y+/g, (years) => (years.length === 2 ? 'YY' : 'YYYY'))
    .replaceAll('d', 'D')
    .replaceAll(/[aX]$/g, (letter) => (letter === 'a' ? 'A' : 'Z'))
    .replaceAll(/(?<=ss)[.,]?S+/g, '')
    .replaceAll("'T'", 'T');
  return own !== format && timeReader(own) !== undefined ? `, but \`${own}\` is one` : '';
}
const STRFTIME: Readonly<Record<string, string>> = {
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  d: 'DD',
  e: 'DD',
  b: 'MMM',
  B: 'MMM',
  H: 'hh',
  k: 'hh',
  I: 'hh',
  l: 'hh',
  M: 'mm',
  S: 'ss',
  p: 'A',
  z: 'Z',
  F: 'YYYY-MM-DD',
  T: 'hh:mm:ss',
  R: 'hh:mm',
};

/** What makes a pattern one, said to an editor: each part once, year, month and day among them. */
const FORMAT_SCHEMA = {
  anyOf: [
    { enum: Object.keys(NAMED_FORMATS) },
    {
      pattern: [
        '^',
        ...['Y', 'M', 'D'].map((part) => `(?=[^]*${part})`),
        ...['Y', 'M', 'D', 'm', 's', 'A', 'Z'].map((part) => `(?![^]*${part}[^${part}]+${part})`),
        '(?![^]*[hH][^hH]+[hH])(?![^]*(?:hH|Hh|AA|ZZ))',
        '(?:',
        ...['YYYY', 'YY', 'MMM', 'MM', 'M', 'DD', 'D', 'hh', 'h', 'HH', 'H', 'mm', 'm', 'ss', 's', 'A', 'Z'].map(
          (token) => `${token}(?!${token.charAt(0)})|`,
        ),
        'T|[^A-Za-z])+$',
      ].join(''),
    },
  ],
};
/** Which names are places only the machine's own list tells. */
const ZONE_SCHEMA = {
  pattern: String.raw`^(?:(?:[Uu][Tt][Cc]|[Gg][Mm][Tt])?[+\-](?:(?:[01]?\d|2[0-2])(?::?\d\d)?|23(?::?(?:[0-5]\d|60))?|24(?::?00)?)|(?!(?:[Uu][Tt][Cc]|[Gg][Mm][Tt])[+\-])[A-Za-z]+[/\w+\-]*)$`,
};
const zoneFault = (text: string): string | undefined => {
  if (zoneOf(text) !== undefined) return undefined;
  const likely = closest(text, Intl.supportedValuesOf('timeZone'), Math.max(1, Math.floor(text.length / 4)));
  return `is no zone${likely === undefined ? ';' : `; did you mean \`${likely}\`?`} one is UTC, +01:00 or Europe/Berlin`;
};

/** How the times of a mapping are written. */
export const TIME_FORMAT: Shape = {
  kind: 'text',
  about: `${Object.keys(NAMED_FORMATS).join(', ')}, or a pattern; by default whatever is unmistakable`,
  fault: timeFault,
  schema: FORMAT_SCHEMA,
  example: 'DD.MM.YYYY hh:mm:ss',
};

export const TIME_ZONE: Shape = {
  kind: 'text',
  about: 'the zone of times that have none; by default as --timezone, or UTC',
  fault: zoneFault,
  schema: ZONE_SCHEMA,
  example: 'Europe/Berlin',
};
