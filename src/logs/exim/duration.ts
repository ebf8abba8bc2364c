const UNITS: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 };
const PART = /(\d{1,9}(?:\.\d{1,9})?)([wdhms])/g;
const DURATION = /^(?:\d{1,9}(?:\.\d{1,9})?[wdhms]){1,5}$/;

/** Seconds of `1d2h3m4s`, or of `0.123s` as log_selector millisec has it; undefined where it is none. */
export function durationOf(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let seconds = 0;
  for (const [, value, unit = 's'] of text.matchAll(PART)) seconds += Number(value) * (UNITS[unit] ?? 0);
  return seconds;
}
