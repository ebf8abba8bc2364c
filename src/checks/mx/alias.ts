import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { admitUnread, ownChanges, replacementOf, spanOf } from './hosts.ts';

export default defineCheck({
  id: 'mx/alias',
  title: 'MX records name hosts, and no aliases',
  refs: [
    { label: 'RFC 2181 §10.3', url: 'https://www.rfc-editor.org/rfc/rfc2181#section-10.3' },
    { label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' },
  ],
  why: 'The name in an MX record must have addresses of its own. Many servers follow a CNAME there, others refuse: mail from these is lost, and it looks as if it were their fault.',
  fix: 'Name the host at the end of the CNAME in the MX record, or give the name addresses in place of the CNAME',
  needs: ['mx', 'existence'],
  considers: ['parked'],
  messages: {
    cname: { level: 'error', text: 'MX host `{host}` is a CNAME to `{target}`, which not every server follows' },
  },
  examples: [
    { name: 'a host with an address', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: [] },
    { name: 'a CNAME', zone: '@ MX 10 mail\nmail CNAME web\nweb A 192.0.2.1', expect: ['cname'] },
    {
      name: 'a CNAME to a service',
      zone: '@ MX 10 mail\nmail CNAME mx.example.net.\nmx.example.net. AAAA 2001:db8::1',
      expect: ['cname'],
    },
    { name: 'a CNAME that leads nowhere, which is another matter', zone: '@ MX 10 mail\nmail CNAME gone', expect: [] },
    {
      name: 'a host that cannot be looked up',
      zone: '@ MX 10 mail',
      servfail: ['mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ mx, existence, parked }, findings) {
    if (standsAside(parked, 'parked/mx', findings)) return;
    admitUnread(mx, findings);
    const { domain } = findings;
    for (const host of mx.hosts) {
      const target = host.via.at(-1);
      if (host.state !== 'reachable' || target === undefined) continue;
      const changes = ownChanges(existence, [replacementOf(host, domain, target)]);
      findings.add('cname', { host: host.name, target }, { at: spanOf(host, domain), changes });
    }
  },
});
