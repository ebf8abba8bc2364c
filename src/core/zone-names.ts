/** Minutes east of Greenwich, as RFC 5322 §4.3 has it: whoever reads mail knows them. */
const OF_MAIL: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
/** Such as servers and reporters write all the same, as far as one thing is meant by them (IANA's time zone database). */
const OTHERS: Readonly<Record<string, number>> = {
  wet: 0,
  west: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
};
/** What is written on the clocks of China and of the Philippines, too: of a server it tells nothing. */
const ELSEWHERE_TOO: ReadonlySet<string> = new Set(['cst', 'cdt', 'pst', 'pdt']);

/** All of them, in capitals. */
export const ZONES_OF_MAIL: readonly string[] = [...Object.keys(OF_MAIL), ...Object.keys(OTHERS)].map((name) =>
  name.toUpperCase(),
);

/** Whether everybody who reads mail knows the name. */
export const isMailZone = (name: string): boolean => Object.hasOwn(OF_MAIL, name.toLowerCase());

/** Minutes east of Greenwich of a zone by its name in a mail; undefined for what may be more than one. */
export function zoneOfMail(name: string): number | undefined {
  const small = name.toLowerCase();
  if (Object.hasOwn(OF_MAIL, small)) return OF_MAIL[small];
  return Object.hasOwn(OTHERS, small) ? OTHERS[small] : undefined;
}

/** The same of the clock of a server, wherever it stands. */
export const zoneOfServer = (name: string): number | undefined =>
  ELSEWHERE_TOO.has(name.toLowerCase()) ? undefined : zoneOfMail(name);
