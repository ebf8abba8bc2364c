import { defineCheck } from '../define-check.ts';
import { isRead, spanIn } from './records.ts';

/** Below this an answer fits into 512 octets with everything else that stands in it (RFC 7208 §3.4). */
const TEXT_OCTETS = 450;
/** The largest answer without EDNS (RFC 1035 §4.2.1). */
const PLAIN_UDP = 512;
/** The largest answer servers send over UDP since 2020; a longer one needs TCP. */
const EDNS_UDP = 1232;
/** Header, and the question's type and class and name: two octets more than the name has characters. */
const QUESTION_OCTETS = 12 + 4 + 2;

export default defineCheck({
  id: 'spf/record-size',
  title: 'The SPF record fits into one small answer',
  refs: [{ label: 'RFC 7208 §3.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-3.4' }],
  why: 'All TXT records of the domain come in one answer. Over 512 octets it needs EDNS, over about 1232 it needs TCP; where a firewall is in the way of either, SPF ends in temperror or looks as if it were not there.',
  fix: 'Remove verification tokens nobody checks any more, or move them to names of their own; shorten the record',
  needs: ['spf'],
  messages: {
    tcp: {
      level: 'warning',
      text: 'The TXT records of `{domain}` make an answer of {octets} octets, which does not fit into UDP and needs TCP',
    },
    edns: {
      level: 'note',
      text: 'The TXT records of `{domain}` make an answer of {octets} octets, and {limit} is what fits everywhere',
    },
    long: { level: 'note', text: 'The SPF record of `{domain}` has {octets} octets, and should stay below {limit}' },
  },
  examples: [
    { name: 'a short record', zone: '@ TXT "v=spf1 mx -all"', expect: [] },
    { name: 'many tokens beside the record', zone: `@ TXT "v=spf1 mx -all"\n${tokens(5)}`, expect: ['edns'] },
    { name: 'very many tokens', zone: `@ TXT "v=spf1 mx -all"\n${tokens(12)}`, expect: ['tcp'] },
    {
      name: 'a long record',
      zone: `long TXT "v=spf1 ${'ip4:192.0.2.100 '.repeat(14)}" "${'ip4:192.0.2.100 '.repeat(14)}-all"`,
      domain: 'long.example.com',
      expect: ['long'],
    },
  ],
  evaluate({ spf }, findings) {
    const { root } = spf;
    if (!isRead(root)) return;
    const { domain } = root;
    const octets = QUESTION_OCTETS + domain.length + root.octets;
    const text = root.text.text.length;
    const at = spanIn(root);
    if (octets > EDNS_UDP) findings.add('tcp', { domain, octets }, { at });
    else if (octets > PLAIN_UDP) findings.add('edns', { domain, octets, limit: PLAIN_UDP }, { at });
    else if (text > TEXT_OCTETS) findings.add('long', { domain, octets: text, limit: TEXT_OCTETS }, { at });
  },
});

/** That many verification tokens, as a zone file. */
function tokens(count: number): string {
  return Array.from({ length: count }, (_, index) => `@ TXT "service-${index}-verification=${'0'.repeat(80)}"`).join(
    '\n',
  );
}
