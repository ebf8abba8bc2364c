import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/dnssec-validation',
  title: 'The DNSSEC signatures of the zone hold',
  refs: [
    { label: 'RFC 4035 §5.5', url: 'https://www.rfc-editor.org/rfc/rfc4035#section-5.5' },
    { label: 'RFC 9364', url: 'https://www.rfc-editor.org/rfc/rfc9364' },
  ],
  why: 'To whoever validates, the large mailbox providers among them, none of the records exists: mail to the domain is deferred and bounces, and mail from it is judged without SPF, DKIM and DMARC. Others notice nothing, which makes it hard to find.',
  fix: 'Sign the zone again; if the DNS service or its keys have changed, replace the DS record at the registrar, or remove it until the zone is signed',
  needs: [],
  considers: ['dnssec'],
  messages: {
    bogus: { level: 'error', text: 'Validating receivers cannot look `{domain}` up: {reason}' },
  },
  examples: [
    { name: 'signatures that hold', zone: '@ NS ns\n@ DS 1 13 2 00ff', authentic: ['example.com'], expect: [] },
    { name: 'signatures that do not', zone: '@ NS ns\n@ DS 1 13 2 00ff', bogus: ['example.com'], expect: ['bogus'] },
    { name: 'no signatures', zone: '@ NS ns', expect: [] },
    {
      name: 'a name in somebody’s zone that is bogus',
      zone: 'www A 192.0.2.1',
      domain: 'www.example.com',
      bogus: ['www.example.com'],
      expect: ['bogus'],
    },
    { name: 'a server that fails', zone: '', servfail: ['example.com'], expect: [], outcome: 'inconclusive' },
  ],
  evaluate({ dnssec }, findings) {
    const { domain } = findings;
    if (dnssec.state !== 'found') findings.notApplicable('the domain is no zone of its own');
    else if (dnssec.value.state === 'bogus')
      findings.add('bogus', { domain, reason: dnssec.value.reason ?? 'DNSSEC validation fails' });
  },
});
