import { withoutTerm } from '../protocols/spf.ts';
import type { ReadRecord } from './own-records.ts';

/** Terms behind `all`, which receivers never come to (RFC 7208 §5.1), further ones of `all` among them. */
export const behindAll = ({ parsed }: ReadRecord): ReadRecord['parsed']['value']['terms'] =>
  parsed.problems.flatMap(({ code, term }) => {
    const found = code === 'after-all' && term !== undefined ? parsed.value.terms[term] : undefined;
    return found === undefined ? [] : [found];
  });

/** The record's text with `moved` in front of its `all`, and nothing else behind it that receivers do not come to. */
export function withAllLast(record: ReadRecord, moved: readonly string[]): string {
  const { text } = record.text;
  const rest = behindAll(record)
    .toSorted((a, b) => b.start - a.start)
    .reduce((shorter, term) => withoutTerm(shorter, term), text);
  const all = record.parsed.value.terms.find(({ kind }) => kind === 'all');
  if (all === undefined || moved.length === 0) return rest;
  return `${rest.slice(0, all.start)}${moved.join(' ')} ${rest.slice(all.start)}`;
}
