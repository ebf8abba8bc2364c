import { count, level, list, map, object, text } from './words.ts';

const span = object({ source: text, text, start: count, end: count, file: text, line: count }, ['file', 'line']);
export const change = object(
  { kind: { enum: ['publish', 'replace', 'remove'] }, name: text, type: text, value: text, old: text },
  ['value', 'old'],
);
export const finding = object(
  {
    check: text,
    code: text,
    level,
    message: text,
    params: map({ type: ['string', 'number'] }),
    subject: text,
    at: span,
    fix: text,
    changes: list(change),
    waived: object({ by: { enum: ['ignore', 'baseline'] }, reason: text, until: text }, ['reason', 'until']),
  },
  ['at', 'waived'],
);
const outcome = { enum: ['pass', 'fail', 'not-applicable', 'inconclusive', 'crashed'] } as const;
export const result = object({ check: text, title: text, outcome, reason: text }, ['reason']);
export const auditResult = object({ check: text, title: text, outcome, reason: text, findings: list(finding) }, [
  'reason',
]);
