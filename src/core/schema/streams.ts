import { count, date, list, map, object, share, text, time } from './words.ts';

export const streamClass = { enum: ['aligned', 'fixable', 'forwarded', 'suspicious'] } as const;
export const nullableText = { type: ['string', 'null'] } as const;
export const evidence = object({ kind: text, what: text, provider: text, weight: share }, ['provider']);
export const stream = object(
  {
    id: text,
    name: text,
    provider: nullableText,
    purpose: text,
    class: streamClass,
    headerFrom: text,
    messages: count,
    pass: count,
    dkimAligned: count,
    spfAligned: count,
    brokenSignatures: count,
    sources: count,
    confidence: share,
    classConfidence: share,
    sender: text,
    evidence: list(evidence),
    dispositions: map(count),
    why: list(object({ code: text, text, messages: count })),
    because: text,
    firstSeen: time,
    lastSeen: time,
    days: list(object({ day: date, messages: count, pass: count })),
    spikes: list(object({ day: date, messages: count, usual: count })),
    quietDays: list(date),
    stopped: date,
    passDrop: object({ day: date, before: share, after: share }),
  },
  ['because', 'stopped', 'passDrop'],
);
