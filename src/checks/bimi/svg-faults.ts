import type { Detail } from '../../core/check.ts';
import type { Bimi } from '../../sources/bimi.ts';
import type { SvgCode } from '../../protocols/svg-tiny-ps.ts';
import { aboutOf, recordToShow } from './judged-record.ts';
import { otherFormat } from './uri-faults.ts';

/** Characters of a tag that a finding shows. */
const EXCERPT = 200;

export interface SvgFault<Key> {
  readonly key: Key;
  /** What is wrong, and how often. */
  readonly fault: string;
  readonly detail: Detail;
}

/**
 * The faults of the kinds that have a key, in the indicator: each once however often it is there. None, and said so,
 * where there is no indicator to judge, or nobody could read it.
 */
export function svgFaults<Key extends string>(
  bimi: Bimi,
  keys: Readonly<Partial<Record<SvgCode, Key>>>,
  findings: { notApplicable(reason: string): void; inconclusive(reason: string): void },
): readonly SvgFault<Key>[] {
  const record = recordToShow(bimi, findings);
  if (record === undefined) return [];
  const { indicator } = bimi;
  if (indicator?.svg === undefined) {
    if (indicator?.file.state === 'unknown') findings.inconclusive(indicator.file.reason);
    else findings.notApplicable('there is no indicator to look at');
    return [];
  }
  const { file, svg } = indicator;
  if (otherFormat(record) !== undefined || (file.state === 'found' && isSomethingElse(file.mediaType))) {
    findings.notApplicable('what is served is no SVG');
    return [];
  }
  const { text, judged } = svg;
  const kinds = Map.groupBy(judged.problems, ({ code, message }) => `${code} ${message}`);
  return [...kinds.values()].flatMap((same) => {
    const { code, message, start, end } = same[0]!;
    const key = keys[code];
    if (key === undefined) return [];
    const excerpt = text.slice(start, Math.min(end, start + EXCERPT));
    const at = { source: file.url, text: excerpt, start: 0, end: excerpt.length };
    const fault = same.length === 1 ? message : `${message} (${same.length} times)`;
    return [{ key, fault, detail: { at, ...aboutOf(bimi) } }];
  });
}

const isSomethingElse = (mediaType: string): boolean =>
  mediaType === 'text/html' || (mediaType.startsWith('image/') && mediaType !== 'image/svg+xml');
