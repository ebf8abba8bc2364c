/** What exports write where there is nothing: `\N` is MySQL’s, `NaT` that of a data frame. */
const NOTHING: ReadonlySet<string> = new Set([
  '',
  'NA',
  'N/A',
  'n/a',
  '<NA>',
  '#N/A',
  'null',
  'NULL',
  '(null)',
  'None',
  'nil',
  'NaN',
  'nan',
  'NaT',
  String.raw`\N`,
  '-',
  '--',
  '–',
  '—',
  '[]',
  '{}',
]);
export const isNothing = (text: string): boolean => NOTHING.has(text);

/** The first day there is, of a database, of a program, of an epoch: it has not happened. */
const NEVER = /^(?:0000-00-00|0001-01-01|1970-01-01[T ]00:00:00|0?1[./]0?1[./]0001)/;
export const isNever = (text: string): boolean => NEVER.test(text);
