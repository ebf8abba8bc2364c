import { count, list, object, text, time } from './words.ts';

const seen = { firstSeen: time, lastSeen: time };
const counted = list(object({ value: text, reports: count }));

/** What `failures` adds to the envelope. */
export const FAILURES_BODY = object(
  {
    totals: object({ files: count, reports: count, duplicates: count, incidents: count }),
    period: object({ begin: time, end: time }),
    types: counted,
    sources: list(
      object(
        {
          feedbackType: text,
          headerFrom: text,
          sourceIp: text,
          reporter: text,
          reports: count,
          incidents: count,
          sender: { anyOf: [{ type: 'null' }, object({ provider: text, name: text, evidence: text })] },
          authFailures: counted,
          authentication: counted,
          deliveryResults: counted,
          subjects: list(text),
          ...seen,
        },
        ['sourceIp', 'subjects', 'firstSeen', 'lastSeen'],
      ),
    ),
    reporters: list(object({ reporter: text, reports: count, incidents: count, ...seen }, ['firstSeen', 'lastSeen'])),
    duplicates: list(object({ path: text, reporter: text, of: text })),
  },
  ['period'],
);
