import { FATAL_CODES } from '../../protocols/spf/record.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalRepairing } from './proposals.ts';
import { isRead, problemsOf, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/syntax',
  title: 'The SPF record can be read to its end',
  refs: [
    { label: 'RFC 7208 §4.6', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6' },
    { label: 'RFC 7208 §12', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-12' },
  ],
  why: 'One syntax error anywhere, even behind a term that matches, makes the whole record a permerror: no mail of the domain passes SPF, and DMARC is left with DKIM alone.',
  fix: 'Correct the term; the record takes effect again as soon as it reads without fault',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    broken: { level: 'error', text: '{problem}, so SPF ends in permerror for all mail' },
  },
  examples: [
    {
      name: 'every mechanism',
      zone: '@ TXT "v=spf1 a mx/24 ip4:192.0.2.0/24 ip6:2001:db8::/32 exists:%{i}.example.net ~all"',
      expect: [],
    },
    { name: 'an unknown modifier, which is allowed', zone: '@ TXT "v=spf1 a future=x -all"', expect: [] },
    { name: 'an unknown mechanism', zone: '@ TXT "v=spf1 ipv4:192.0.2.1 -all"', expect: ['broken'] },
    {
      name: 'two errors',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1, include: example.net -all"',
      expect: ['broken', 'broken'],
    },
    { name: 'an error behind all', zone: '@ TXT "v=spf1 -all ip4"', expect: ['broken'] },
    { name: 'a missing blank', zone: '@ TXT "v=spf1 ip4:192.0.2.1-all"', expect: ['broken'] },
    { name: 'IPv6 in ip4', zone: '@ TXT "v=spf1 ip4:2001:db8::1 -all"', expect: ['broken'] },
    { name: 'two redirects', zone: '@ TXT "v=spf1 redirect=a.example redirect=b.example"', expect: ['broken'] },
    { name: 'a broken macro', zone: '@ TXT "v=spf1 exists:%{z}.example.net -all"', expect: ['broken'] },
    { name: 'two records', zone: '@ TXT "v=spf1 -all"\n@ TXT "v=spf1 b -all"', expect: [], outcome: 'not-applicable' },
    {
      name: 'two strings without a blank between them, which is another matter',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1" "-all"',
      expect: [],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { root } = spf;
    if (!isRead(root)) {
      findings.notApplicable('there is more than one record');
      return;
    }
    const problems = problemsOf(root, FATAL_CODES);
    const changes = proposalRepairing(root, problems);
    for (const problem of problems) {
      findings.add('broken', { problem: problem.message }, { at: spanIn(root, problem), changes });
    }
  },
});
