import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/dnssec',
  title: 'The zone is signed with DNSSEC',
  refs: [
    { label: 'RFC 9364', url: 'https://www.rfc-editor.org/rfc/rfc9364' },
    { label: 'RFC 7672 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2' },
  ],
  why: 'Without signatures an attacker on the way can replace the MX records and take mail for the domain to another server, and can answer with another SPF, DKIM or DMARC record. DANE, which makes TLS to your mail hosts compulsory, works in signed zones only.',
  fix: 'Turn DNSSEC on at the DNS service, and give the DS record it shows to the registrar',
  needs: ['dnssec'],
  considers: ['mx'],
  messages: {
    unsigned: {
      level: 'note',
      text: '`{domain}` is not signed with DNSSEC, so where its mail goes can be forged on the way',
    },
    insecure: {
      level: 'warning',
      text: '`{domain}` has a DS record, but a validating resolver takes it for unsigned',
    },
  },
  examples: [
    { name: 'a signed zone', zone: zoneWith('@ DS 1 13 2 00ff'), authentic: ['example.com'], expect: [] },
    { name: 'one that nobody we trust has validated', zone: zoneWith('@ DS 1 13 2 00ff'), expect: [] },
    { name: 'an unsigned zone', zone: zoneWith(''), expect: ['unsigned'] },
    { name: 'an unsigned zone without mail', zone: '@ NS ns\n@ MX 0 .', expect: [] },
    {
      name: 'signatures that do not count, as those below an unsigned parent',
      zone: zoneWith('@ DS 1 13 2 00ff'),
      authentic: [],
      expect: ['insecure'],
    },
    {
      name: 'a zone that is bogus, which is another matter',
      zone: zoneWith(''),
      bogus: ['example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'a name in a zone',
      zone: 'www A 192.0.2.1',
      domain: 'www.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a server that fails', zone: '', servfail: ['example.com'], expect: [], outcome: 'inconclusive' },
  ],
  evaluate({ dnssec, mx }, findings) {
    const { domain } = findings;
    if (dnssec.state === 'insecure') {
      const fix =
        'look whether the zone above is signed, and whether the algorithm of the DS record is one that resolvers know';
      findings.add('insecure', { domain }, { fix });
    }
    const receives = mx.state === 'found' && mx.value.hosts.length > 0;
    if (dnssec.state === 'unsigned' && receives) findings.add('unsigned', { domain });
  },
});

function zoneWith(ds: string): string {
  return `@ NS ns\n@ MX 10 mail\nmail A 192.0.2.1\n${ds}`;
}
