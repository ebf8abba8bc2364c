import { monthNumber } from '../../core/months.ts';
import { plainName } from './columns.ts';

/** Where other languages begin a month with other letters; of some the fourth, or a later one, tells two apart. */
const FOREIGN_MONTHS: Readonly<Record<string, number>> = {
  cervenec: 7,
  cervence: 7,
  cerv: 6,
  marr: 11,
  ...numbered(1, 'sty led oca ian янв tam'),
  ...numbered(2, 'lut uno sub фев hel'),
  ...numbered(3, 'bre мар'),
  ...numbered(4, 'kwi dub nis апр huh'),
  ...numbered(5, 'kve maj май мая tou'),
  ...numbered(6, 'cze cer haz iun июн kes'),
  ...numbered(7, 'lip tem iul июл hei'),
  ...numbered(8, 'sie srp agu авг elo'),
  ...numbered(9, 'wrz zar eyl сен syy sze'),
  ...numbered(10, 'paz rij eki окт lok'),
  ...numbered(11, 'lis kas noi ноя'),
  ...numbered(12, 'gru pro ara дек des jou'),
  gen: 1,
  ene: 1,
  fev: 2,
  mrz: 3,
  maa: 3,
  mrt: 3,
  avr: 4,
  abr: 4,
  mai: 5,
  mag: 5,
  mei: 5,
  maj: 5,
  giu: 6,
  juin: 6,
  lug: 7,
  juil: 7,
  ago: 8,
  aou: 8,
  set: 9,
  okt: 10,
  ott: 10,
  out: 10,
  dez: 12,
  dic: 12,
};
function numbered(month: number, names: string): Readonly<Record<string, number>> {
  return Object.fromEntries(names.split(' ').map((name) => [plainName(name), month]));
}
/** 1 to 12 by a month's name in some twenty languages, however it is shortened; 0 for others. */
export function monthOf(name: string): number {
  const plain = plainName(name);
  const told = FOREIGN_MONTHS[plain.slice(0, 8)] ?? FOREIGN_MONTHS[plain.slice(0, 4)];
  if (told !== undefined) return told;
  const known = monthNumber(plain.slice(0, 3));
  return known > 0 ? known : (FOREIGN_MONTHS[plain.slice(0, 3)] ?? 0);
}
