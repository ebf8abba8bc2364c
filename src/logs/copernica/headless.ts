const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i;
const URL = /^https?:\/\//i;
const PROPERTIES = /^(?:(?:preventscam|inlinecss|track(?:bounces|opens|clicks))(?:;|$))+$/;

const names = (text: string): readonly string[] => text.split(' ');
const FILES = {
  attempts: names('id time envelope recipient properties tags templateid'),
  deliveries: names('id time envelope recipient from to attempt tags templateid'),
  failures: names('id time envelope recipient attempt from to type code status description state tags'),
  mails: names('id time envelope recipient mime tags templateid'),
  abuses: names('id time envelope recipient tags templateid'),
  opens: names('id time headers ip protocol tags recipient city countryname countrycode regioncode'),
  clicks: names('id time headers ip url destination tags recipient city countryname countrycode regioncode'),
} as const;

/** Columns of a file that was fetched without their names, by what is in its first row; undefined where it is none. */
export function headlessNames(cells: readonly string[]): readonly string[] | undefined {
  const [id = '', time = '', third = '', fourth = '', fifth = '', sixth = '', seventh = ''] = cells;
  if (cells.length < 5 || id === '' || !TIME.test(time)) return undefined;
  if (IP.test(fourth)) {
    if (URL.test(fifth) && cells.length > 7) return FILES.clicks;
    return /^https?$/i.test(fifth) && cells.length > 6 ? FILES.opens : undefined;
  }
  if (!fourth.includes('@') || !(third === '' || third.includes('@'))) return undefined;
  if (IP.test(fifth) && IP.test(sixth)) return FILES.deliveries;
  if (/^\d+$/.test(fifth) && IP.test(sixth) && IP.test(seventh) && cells.length >= 12) return FILES.failures;
  if (/\n[\w-]+: /.test(fifth)) return FILES.mails;
  return PROPERTIES.test(fifth) && cells.length >= 6 ? FILES.attempts : undefined;
}
