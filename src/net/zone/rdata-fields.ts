import type { Token } from './master-lexer.ts';
import { octetsOf, readName, readTtl, shown } from './presentation.ts';

const LONG = 0xffff_ffff; // SOA timers are 32 bits (RFC 1035 §3.3.13)

/** Takes tokens one by one. After the first failure the values are dummies and `broken()` says so. */
export interface Fields {
  readonly problems: string[];
  integer(what: string, most: number): number;
  seconds(what: string): number;
  name(what: string): string;
  word(what: string): string;
  string(what: string): string;
  rest(): readonly Token[];
  complain(problem: string): void;
  remark(problem: string): void;
  broken(): boolean;
}

export function fieldsOf(tokens: readonly Token[], origin: string | undefined): Fields {
  const problems: string[] = [];
  let at = 0;
  let broken = false;
  const complain = (problem: string): void => {
    if (!broken) problems.push(problem);
    broken = true;
  };
  const next = (what: string): string => {
    const token = tokens[at++];
    if (token === undefined) complain(`the ${what} is missing`);
    return token?.text ?? '';
  };
  return {
    problems,
    complain,
    remark: (problem) => void problems.push(problem),
    broken: () => broken,
    word: next,
    integer(what, most) {
      const text = next(what);
      if (/^\d{1,10}$/.test(text) && Number(text) <= most) return Number(text);
      complain(`${shown(text)} is no ${what} (0 to ${most})`);
      return 0;
    },
    seconds(what) {
      const text = next(what);
      const value = /^\d{1,10}$/.test(text) && Number(text) <= LONG ? Number(text) : readTtl(text);
      if (value === undefined) complain(`${shown(text)} is no ${what} (seconds, or as in 1h30m)`);
      return value ?? 0;
    },
    name(what) {
      const text = next(what);
      if (broken) return '';
      const reading = readName(text, origin);
      if ('name' in reading) return reading.name;
      complain(`the ${what} cannot be read: ${reading.problem}`);
      return '';
    },
    string(what) {
      const text = next(what);
      const octets = octetsOf(text);
      if (octets === undefined) complain(`the ${what} ${shown(text)} has an escape that is none`);
      return octets ?? '';
    },
    rest() {
      const left = tokens.slice(at);
      at = tokens.length;
      return left;
    },
  };
}
