const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** `0.7 s`, `41 s`, `38 min`, `2.9 h`, `3.1 d`: two digits where they mean something. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${shortest(seconds)} s`;
  if (seconds < MINUTE * 1.5) return `${Math.round(seconds)} s`;
  if (seconds < HOUR * 1.5) return `${Math.round(seconds / MINUTE)} min`;
  if (seconds < DAY * 2) return `${(seconds / HOUR).toFixed(1)} h`;
  return `${(seconds / DAY).toFixed(1)} d`;
}

const shortest = (seconds: number): string =>
  seconds > 0 && seconds < 0.095 ? seconds.toFixed(2) : seconds.toFixed(1);
