import type { Place, Span } from '../core/facts.ts';
import { readable } from '../core/readable.ts';
import type { SpfTerm, Stretch } from '../protocols/spf.ts';

/** A step on the way down: a term, in the record of a domain. */
export interface PathStep {
  /** Whose record it is. */
  readonly domain: string;
  readonly term: SpfTerm;
  /** The term in the text of the record. */
  readonly span: Span;
}

/** `example.com → include:_spf.example.net → ip4:192.0.2.0/24`; the domain alone for an empty path. */
export const pathText = (domain: string, path: readonly PathStep[]): string =>
  [domain, ...path.map(({ term }) => readable(term.text))].join(' → ');

/** A stretch of the record of a domain, as a span. */
export function recordSpan(domain: string, text: string, { start, end }: Stretch, place?: Place): Span {
  return { source: `${domain} TXT`, text, start, end, ...(place === undefined ? {} : { place }) };
}
