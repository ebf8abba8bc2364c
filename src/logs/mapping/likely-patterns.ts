/** Days as they are written, the likelier first. */
const DAYS = [
  'YYYY-MM-DD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'YYYY. MM. DD.',
  'YYYYMMDD',
  'DD MMM YYYY',
  'DD-MMM-YYYY',
  'DD. MMM YYYY',
  'DD. MM. YYYY',
  'MMM DD, YYYY',
  'MMM DD YYYY',
  'DD.MM.YY',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD-MM-YY',
  'DD-MMM-YY',
  'DD/MMM/YYYY',
  'DD/MMM/YY',
];
/** A point between hours and minutes is Italian, Danish and Finnish. */
const CLOCKS = ['hh:mm:ss', 'hh:mm', 'h:mm:ss A', 'h:mm A', 'hh.mm.ss', 'hh.mm', 'hh.mm.ss A'];
/** Of scripts, of spreadsheets, and of pages people copy from. */
const BETWEEN = [' ', ', ', ' - ', ' à '];

/** Patterns that are tried, to tell which one would do. */
export const LIKELY_PATTERNS: readonly string[] = [
  ...BETWEEN.flatMap((between) => DAYS.flatMap((day) => CLOCKS.map((clock) => `${day}${between}${clock}`))),
  ...CLOCKS.flatMap((clock) => [`${clock} DD/MM/YYYY`, `${clock} DD.MM.YYYY`, `${clock} MM/DD/YYYY`]),
  ...['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY. MM. DD.'].flatMap((day) =>
    ['A h:mm:ss', 'A h:mm', 'Ah:mm:ss', 'Ah:mm'].map((clock) => `${day} ${clock}`),
  ),
  'YYYY-MM-DD-hh.mm.ss',
  'YYYYMMDD hhmmss',
  'YYYYMMDD hhmm',
  'YYYY年M月D日 hh時mm分',
  'YYYY年M月D日 hh時mm分ss秒',
  'YYYY年M月D日 hh:mm:ss',
  'YYYY年M月D日 hh:mm',
  'YYYY年M月D日',
  ...DAYS,
];
