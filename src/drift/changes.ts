import { byName } from '../core/order.ts';
import type { Answer, RecordType } from '../net/net.ts';
import { printRdata } from '../net/zone/rdata-print.ts';

/** What one question was answered with, before and after. TTLs are nobody's business here: they run down by themselves. */
export interface Change {
  readonly name: string;
  /** A record type, or `HTTPS` for what a web server said. */
  readonly type: string;
  /** `undecided`: one of the two times it could not be found out, so nobody knows whether it changed. */
  readonly kind: 'appeared' | 'vanished' | 'changed' | 'undecided';
  /** Data in presentation form, sorted; empty where there was nothing. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly reason?: string;
}

/** Undefined where the answers say the same. */
export function answerChange(name: string, type: RecordType, before: Answer, after: Answer): Change | undefined {
  if (before.status === 'failed' || after.status === 'failed') {
    if (before.status === after.status) return undefined;
    const reason =
      before.status === 'failed' ? `before: ${before.reason}` : after.status === 'failed' ? after.reason : '';
    return { name, type, kind: 'undecided', before: dataOf(before), after: dataOf(after), reason };
  }
  return textChange(name, type, dataOf(before), dataOf(after));
}

export function textChange(
  name: string,
  type: string,
  before: readonly string[],
  after: readonly string[],
): Change | undefined {
  if (before.join('\n') === after.join('\n')) return undefined;
  const kind = before.length === 0 ? 'appeared' : after.length === 0 ? 'vanished' : 'changed';
  return { name, type, kind, before, after };
}

/** The CNAMEs on the way are part of what is answered. */
function dataOf(answer: Answer): string[] {
  if (answer.status === 'failed') return [];
  const chain = answer.via.map((target) => `CNAME ${target}`);
  const data = answer.status === 'ok' ? answer.records.map((record) => printRdata(record)).toSorted(byName) : [];
  return [...chain, ...data];
}
