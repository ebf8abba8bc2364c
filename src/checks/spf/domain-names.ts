import { defineCheck } from '../define-check.ts';
import { ownRecords, problemsOf, spanIn } from './records.ts';

/** Terms for which a name without answer is a permerror; others just never match. */
const FATAL_WITHOUT_RECORD = new Set(['include', 'redirect']);

export default defineCheck({
  id: 'spf/domain-names',
  title: 'Every name in SPF is a domain name',
  refs: [
    { label: 'RFC 7208 §4.8', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.8' },
    { label: 'RFC 7208 §7.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-7.1' },
  ],
  why: 'The grammar of SPF takes almost any characters for a domain, so a web address or two terms run together are no syntax error. They are looked up as they stand and never found, and what was meant is not authorised.',
  fix: 'Write the bare domain name, without `http://`, commas and the like, and a blank between terms',
  needs: ['spf'],
  messages: {
    broken: { level: 'error', text: '{problem}, so SPF ends in permerror' },
    useless: { level: 'warning', text: '{problem}, so `{term}` never matches' },
  },
  examples: [
    { name: 'good names', zone: '@ TXT "v=spf1 include:_spf.example.net a:mail-1.example.com -all"', expect: [] },
    { name: 'a web address', zone: '@ TXT "v=spf1 include:http://example.net -all"', expect: ['broken'] },
    { name: 'an empty label', zone: '@ TXT "v=spf1 include:_spf..example.net -all"', expect: ['broken'] },
    { name: 'a wrong character in a host', zone: '@ TXT "v=spf1 a:mail@example.com -all"', expect: ['useless'] },
    { name: 'macros', zone: '@ TXT "v=spf1 exists:%{i}._spf.example.com -all"', expect: [] },
  ],
  evaluate({ spf }, findings) {
    for (const record of ownRecords(spf)) {
      for (const problem of problemsOf(record, ['unaskable-domain', 'suspicious-domain'])) {
        const node = problem.term === undefined ? undefined : record.terms[problem.term];
        if (node?.reachable !== true || node.child?.state === 'record') continue;
        const at = spanIn(record, problem);
        if (FATAL_WITHOUT_RECORD.has(node.term.kind)) findings.add('broken', { problem: problem.message }, { at });
        else findings.add('useless', { problem: problem.message, term: node.term.text }, { at });
      }
    }
  },
});
