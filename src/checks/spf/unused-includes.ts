import { count } from '../../core/format.ts';
import { branchUse } from '../../spf/branch-use.ts';
import { defineCheck } from '../define-check.ts';
import { uselessIncludes } from './includes.ts';

/** With fewer messages, chance decides which services are among them. */
const ENOUGH = 100;

export default defineCheck({
  id: 'spf/unused-includes',
  title: 'Every include lets some mail pass',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'An include nobody uses any more costs lookups, and lets all other customers of that service send as you.',
  fix: 'Ask who still sends through the service, and remove the include where nobody does',
  needs: ['spf', 'traffic'],
  considers: ['providers', 'mx'],
  messages: {
    unused: {
      level: 'note',
      text: '`{include}` let none of the {messages} messages pass that reports have with `{domain}` in the envelope-from',
    },
  },
  examples: [
    {
      name: 'two services that send',
      zone: '@ TXT "v=spf1 include:a.example include:b.example ~all"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"\nb.example. TXT "v=spf1 ip4:192.0.2.2 -all"',
      traffic: [
        { from: 'example.com', ip: '192.0.2.1', count: 900, dkim: '', spf: 'example.com pass' },
        { from: 'example.com', ip: '192.0.2.2', count: 9, dkim: '', spf: 'example.com pass' },
      ],
      expect: [],
    },
    {
      name: 'one that does not',
      zone: '@ TXT "v=spf1 include:a.example include:b.example ~all"\na.example. TXT "v=spf1 ip4:192.0.2.1 -all"\nb.example. TXT "v=spf1 ip4:192.0.2.2 -all"',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 900, dkim: '', spf: 'example.com pass' }],
      expect: ['unused'],
    },
    {
      name: 'an include whose addresses nobody can list',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 include:b.example ~all"\nb.example. TXT "v=spf1 exists:%{i}.b.example -all"',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 900, dkim: '', spf: 'example.com pass' }],
      expect: [],
    },
    {
      name: 'few messages',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 include:b.example ~all"\nb.example. TXT "v=spf1 ip4:192.0.2.2 -all"',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 9, dkim: '', spf: 'example.com pass' }],
      expect: [],
    },
  ],
  evaluate({ spf, traffic, providers, mx }, findings) {
    const use = branchUse(spf, traffic.tallies.all());
    if (use === undefined || use.messages < ENOUGH) return;
    const useless = uselessIncludes(spf, providers, mx, { state: 'found', value: traffic });
    for (const { node, messages } of use.branches) {
      if (messages !== 0 || useless.some((other) => other.node === node)) continue;
      const params = { include: node.term.text, messages: count(use.messages), domain: spf.domain };
      findings.add('unused', params, { at: node.span });
    }
  },
});
