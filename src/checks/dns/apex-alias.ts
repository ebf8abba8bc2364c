import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/apex-alias',
  title: 'No CNAME stands at the domain itself',
  refs: [
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
    { label: 'RFC 1912 §2.4', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.4' },
  ],
  why: 'Where a CNAME stands, no other record may, and resolvers go to its target for every question. MX and SPF of the domain are then those of the target, or seen at one time and not at another.',
  fix: 'Publish A and AAAA records in place of the CNAME; many DNS services offer ALIAS, ANAME or flattening for it',
  needs: ['existence', 'dmarc'],
  messages: {
    apex: {
      level: 'error',
      text: '`{domain}` is a CNAME to `{target}`, which hides every other record of the domain, MX and SPF among them',
    },
  },
  examples: [
    { name: 'records at the domain', zone: '@ A 192.0.2.1\n@ MX 10 mail', expect: [] },
    {
      name: 'an alias below the domain',
      zone: 'www CNAME example.net.\nexample.net. A 192.0.2.1',
      domain: 'www.example.com',
      expect: [],
    },
    { name: 'an alias at the domain', zone: '@ CNAME example.net.\nexample.net. A 192.0.2.1', expect: ['apex'] },
    { name: 'an alias among other records', zone: '@ NS ns\n@ MX 10 mail\n@ CNAME example.net.', expect: ['apex'] },
    {
      name: 'no such domain',
      zone: 'www A 192.0.2.1',
      domain: 'absent.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ existence, dmarc }, findings) {
    const { domain } = findings;
    const [target] = existence.alias;
    // A domain that can be registered is the apex of a zone, so SOA and NS stand there in any case.
    const { orgDomain } = dmarc.psl;
    if (target === undefined || orgDomain.state !== 'found' || orgDomain.value !== domain) return;
    const at = { source: `${domain} CNAME`, text: target, start: 0, end: target.length };
    findings.add('apex', { domain, target }, { at });
  },
});
