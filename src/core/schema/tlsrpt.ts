import { finding, result } from './findings.ts';
import { count, list, object, text, time } from './words.ts';

const seen = { firstSeen: time, lastSeen: time };
const sessions = { successful: count, failed: count };
const applied = { domain: text, type: text, mode: text };
const counted = list(object({ value: text, sessions: count }));

/** What `tlsrpt` adds to the envelope. */
export const TLSRPT_BODY = object(
  {
    totals: object({ files: count, reports: count, duplicates: count, sessions: count, ...sessions }),
    period: object({ begin: time, end: time }),
    policies: list(
      object(
        {
          ...applied,
          ...sessions,
          strings: list(text),
          mxHosts: list(text),
          reporters: list(object({ reporter: text, ...sessions })),
          ...seen,
        },
        ['mode', 'firstSeen', 'lastSeen'],
      ),
    ),
    failures: list(
      object(
        {
          ...applied,
          resultType: text,
          receivingMx: text,
          sessions: count,
          reporters: counted,
          receivingIps: counted,
          receivingHelos: counted,
          sendingMtaIps: counted,
          sendingMtas: count,
          reasonCodes: counted,
          information: counted,
          ...seen,
        },
        ['mode', 'receivingMx', 'firstSeen', 'lastSeen'],
      ),
    ),
    days: list(object({ day: text, domain: text, ...sessions })),
    reporters: list(object({ reporter: text, reports: count, ...sessions, ...seen }, ['firstSeen', 'lastSeen'])),
    duplicates: list(
      object({ path: text, reporter: text, reportId: text, of: text, differs: { const: true } }, ['differs']),
    ),
    results: list(result),
    findings: list(finding),
  },
  ['period'],
);
