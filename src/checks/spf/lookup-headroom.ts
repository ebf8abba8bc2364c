import { SPF_LIMITS } from '../../spf/limits.ts';
import { defineCheck } from '../define-check.ts';
import { costliest, decisiveRecord, hasLoop } from './branches.ts';
import { admitUnreadRecords } from './records.ts';

const LIMIT = SPF_LIMITS.lookups;
/** From here on one more service, with the usual two or three lookups, goes over the limit. */
const TIGHT = 8;
/** What is left of the limit when the first edit of a service, mostly an include with an include of its own, breaks it. */
const LAST = 1;

export default defineCheck({
  id: 'spf/lookup-headroom',
  title: 'SPF leaves room for another service',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'Services change the records you include without telling you. A record at the limit breaks on the day one of them adds an include, and nothing changed on your side.',
  fix: 'Remove services that no longer send for you before the next one is added',
  needs: ['spf'],
  messages: {
    none: {
      level: 'warning',
      text: 'SPF uses all {limit} DNS lookups: one more anywhere in the included records breaks it',
    },
    last: {
      level: 'warning',
      text: 'SPF uses {count} of {limit} DNS lookups: a service that adds two to its record breaks it',
    },
    little: { level: 'note', text: 'SPF uses {count} of {limit} DNS lookups' },
  },
  examples: [
    {
      name: 'seven lookups',
      zone: '@ TXT "v=spf1 a mx a:1.a.example a:2.a.example a:3.a.example a:4.a.example a:5.a.example -all"',
      expect: [],
    },
    {
      name: 'eight',
      zone: '@ TXT "v=spf1 a mx a:1.a.example a:2.a.example a:3.a.example a:4.a.example a:5.a.example a:6.a.example -all"',
      expect: ['little'],
    },
    {
      name: 'nine',
      zone: '@ TXT "v=spf1 a mx a:1.a.example a:2.a.example a:3.a.example a:4.a.example a:5.a.example a:6.a.example a:7.a.example -all"',
      expect: ['last'],
    },
    {
      name: 'ten',
      zone: '@ TXT "v=spf1 a mx a:1.a.example a:2.a.example a:3.a.example a:4.a.example a:5.a.example a:6.a.example a:7.a.example a:8.a.example -all"',
      expect: ['none'],
    },
    {
      name: 'eleven, which is another matter',
      zone: '@ TXT "v=spf1 a mx a:1.a.example a:2.a.example a:3.a.example a:4.a.example a:5.a.example a:6.a.example a:7.a.example a:8.a.example a:9.a.example -all"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'an include that cannot be read',
      zone: '@ TXT "v=spf1 include:a.example -all"',
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf }, findings) {
    const record = decisiveRecord(spf.root);
    const count = spf.lookups.min;
    if (record === undefined || hasLoop(spf) || count > LIMIT) {
      findings.notApplicable('SPF does not keep to the limits, see the other checks');
      return;
    }
    admitUnreadRecords(spf, findings);
    if (count < TIGHT) return;
    const fix = `review what the record names, the costliest first: ${costliest(record.terms, 3)}`;
    if (count === LIMIT) findings.add('none', { limit: LIMIT }, { fix });
    else findings.add(LIMIT - count <= LAST ? 'last' : 'little', { count, limit: LIMIT }, { fix });
  },
});
