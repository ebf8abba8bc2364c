/** A line of Momentum's mainlog, as far as its place is the same in all kinds. */
export interface MomentumRecord {
  /** Seconds since 1970. */
  readonly time: number;
  readonly id: string;
  /** R reception, D delivery, T and P failures, transient and permanent, X a transfer to another node, M a heartbeat. */
  readonly kind: 'R' | 'D' | 'T' | 'P' | 'X' | 'M';
  /** What stands behind the kind: what each place means is the kind's affair. The last may hold `@` of its own. */
  readonly fields: readonly string[];
}

const HEAD = /^(\d{9,10})@([^@]*)@[^@]*@[^@]*@([RDTPXM])(?:@|$)/;
/** Fields behind the kind, by kind. */
const FIELDS = { R: 9, D: 7, T: 9, P: 9, X: 7, M: 0 } as const;

export const beginsRecord = (line: string): boolean => HEAD.test(line);

/** Undefined where the line is none, or has too few fields of its kind. */
export function momentumRecord(line: string): MomentumRecord | undefined {
  const match = HEAD.exec(line);
  if (match === null) return undefined;
  const [whole, time = '', id = '', letter] = match;
  const kind = letter as MomentumRecord['kind'];
  const all = line.length > whole.length ? line.slice(whole.length).split('@') : [];
  const count = FIELDS[kind];
  if (all.length < count) return undefined;
  const fields = kind === 'R' ? all : [...all.slice(0, count - 1), all.slice(count - 1).join('@')];
  return { time: Number(time), id, kind, fields };
}
