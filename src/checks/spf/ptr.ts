import { defineCheck } from '../define-check.ts';
import { allReachableTerms, isOwn } from './records.ts';

export default defineCheck({
  id: 'spf/ptr',
  title: 'SPF does without ptr',
  refs: [{ label: 'RFC 7208 §5.5', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.5' }],
  why: 'With ptr receivers must look up the name of every client, and the names of these names. It is slow, it fails with somebody else’s name server, and large receivers skip it, so the hosts meant may not be authorised at all.',
  fix: 'List the addresses of your servers with ip4 and ip6, or their names with a',
  needs: ['spf'],
  messages: {
    used: { level: 'warning', text: '`{term}` should not be published: receivers are slow on it, or skip it' },
    included: { level: 'note', text: '`{term}` in the included record of `{domain}` should not be published' },
  },
  examples: [
    { name: 'addresses', zone: '@ TXT "v=spf1 ip4:192.0.2.1 -all"', expect: [] },
    { name: 'ptr', zone: '@ TXT "v=spf1 ptr -all"', expect: ['used'] },
    {
      name: 'ptr in an include of our own',
      zone: '@ TXT "v=spf1 include:_spf.example.com -all"\n_spf TXT "v=spf1 ptr:example.com -all"',
      expect: ['used'],
    },
    {
      name: 'ptr in somebody’s include',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 ptr:a.example -all"',
      expect: ['included'],
    },
    { name: 'ptr behind all', zone: '@ TXT "v=spf1 -all ptr"', expect: [] },
  ],
  evaluate({ spf }, findings) {
    for (const { record, node } of allReachableTerms(spf)) {
      if (node.term.kind !== 'ptr') continue;
      const term = node.term.text;
      if (isOwn(spf, record)) findings.add('used', { term }, { at: node.span });
      else {
        const fix = `ask the owner of \`${record.domain}\` to list addresses`;
        findings.add('included', { term, domain: record.domain }, { at: node.span, fix });
      }
    }
  },
});
