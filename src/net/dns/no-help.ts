import type { Failure } from '../net.ts';

/** One try that came to nothing; `server` is its place in the list. */
export interface Try {
  readonly server: number;
  readonly failure: Failure;
  readonly what: string;
}

/** Nobody helped. */
export interface NoHelp {
  readonly kind: 'no-help';
  readonly failure: Failure;
  /** A phrase without the question: `SERVFAIL from 192.0.2.1`. */
  readonly what: string;
  /** What there is to say behind the question. */
  readonly remark?: string;
  /** The server that said so, where one did. */
  readonly server?: number;
}

/** Most telling first: what a server says about the name says more than its silence. */
const TELLING: readonly Failure[] = [
  'bogus',
  'servfail',
  'refused',
  'formerr',
  'notimp',
  'lame',
  'malformed',
  'timeout',
  'network',
];

/** What to say of tries that all failed: the most telling of them. */
export function noHelp(failed: readonly Try[], labels: readonly string[], timeoutMs: number): NoHelp {
  const failure = TELLING.find((kind) => failed.some((other) => other.failure === kind)) ?? 'network';
  const same = failed.filter((other) => other.failure === failure);
  const [one] = same;
  if (!one) return { kind: 'no-help', failure, what: 'no name server to ask' };
  const label = (other: Try): string => labels[other.server] ?? '';
  if (failure === 'timeout') {
    const asked = [...new Set(same.map((other) => label(other) + other.what))].join(', ');
    const times = same.length === 1 ? '' : ` (${same.length} tries)`;
    return { kind: 'no-help', failure, what: `no answer from ${asked} within ${timeoutMs / 1000} s${times}` };
  }
  if (failure === 'network') {
    const missed = [...new Set(same.map((other) => `${label(other)} (${other.what})`))].join(', ');
    return { kind: 'no-help', failure, what: `no connection to ${missed}` };
  }
  const remark = failure === 'bogus' ? ': the DNSSEC signatures do not hold' : undefined;
  return {
    kind: 'no-help',
    failure,
    what: `${one.what} from ${label(one)}`,
    server: one.server,
    ...(remark === undefined ? {} : { remark }),
  };
}

/** The whole reason, with the question in it. */
export const noHelpReason = ({ what, remark = '' }: NoHelp, question: string): string =>
  `${what} for ${question}${remark}`;
