import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposalWithout } from './proposals.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

/** Said of these elsewhere: networks that overlap, and records that are included twice. */
const ELSEWHERE = new Set(['ip4', 'ip6', 'include', 'all']);

export default defineCheck({
  id: 'spf/duplicate-terms',
  title: 'No term stands twice in the record',
  refs: [{ label: 'RFC 7208 §4.6.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.2' }],
  why: 'A term that did not match the first time does not match the second time. If it asks the DNS, it counts a lookup again.',
  fix: 'Keep the first of them',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    repeated: { level: 'note', text: '`{term}` stands twice in the record' },
  },
  examples: [
    { name: 'each term once', zone: '@ TXT "v=spf1 a mx a:mail.example.com -all"', expect: [] },
    { name: 'a term twice', zone: '@ TXT "v=spf1 a mx +a MX -all"', expect: ['repeated', 'repeated'] },
    {
      name: 'a network twice, which is another matter',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 -all"',
      expect: [],
    },
    { name: 'a term again behind all, which is another matter', zone: '@ TXT "v=spf1 mx -all mx"', expect: [] },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    for (const record of ownRecords(spf)) {
      const repeated = problemsOf(record, ['duplicate-term']).filter(({ term }) => {
        const node = term === undefined ? undefined : record.terms[term];
        return node?.reachable === true && !ELSEWHERE.has(node.term.kind);
      });
      const changes = proposalWithout(record, repeated);
      for (const problem of repeated) {
        const term = record.text.text.slice(problem.start, problem.end);
        findings.add('repeated', { term }, { at: spanIn(record, problem), changes });
      }
    }
  },
});
