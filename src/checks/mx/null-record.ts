import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { ownChanges } from './hosts.ts';
import { authorisesSenders } from './sending.ts';

export default defineCheck({
  id: 'mx/null-record',
  title: 'A null MX stands alone, and at a domain that sends nothing',
  refs: [
    { label: 'RFC 7505 §3', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-3' },
    { label: 'RFC 7505 §4.2', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-4.2' },
  ],
  why: 'The null MX says that the domain takes no mail at all. Beside other MX records senders may give up at once. And mail from a domain that nobody can answer is refused by many receivers.',
  fix: 'Keep the null MX where the domain neither takes nor sends mail, and remove it anywhere else',
  needs: ['mx', 'existence'],
  considers: ['spf', 'parked'],
  messages: {
    beside: {
      level: 'error',
      text: 'The null MX of `{domain}` stands beside {hosts}, and says that the domain takes no mail',
    },
    sender: {
      level: 'error',
      text: 'SPF lets servers send as `{domain}`, but its null MX says that nobody takes the answers',
    },
  },
  examples: [
    { name: 'a domain without mail', zone: '@ MX 0 .\n@ TXT "v=spf1 -all"', expect: [] },
    { name: 'a null MX without SPF', zone: '@ MX 0 .', expect: [] },
    { name: 'a domain with mail', zone: '@ MX 10 mail\nmail A 192.0.2.1\n@ TXT "v=spf1 mx -all"', expect: [] },
    { name: 'a null MX beside another', zone: '@ MX 0 .\n@ MX 10 mail\nmail A 192.0.2.1', expect: ['beside'] },
    {
      name: 'a null MX at a domain that sends',
      zone: '@ MX 0 .\n@ TXT "v=spf1 ip4:192.0.2.1 -all"',
      expect: ['sender'],
    },
    {
      name: 'a parked domain with more than the null MX',
      parked: true,
      zone: '@ MX 0 .\n@ MX 10 mail',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'SPF that cannot be read',
      zone: '@ NS ns\n@ MX 0 .',
      servfail: ['example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, existence, spf, parked }, findings) {
    if (standsAside(parked, 'parked/mx', findings)) return;
    if (!mx.nullMx) return;
    const { domain } = findings;
    const place = mx.nullPlace === undefined ? {} : { place: mx.nullPlace };
    const at = { source: `${domain} MX`, text: '0 .', start: 2, end: 3, ...place };
    if (mx.hosts.length > 0) {
      const hosts = mx.hosts.map(({ name }) => `\`${name}\``).join(', ');
      const changes = ownChanges(existence, [{ kind: 'remove', name: domain, type: 'MX', old: '0 .' }]);
      findings.add('beside', { domain, hosts }, { at, fix: 'remove the null MX', changes });
    } else if (spf.state === 'found' && authorisesSenders(spf.value.root)) {
      const fix =
        'publish an MX record that takes the answers; if nothing sends for the domain, publish `v=spf1 -all` as its SPF';
      findings.add('sender', { domain }, { at, fix });
    }
  },
});
