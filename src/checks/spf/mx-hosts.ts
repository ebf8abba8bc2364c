import { SPF_LIMITS } from '../../spf/limits.ts';
import { defineCheck } from '../define-check.ts';
import { allReachableTerms, isOwn } from './records.ts';

const LIMIT = SPF_LIMITS.mxHosts;

export default defineCheck({
  id: 'spf/mx-hosts',
  title: 'No mx in SPF stands for more than 10 hosts',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'Receivers look up the addresses of ten MX hosts at most. One more is a permerror for the whole record, not just for that host.',
  fix: 'List the servers with ip4 and ip6 instead of mx, or publish fewer MX records',
  needs: ['spf'],
  messages: {
    over: { level: 'error', text: '`{term}` stands for {count} MX hosts and receivers give up after {limit}' },
  },
  examples: [
    { name: 'two hosts', zone: '@ TXT "v=spf1 mx -all"\n@ MX 10 a\n@ MX 20 b', expect: [] },
    { name: 'eleven hosts', zone: `@ TXT "v=spf1 mx -all"\n${mxRecords(11)}`, expect: ['over'] },
    { name: 'ten hosts', zone: `@ TXT "v=spf1 mx -all"\n${mxRecords(10)}`, expect: [] },
    {
      name: 'no MX question answered',
      zone: '@ TXT "v=spf1 mx:a.example -all"',
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf }, findings) {
    for (const { reason, type } of spf.unknowns) if (type === 'MX') findings.inconclusive(reason);
    for (const { record, node } of allReachableTerms(spf)) {
      const { hosts = [], span, term } = node;
      if (term.kind !== 'mx' || hosts.length <= LIMIT) continue;
      const fix = isOwn(spf, record) ? {} : { fix: `remove what includes \`${record.domain}\`` };
      findings.add('over', { term: term.text, count: hosts.length, limit: LIMIT }, { at: span, ...fix });
    }
  },
});

/** That many MX records, as a zone file. */
function mxRecords(count: number): string {
  return Array.from({ length: count }, (_, index) => `@ MX 10 m${index}\nm${index} A 192.0.2.${index}`).join('\n');
}
