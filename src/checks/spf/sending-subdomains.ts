import { count } from '../../core/format.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'spf/sending-subdomains',
  title: 'Every sub-domain that sends has SPF of its own',
  refs: [{ label: 'RFC 7208 §3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-3' }],
  why: 'SPF is not inherited. A sub-domain in the envelope-from without a record of its own has no SPF at all, whatever the domain above it publishes.',
  fix: 'Publish a record at each sub-domain that stands in the envelope-from',
  needs: ['traffic'],
  messages: {
    missing: {
      level: 'note',
      text: '`{name}` stood in the envelope-from of {messages} messages of yours, and receivers found no SPF record there',
    },
  },
  examples: [
    {
      name: 'a sub-domain with a record',
      zone: '',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 9, dkim: '', spf: 'bounce.example.com pass' }],
      expect: [],
    },
    {
      name: 'a sub-domain without',
      zone: '',
      traffic: [
        { from: 'example.com', ip: '192.0.2.1', count: 9, dkim: 'example.com s1 pass', spf: 'bounce.example.com none' },
      ],
      expect: ['missing'],
    },
    {
      name: 'a forger’s invention',
      zone: '',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 9, dkim: '', spf: 'x1.example.com none' }],
      expect: [],
    },
  ],
  evaluate({ traffic }, findings) {
    const { domain } = findings;
    const without = new Map<string, number>();
    for (const { key, signature, messages } of traffic.tallies.all()) {
      const judged = traffic.attributions[key]?.class;
      if (judged !== 'aligned' && judged !== 'fixable') continue;
      for (const { domain: name, result, scope } of signature.spf)
        if (result === 'none' && scope !== 'helo' && name !== domain && isSubdomainOf(name, domain))
          without.set(name, (without.get(name) ?? 0) + messages);
    }
    for (const [name, messages] of [...without].toSorted((a, b) => b[1] - a[1]))
      findings.add('missing', { name, messages: count(messages) }, { subject: name });
  },
});
