import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/alias-beside-records',
  title: 'Where a CNAME stands, nothing else does',
  refs: [
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
    { label: 'RFC 2181 §10.1', url: 'https://www.rfc-editor.org/rfc/rfc2181#section-10.1' },
  ],
  why: 'A name server refuses to load a zone with a record beside a CNAME, and the whole domain is served as it was, or not at all. A DNS service that takes it answers with the CNAME alone: the other record is never seen.',
  fix: 'Decide for one: the CNAME, or the records of the domain’s own',
  needs: ['existence'],
  considers: ['crowdedAliases'],
  messages: {
    records: {
      level: 'error',
      text: '`{name}` is a CNAME to `{target}` and has a record of type {type} beside it, so servers refuse the zone or hide the record',
    },
    several: {
      level: 'error',
      text: '`{name}` has a second CNAME beside that to `{target}`, so servers refuse the zone',
    },
  },
  examples: [
    { name: 'a CNAME alone', zone: '_dmarc CNAME d.example.net.\nd.example.net. TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'a CNAME that is written twice',
      zone: '_dmarc CNAME d.example.net.\n_dmarc CNAME d.example.net.\nd.example.net. TXT "v=DMARC1; p=reject"',
      expect: [],
    },
    {
      name: 'a record and a CNAME to one',
      zone: '_dmarc CNAME d.example.net.\n_dmarc TXT "v=DMARC1; p=none"\nd.example.net. TXT "v=DMARC1; p=reject"',
      expect: ['records'],
    },
    {
      name: 'two services for one selector',
      zone: 's1._domainkey CNAME a.example.net.\ns1._domainkey CNAME b.example.net.',
      expect: ['several'],
    },
    {
      name: 'a CNAME at the top of the zone, which is another matter',
      zone: '@ NS ns\n@ CNAME site.example.net.\n@ MX 10 mail',
      expect: [],
    },
    {
      name: 'another domain, which is its owner’s affair',
      zone: '@ A 192.0.2.1\nwww.example.net. CNAME a\nwww.example.net. TXT "a"',
      expect: [],
    },
  ],
  evaluate({ crowdedAliases }, findings) {
    if (crowdedAliases.state === 'absent') return;
    const { domain } = findings;
    for (const { name, target, other, place } of crowdedAliases.value) {
      // SOA and NS stand there in any case, see dns/apex-alias.
      if (name === domain && organizationalDomain(domain) === domain) continue;
      const at = { source: `${name} CNAME`, text: target, start: 0, end: target.length, place };
      if (other === 'CNAME') findings.add('several', { name, target }, { at });
      else findings.add('records', { name, target, type: other }, { at });
    }
  },
});
